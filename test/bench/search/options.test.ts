import { expect, test } from 'vitest'
import { HELP, readOptions } from './options.ts'

test('options of the command line', () => {
  const usual = { isQuick: false, isJson: false, isHelp: false, fuseEvery: 10 }
  expect(readOptions([])).toEqual(usual)
  expect(readOptions(['--quick', '--json'])).toEqual({ ...usual, isQuick: true, isJson: true })
  expect(readOptions(['--fuse-every', '1'])).toEqual({ ...usual, fuseEvery: 1 })
})

test.each([['--fuse-every', '0'], ['--fuse-every=x'], ['--fast'], ['quick']])(
  '%s is refused',
  (...args) => {
    expect(() => readOptions(args)).toThrow(/./)
  },
)

test('the help names every option and has examples', () => {
  for (const name of ['--quick', '--fuse-every', '--json', '--help', 'Ví dụ:']) {
    expect(HELP).toContain(name)
  }
})
