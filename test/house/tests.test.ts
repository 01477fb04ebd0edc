import { expect, test } from 'vitest'
import { allFiles, read } from './repository.ts'
import { nameOf, nodesOf, parse, placeOf, type SyntaxNode } from './syntax.ts'

const RUNNERS = new Set(['test', 'it', 'describe', 'suite'])
/** Left in by mistake, they hide every other test. */
const NEVER = new Set(['only', 'todo', 'fails'])
/** Right only where a machine cannot run the test; the line above says which and why. */
const WITH_REASON = new Set(['skip', 'skipIf', 'runIf'])

/** `test.only`, `describe.concurrent.skip` … as a list of names; null for anything else. */
function modifierOf(node: SyntaxNode): string | null {
  const [runner = '', ...modifiers] = (nameOf(node) ?? '').split('.')
  return node.type === 'MemberExpression' && RUNNERS.has(runner) ? (modifiers.at(-1) ?? null) : null
}

function mutedIn(path: string, text: string): string[] {
  const lines = text.split('\n')
  return [...nodesOf(parse(path, text))].flatMap((node) => {
    const modifier = modifierOf(node) ?? ''
    const above = lines[text.slice(0, node.start).split('\n').length - 2] ?? ''
    const hasReason = /^\s*(\/\/|\*\/|\/\*\*).*\S{3}/.test(above)
    const isMuted = NEVER.has(modifier) || (WITH_REASON.has(modifier) && !hasReason)
    return isMuted ? [`${placeOf(path, text, node)} .${modifier}`] : []
  })
}

test('no test is muted without a reason', () => {
  const muted = allFiles
    .filter((path) => path.startsWith('test/') && path.endsWith('.ts'))
    .flatMap((path) => mutedIn(path, read(path)))
  expect(muted).toEqual([])
})

test.each([
  "test.only('x', f)",
  "describe.skip('x', f)",
  'const run = isLinux ? test : test.skip',
  "test.skipIf(isMac)('x', f)",
])('%s is found', (text) => {
  expect(mutedIn('x.ts', text)).toHaveLength(1)
})

test('a reason above lets a test be skipped', () => {
  const text =
    "// skipped elsewhere: Chromium from npm is for Linux x64\ntest.skipIf(isMac)('x', f)"
  expect(mutedIn('x.ts', text)).toEqual([])
})
