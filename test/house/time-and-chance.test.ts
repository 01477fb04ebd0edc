import { expect, test } from 'vitest'
import { isBrowserCode, programFiles, read, roomOf } from './repository.ts'
import { nameOf, nodesOf, parse, placeOf, type SyntaxNode } from './syntax.ts'

/** The two files through which time and chance come in. */
const HOMES = new Set(['core/clock.ts', 'core/ids.ts'])

const FORBIDDEN_CALLS = new Set([
  'Date.now',
  'Math.random',
  'crypto.randomUUID',
  'crypto.randomBytes',
  'crypto.getRandomValues',
  'randomUUID',
  'randomBytes',
  'getRandomValues',
])

/** Waiting is `clock.sleep`: a bare timer cannot be driven by a test. Adapters may, the domain may not. */
const TIMERS = new Set(['setTimeout', 'setInterval', 'setImmediate'])

/** What `node` takes from the outside without asking a port; null when it is fine. */
function leak(node: SyntaxNode, isDomain: boolean): string | null {
  const callee = nameOf(node['callee'])
  if (node.type === 'NewExpression' && callee === 'Date') {
    return (node['arguments'] as unknown[]).length === 0 ? 'new Date()' : null
  }
  if (node.type === 'CallExpression' && callee === 'Date') return 'Date()'
  if (node.type === 'CallExpression' && isDomain && TIMERS.has(callee ?? '')) return `${callee}()`
  const name = node.type === 'CallExpression' ? callee : nameOf(node)
  return FORBIDDEN_CALLS.has(name ?? '') ? String(name) : null
}

/** Places in `text` that read the time or take chance by themselves. */
function leaksIn(path: string, text: string): string[] {
  const isDomain = roomOf(path) !== null && roomOf(path) !== 'adapters'
  return [...nodesOf(parse(path, text))].flatMap((node) => {
    const found = leak(node, isDomain)
    return found === null ? [] : [`${placeOf(path, text, node)} ${found}`]
  })
}

test('time and chance come in through core/clock.ts and core/ids.ts only', () => {
  const leaks = programFiles
    .filter((path) => !HOMES.has(path) && !isBrowserCode(path))
    .flatMap((path) => leaksIn(path, read(path)))
  expect([...new Set(leaks)]).toEqual([])
})

test.each([
  ['const at = new Date()', 'bot/x.ts:1 new Date()'],
  ['const at = Date()', 'bot/x.ts:1 Date()'],
  ['const f = () =>\n Date.now()', 'bot/x.ts:2 Date.now'],
  ['const now = Date.now', 'bot/x.ts:1 Date.now'],
  ['const n = Math.random()', 'bot/x.ts:1 Math.random'],
  ["import { randomUUID } from 'node:crypto'", 'bot/x.ts:1 randomUUID'],
  ['setTimeout(f, 1)', 'bot/x.ts:1 setTimeout()'],
])('%s is found', (text, place) => {
  expect(leaksIn('bot/x.ts', text)).toContain(place)
})

test('a date made from a value is no leak', () => {
  expect(leaksIn('bot/x.ts', 'const at = new Date(clock.now().getTime() + 1)')).toEqual([])
})
