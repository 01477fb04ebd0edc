import { parseAst } from 'vitest/node'
import { read } from './repository.ts'

/** A node of the syntax tree (ESTree with TypeScript); only what the house rules look at. */
export interface SyntaxNode {
  type: string
  start: number
  [key: string]: unknown
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string'

/** Parses the text of a file; the ending of its name tells the language. */
export function parse(path: string, text = read(path)): SyntaxNode {
  // oxlint-disable-next-line typescript/no-deprecated -- vitest does not pass on the successor, parseSync
  return parseAst(text, { lang: path.endsWith('.ts') ? 'ts' : 'js' }) as unknown as SyntaxNode
}

/** Every node below `node`, itself first. */
export function* nodesOf(node: SyntaxNode): Generator<SyntaxNode> {
  yield node
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* nodesOf(child)
    }
  }
}

/** `a.b` for a member expression of plain names, the name for an identifier, else null. */
export function nameOf(node: unknown): string | null {
  if (!isNode(node)) return null
  if (node.type === 'Identifier') return node['name'] as string
  if (node.type !== 'MemberExpression') return null
  const object = nameOf(node['object'])
  const property = nameOf(node['property'])
  return node['computed'] === true || object === null || property === null
    ? null
    : `${object}.${property}`
}

/** `path:line`, as editors and people read it. */
export const placeOf = (path: string, text: string, node: SyntaxNode): string =>
  `${path}:${text.slice(0, node.start).split('\n').length}`
