import { expect, test } from 'vitest'
import { isBrowserCode, programFiles, read } from './repository.ts'
import { nameOf, nodesOf, parse, placeOf, type SyntaxNode } from './syntax.ts'

/** Members of `process` with one home each. */
const HOMES = new Map([
  ['process.env', 'config.ts'],
  ['process.exit', 'main.ts'],
  ['process.exitCode', 'main.ts'],
])

/** `env` taken out of process: `const { env } = process`, `import { env } from 'node:process'`. */
function takesApart(node: SyntaxNode): boolean {
  if (node.type === 'VariableDeclarator') {
    const pattern = node['id'] as SyntaxNode
    return nameOf(node['init']) === 'process' && pattern.type === 'ObjectPattern'
  }
  if (node.type !== 'ImportDeclaration') return false
  const from = (node['source'] as { value: string }).value
  return from === 'process' || from === 'node:process'
}

function violationsIn(path: string, text: string): string[] {
  return [...nodesOf(parse(path, text))].flatMap((node) => {
    const name = nameOf(node)
    const home = HOMES.get(name ?? '')
    if (home !== undefined && home !== path) {
      return [`${placeOf(path, text, node)} ${String(name)} belongs in ${home}`]
    }
    return takesApart(node) ? [`${placeOf(path, text, node)} take process whole, by its name`] : []
  })
}

test('the environment is read in config.ts only, the process is ended in main.ts only', () => {
  const violations = programFiles
    .filter((path) => !isBrowserCode(path))
    .flatMap((path) => violationsIn(path, read(path)))
  expect(violations).toEqual([])
})

test.each([
  'export const port = process.env.PORT',
  "export const port = process.env['PORT']",
  'const { env } = process',
  "import { env } from 'node:process'",
  'process.exit(1)',
  'process.exitCode = 1',
])('%s is found outside its home', (text) => {
  expect(violationsIn('bot/x.ts', text)).not.toEqual([])
})
