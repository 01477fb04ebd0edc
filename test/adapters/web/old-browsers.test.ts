import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nodesOf, parse, type SyntaxNode } from '../../house/syntax.ts'

/** The oldest browsers that shall work: Chrome 92 and Safari 15, both of 2021. */
const PUBLIC = new URL('../../../adapters/web/public/', import.meta.url)
const filesOf = (ending: string): string[] =>
  readdirSync(PUBLIC).filter((name) => name.endsWith(ending))
const read = (name: string): string => readFileSync(new URL(name, PUBLIC), 'utf8')

/** Syntax that came after ES2021. */
function newSyntax(node: SyntaxNode): string | null {
  switch (node.type) {
    case 'PropertyDefinition':
    case 'StaticBlock':
    case 'PrivateIdentifier':
    case 'ImportAttribute':
    case 'AccessorProperty':
      return node.type
    case 'Literal': {
      const { flags = '' } = (node['regex'] ?? {}) as { flags?: string }
      return /[dv]/.test(flags) ? `regular expression with flags ${flags}` : null
    }
    case 'ForOfStatement':
      return node['await'] === true ? 'for await' : null
    case 'VariableDeclaration':
      return /using/.test(String(node['kind'])) ? 'using' : null
    default:
      return null
  }
}

/** `await` outside any function. */
function hasTopLevelAwait(node: SyntaxNode): boolean {
  if (node.type === 'AwaitExpression') return true
  if (/Function/.test(node.type)) return false
  return Object.values(node).some((value) =>
    (Array.isArray(value) ? value : [value]).some(
      (child) =>
        typeof child === 'object' &&
        child !== null &&
        typeof (child as SyntaxNode).type === 'string' &&
        hasTopLevelAwait(child as SyntaxNode),
    ),
  )
}

/** Methods and functions that Chrome 92 or Safari 15.0 do not have. */
const NEW_CALLS =
  /\.(at|findLast|findLastIndex|toSorted|toReversed|toSpliced|with|groupBy|hasOwn|requestSubmit|withResolvers|randomUUID|any|timeout|showPopover|checkVisibility|isWellFormed|toWellFormed|parse\(.*URL|canParse|structuredClone|fromAsync)\(|\bstructuredClone\(|\bURL\.(parse|canParse)\(|AbortSignal\.(any|timeout)/g

test.each(filesOf('.js'))('%s is ES2021 and calls nothing newer', (name) => {
  const tree = parse(name, read(name))
  expect([...nodesOf(tree)].flatMap((node) => newSyntax(node) ?? [])).toEqual([])
  expect(hasTopLevelAwait(tree)).toBe(false)
  expect(read(name).match(NEW_CALLS) ?? []).toEqual([])
})

test.each([
  'class A { x = 1 }',
  'class A { #x() {} }',
  'const a = /x/v',
  'class A { static { f() } }',
])('%s is found', (text) => {
  expect([...nodesOf(parse('x.js', text))].some((node) => newSyntax(node) !== null)).toBe(true)
})

test('await at the top and a new method are found', () => {
  expect(hasTopLevelAwait(parse('x.js', 'await f()'))).toBe(true)
  expect(hasTopLevelAwait(parse('x.js', 'async () => { await f() }'))).toBe(false)
  expect('a.at(-1)'.match(NEW_CALLS)).toHaveLength(1)
  expect('AbortSignal.timeout(5)'.match(NEW_CALLS)).not.toBeNull()
})

/** What older browsers do not know and may leave out; the reason says what they do instead. */
const MAY_BE_MISSING: Readonly<Record<string, string>> = {
  'text-wrap': 'lines break as ever',
  'field-sizing': 'the script sets the height',
  '::backdrop': 'a public machine, which is ours to choose',
}

/** Features by how they are written; each must be in the table above or have the line before it to fall back to. */
const NEW_CSS: Readonly<Record<string, RegExp>> = {
  'text-wrap': /text-wrap\s*:/,
  'field-sizing': /field-sizing\s*:/,
  '::backdrop': /::backdrop/,
  nesting: /\{[^{}]*&[^{}]*\{/,
  ':has()': /:has\(/,
  layers: /@layer/,
  container: /@container|container-type/,
  scope: /@scope|@starting-style/,
  colours: /color-mix\(|oklch\(|oklab\(|light-dark\(|color\(/,
  'range media': /@media[^{]*[<>]=?/,
  'new units': /\d(svh|lvh|svw|lvw|cqw|cqh|lh)\b/,
  subgrid: /subgrid/,
  'logical short forms': /\b(margin|padding|inset)-(inline|block)\s*:/,
  'single transforms': /^\s*(rotate|scale|translate)\s*:/m,
  'accent-color': /accent-color/,
}

test('styles use nothing newer than Chrome 92 and Safari 15 without something to fall back to', () => {
  const found = filesOf('.css').flatMap((name) =>
    Object.entries(NEW_CSS)
      .filter(([, pattern]) => pattern.test(read(name)))
      .map(([feature]) => feature),
  )
  expect([...new Set(found)].filter((feature) => !(feature in MAY_BE_MISSING))).toEqual([])
  expect(Object.keys(MAY_BE_MISSING).filter((feature) => !found.includes(feature))).toEqual([])
})

test.each([
  ['100dvh', '100vh'],
  ['overflow-wrap: anywhere', 'overflow-wrap: break-word'],
  ['max-width: min(', 'max-width: 34rem'],
])('%s stands behind what older browsers take', (modern, old) => {
  const styles = filesOf('.css').map(read).join('\n')
  const lines = styles.split('\n')
  const uses = lines.flatMap((line, i) => (line.includes(modern) ? [lines[i - 1] ?? ''] : []))
  expect(uses.length).toBeGreaterThan(0)
  for (const before of uses) expect(before).toContain(old)
})
