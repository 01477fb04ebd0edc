import { expect, test } from 'vitest'
import { programFiles, read, roomOf } from './repository.ts'
import { parse, type SyntaxNode } from './syntax.ts'

const ROOMS_WITH_WORDS = ['knowledge', 'desk', 'jobs', 'bot']
const TYPES = ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'ClassDeclaration']

/** Names of the types, interfaces and classes that a file exports where it declares them. */
function exportedTypes(path: string): string[] {
  const { body } = parse(path) as unknown as { body: SyntaxNode[] }
  return body
    .filter((node) => node.type === 'ExportNamedDeclaration')
    .map((node) => node['declaration'] as SyntaxNode | null)
    .filter((declaration) => declaration !== null && TYPES.includes(declaration.type))
    .map((declaration) => ((declaration as SyntaxNode)['id'] as { name: string }).name)
}

/** `room/Name`: two rooms may use one word for what each means by it. */
const declared: readonly string[] = programFiles
  .filter((path) => ROOMS_WITH_WORDS.includes(roomOf(path) ?? ''))
  .flatMap((path) => exportedTypes(path).map((name) => `${roomOf(path)}/${name}`))

/** Rows of the tables, each under the heading of its room: | `Identifier` | Vietnamese | meaning |. */
const rows = read('docs/glossary.md')
  .split(/^## /m)
  .flatMap((section) =>
    [...section.matchAll(/^\| `(\w+)` *\|([^|]*)\|([^|]*)\|$/gm)].map((row) => ({
      name: `${/^\w+/.exec(section)?.[0]}/${row[1]}`,
      vietnamese: row[2]?.trim(),
      meaning: row[3]?.trim(),
    })),
  )
const known = new Set(rows.map((row) => row.name))

test('docs/glossary.md explains every exported type of knowledge, desk, jobs and bot', () => {
  expect(declared.length).toBeGreaterThan(0)
  expect(declared.filter((name) => !known.has(name))).toEqual([])
})

test('docs/glossary.md has no word that the code does not have', () => {
  expect([...known].filter((name) => !declared.includes(name))).toEqual([])
})

test('each word is explained once, with its Vietnamese term and its meaning', () => {
  expect(rows.length).toBe(known.size)
  expect(rows.filter(({ vietnamese, meaning }) => !vietnamese || !meaning)).toEqual([])
})
