import { expect, test } from 'vitest'
import { read } from './repository.ts'

/** Settings of the program: the names in capitals that config.ts reads. */
const inConfig = [
  ...new Set(
    [...read('config.ts').matchAll(/^ +([A-Z][A-Z0-9_]+): /gm)].map((match) => String(match[1])),
  ),
].toSorted()

/** `# explanation` lines, then `NAME=` or `# NAME=default`. */
const EXAMPLE = /^(?:# ?)?([A-Z][A-Z0-9_]+)=/gm
const example = read('.env.example')

test('config.ts has settings that this test can see', () => {
  expect(inConfig).toContain('PORT')
})

test('.env.example names exactly the settings of config.ts', () => {
  const names = [...example.matchAll(EXAMPLE)].map((match) => String(match[1])).toSorted()
  expect(names).toEqual(inConfig)
})

test('every setting of .env.example has a line of explanation above it', () => {
  const lines = example.split('\n')
  const bare = lines.filter((line, at) => {
    const above = lines[at - 1] ?? ''
    return /^(?:# ?)?[A-Z][A-Z0-9_]+=/.test(line) && !/^# \S+ \S+ /.test(above)
  })
  expect(bare).toEqual([])
})

test('the README explains exactly the settings of config.ts', () => {
  const names = [...read('README.md').matchAll(/^\| `([A-Z][A-Z0-9_]+)`/gm)].map((row) =>
    String(row[1]),
  )
  expect(names.toSorted()).toEqual(inConfig)
})
