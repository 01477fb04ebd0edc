import { expect, test } from 'vitest'
import { allFiles, read } from './repository.ts'

/** Written in pieces, so that this file does not find itself. */
const any = (...words: string[]): string => words.join('|')

const FORBIDDEN: readonly { what: string; pattern: RegExp }[] = [
  {
    what: 'host name of a package registry or mirror',
    pattern: new RegExp(
      any('npm' + 'js\\.org', 'npm' + 'mirror', 'jf' + 'rog', 'art' + 'ifactory') +
        any(
          '|registry' + '\\.[a-z]',
          'nex' + 'us\\.[a-z]',
          'verd' + 'accio',
          '/repository/' + 'npm',
        ),
      'i',
    ),
  },
  {
    what: 'absolute path of somebody’s machine',
    pattern: new RegExp(
      `(?<![\\w.:/-])/(${any('wo' + 'rk', 'ro' + 'ot', 'ho' + 'me', 'tm' + 'p', 'Us' + 'ers')})(?=/|["'\`\\s]|$)|[A-Z]:\\\\Us` +
        'ers',
      'm',
    ),
  },
  { what: 'private key', pattern: new RegExp('-----BEGIN [A-Z ]*PRI' + 'VATE KEY') },
  {
    what: 'token or password',
    pattern: new RegExp(
      any(
        '\\b\\d{8,10}:AA' + '[\\w-]{33}',
        '\\bgh[pous]' + '_\\w{36}',
        '\\bAKIA' + '[0-9A-Z]{16}',
        '_auth' + 'Token',
        '://\\w+:[^@\\s$<{]' + '{12,}@',
      ),
    ),
  },
]

const isText = (path: string): boolean => !/\.(gz|png|jpg|ico|docx|xlsx|ttf|woff2|pdf)$/.test(path)

function forbiddenIn(path: string, text: string): string[] {
  return FORBIDDEN.flatMap(({ what, pattern }) => {
    const found = pattern.exec(text)
    if (found === null) return []
    return [`${path}:${text.slice(0, found.index).split('\n').length} ${what}: ${found[0]}`]
  })
}

test('no file names a registry, a machine or a secret', () => {
  const found = allFiles.filter(isText).flatMap((path) => forbiddenIn(path, read(path)))
  expect(found).toEqual([])
})

test.each([
  `"resolved": "https://registry.${'npm'}${'js'}.org/x/-/x-1.tgz"`,
  `cd /${'wo'}rk/main`,
  `const path = '/${'ho'}me/an/x'`,
  `-----BEGIN RSA PRI${'VATE'} KEY-----`,
  `TOKEN=123456789:AA${'abcdefghijklmnopqrstuvwxyz0123456'}`,
])('%s is found', (text) => {
  expect(forbiddenIn('x', text)).toHaveLength(1)
})

test.each(['https://example.vn/work/x', "import x from '../root/x.ts'", 'postgres://u:p@db/cchc'])(
  '%s is fine',
  (text) => {
    expect(forbiddenIn('x', text)).toEqual([])
  },
)
