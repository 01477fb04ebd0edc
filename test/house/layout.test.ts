import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allFiles, programFiles, read, roomOf, ROOMS, ROOT } from './repository.ts'

const MAX_LINES = 300
/** Folders below the root of a file; the import rules of oxlint.config.ts are generated this deep. */
const MAX_DEPTH = 4

/** The top of the house; a new name here is a decision, so it is written down here too. */
const TOP_LEVEL = `
  .ci .env.example .gitattributes .gitignore .prettierignore .prettierrc.json
  README.md compose.ts config.ts knip.json main.ts oxlint.config.ts package-lock.json package.json
  tsconfig.json vitest.config.ts content docs test ${ROOMS.join(' ')}`
  .trim()
  .split(/\s+/)

/** Folders of test/ that are not rooms; golden is the exam, apart from all on which anything is fitted. */
const TEST_FOLDERS = 'house long process support fixtures browser bench golden'.split(' ')

/** Names fixed by those who read them. */
const FIXED_NAMES = new Set(['README.md', 'LICENSE', 'CHANGELOG.md'])

const code = allFiles.filter((path) => /\.(ts|js|css|html)$/.test(path))
const codeOutsideTests = code.filter((path) => !path.startsWith('test/'))

test('the top level holds the rooms and nothing unexpected', () => {
  const found = new Set(allFiles.map((path) => path.split('/')[0] ?? ''))
  expect([...found].filter((name) => !TOP_LEVEL.includes(name))).toEqual([])
})

test(`no file is over ${MAX_LINES} lines`, () => {
  const long = codeOutsideTests
    .map((path) => ({ path, lines: read(path).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MAX_LINES)
  expect(long).toEqual([])
})

test('files and folders are named in kebab case', () => {
  const name = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/
  const odd = allFiles.filter((path) => {
    const parts = path.split('/')
    const file = parts.pop() ?? ''
    return !parts.every((part) => name.test(part)) || !(name.test(file) || FIXED_NAMES.has(file))
  })
  expect(odd.filter((path) => !path.startsWith('content/'))).toEqual([])
})

test('no folder is deeper than the import rules reach, no file lies loose in adapters/', () => {
  const inRooms = programFiles.filter((path) => roomOf(path) !== null)
  expect(inRooms.filter((path) => path.split('/').length - 1 > MAX_DEPTH)).toEqual([])
  expect(inRooms.filter((path) => /^adapters\/[^/]+$/.test(path))).toEqual([])
})

test('every room has an index.ts that only names what is public', () => {
  const rooms = new Set(
    programFiles.map((path) => /^adapters\/[^/]+/.exec(path)?.[0] ?? roomOf(path)),
  )
  rooms.delete(null)
  const withoutIndex = [...rooms].filter((room) => !existsSync(`${ROOT}${room}/index.ts`))
  expect(withoutIndex).toEqual([])
  const withCode = [...rooms].filter((room) =>
    read(`${room}/index.ts`)
      .replace(/\/\*[^]*?\*\/|\/\/.*/g, '')
      .replace(/export (type )?(\*|\{[^}]*\}) from '[^']*'/g, '')
      .trim(),
  )
  expect(withCode).toEqual([])
})

test('test/ mirrors the rooms', () => {
  const strays = allFiles.filter((path) => {
    const [top, first = '', ...rest] = path.split('/')
    if (top !== 'test' || TEST_FOLDERS.includes(first)) return false
    const folders = [first, ...rest].slice(0, -1).filter((name) => !TEST_FOLDERS.includes(name))
    return !existsSync(`${ROOT}${folders.join('/')}`)
  })
  expect(strays).toEqual([])
  const tested = new Set(
    allFiles.filter((path) => path.endsWith('.test.ts')).map((path) => path.split('/')[1]),
  )
  expect(ROOMS.filter((room) => !tested.has(room))).toEqual([])
})

test('the linter is told about every folder and file of the program', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const linted = (scripts['check:lint'] ?? '').split(' ').slice(1)
  const missed = code.filter(
    (path) => /\.[jt]s$/.test(path) && !linted.includes(path.split('/')[0] ?? ''),
  )
  expect(missed).toEqual([])
})
