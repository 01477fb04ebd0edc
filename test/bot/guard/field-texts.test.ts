import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Guard } from '../../../bot/guard/guard.ts'
import { isUrgentKind, type GuardKind } from '../../../bot/guard/kinds.ts'
import { foldText } from '../../../core/index.ts'
import { loadGuard } from '../../support/bot/shipped.ts'

/** What a text of these files is: `none` must pass. */
interface FieldText {
  kind: GuardKind | 'none'
  text: string
}

/** Files of texts as people send them: a heading names the kind of the lines below it. */
function readFieldTexts(name: string): FieldText[] {
  let kind = 'none'
  const texts: FieldText[] = []
  const file = readFileSync(
    new URL(`../../fixtures/guard-texts/${name}.txt`, import.meta.url),
    'utf8',
  )
  for (const line of file.split('\n').filter(Boolean)) {
    if (line.startsWith('# ')) kind = line.slice(2)
    else texts.push({ kind: kind as FieldText['kind'], text: line })
  }
  return texts
}

let guard: Guard
beforeAll(async () => {
  guard = await loadGuard()
})

/** A life is in danger: any urgent card has a number to call. Of the other kinds only the right card helps. */
function isRecognised({ kind, text }: FieldText): boolean {
  const said = guard(text)
  if (kind === 'none' || said === null) return kind === (said ?? 'none')
  return isUrgentKind(kind) ? isUrgentKind(said) : said === kind
}

/** Share of the texts that are recognised, and the others. */
function recallOf(texts: readonly FieldText[]): { recall: number; missed: string[] } {
  const missed = texts.filter((text) => !isRecognised(text))
  return {
    recall: 1 - missed.length / texts.length,
    missed: missed.map(({ kind, text }) => `${kind}: ${text}`),
  }
}

/*
 * Measured 2026-11-21 (docs/benchmarks.md): the lines were improved on `fitted`; `held-out` is of the same hand and hour
 * as its first half and was only measured; `unseen` was written when the lines were done, on purpose about other events.
 * The last is the figure to expect of what people will write; whoever improves the lines on it writes a new one.
 */
describe.each([
  ['fitted', 0.93, 0.93],
  ['held-out', 0.95, 0.9],
  ['unseen', 0.5, 0.35],
])('texts of the field: %s', (name, leastUrgent, leastOther) => {
  const texts = readFieldTexts(name)
  const kindIs = (wanted: (kind: GuardKind) => boolean): FieldText[] =>
    texts.filter(({ kind }) => kind !== 'none' && wanted(kind))

  it('recognises danger', () => {
    const { recall, missed } = recallOf(kindIs(isUrgentKind))
    expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(leastUrgent)
  })

  it('recognises what is not urgent', () => {
    const { recall, missed } = recallOf(kindIs((kind) => !isUrgentKind(kind)))
    expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(leastOther)
  })

  it('lets every question with the same words pass, with and without diacritics', () => {
    const near = texts.filter(({ kind }) => kind === 'none')
    expect(near.length).toBeGreaterThan(30)
    const alarms = [...near, ...near.map(({ kind, text }) => ({ kind, text: foldText(text) }))]
    expect(recallOf(alarms).missed).toEqual([])
  })
})
