import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { readGuardFolder } from '../../../adapters/files/index.ts'
import { createGuard, type Guard } from '../../../bot/guard/guard.ts'
import { GUARD_KINDS, type GuardKind } from '../../../bot/guard/kinds.ts'
import { Failure, foldText } from '../../../core/index.ts'
import type { Entry } from '../../../knowledge/index.ts'
import { loadGuard, loadShipped } from '../../support/bot/shipped.ts'
import { inTelex, inVni } from '../../support/knowledge/slips.ts'
import { NEGATIVES, POSITIVES, UNSEEN } from './texts.ts'

let guard: Guard
beforeAll(async () => {
  guard = await loadGuard()
})

const positives = Object.entries(POSITIVES) as [GuardKind, readonly string[]][]

/** Texts of which another kind, or none, is said, and the share of the others. */
function recallOf(change: (text: string) => string): { recall: number; missed: string[] } {
  const all = positives.flatMap(([kind, texts]) => texts.map((text) => ({ kind, text })))
  const missed = all
    .map(({ kind, text }) => ({ kind, text: change(text), said: guard(change(text)) }))
    .filter(({ kind, said }) => said !== kind)
    .map(({ kind, text, said }) => `${kind}, not ${said}: ${text}`)
  return { recall: 1 - missed.length / all.length, missed }
}

describe('the guard that ships', () => {
  it('has a dozen texts of each kind to be tried on', () => {
    expect(positives.map(([kind]) => kind).toSorted()).toEqual([...GUARD_KINDS].toSorted())
    for (const [kind, texts] of positives) expect(texts.length, kind).toBeGreaterThanOrEqual(12)
    expect(NEGATIVES.length).toBeGreaterThanOrEqual(80)
    expect(
      new Set([...positives.flatMap(([, texts]) => texts), ...NEGATIVES]).size,
    ).toBeGreaterThan(250)
  })

  const asTyped = (text: string): string => text
  it.each([
    ['as written', asTyped, 0.97],
    ['in capitals', (text: string) => text.toUpperCase(), 0.97],
    ['decomposed', (text: string) => text.normalize('NFD'), 0.97],
    ['without diacritics', foldText, 0.97],
    ['as Telex leaves it', inTelex, 0.97],
    ['as VNI leaves it', inVni, 0.97],
    ['with words around it', (text: string) => `trời ơi ${text} ạ!!!`, 0.97],
  ])('recognises them %s', (_, change, least) => {
    const { recall, missed } = recallOf(change)
    expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(least)
  })

  // measured 2026-11-21: 0.19 missed or taken for a neighbour (see docs/decisions.md)
  it('recognises texts that were written after its lines', () => {
    const missed = UNSEEN.filter(([text, kind]) => guard(text) !== kind)
    expect(missed.length / UNSEEN.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.25)
  })

  it.each(NEGATIVES)('lets "%s" pass', (text) => {
    expect(guard(text)).toBeNull()
    expect(guard(text.toUpperCase())).toBeNull()
    expect(guard(inTelex(text))).toBeNull()
  })

  it.each(['', ' ', '?', '😀😀', '...', '1', 'ok', '1.001193', '\u0000', 'ơi ạ'])(
    '%j is nothing',
    (text) => expect(guard(text)).toBeNull(),
  )
})

describe('what it costs', () => {
  it('a usual text takes less than 0.2 ms', () => {
    const texts = [...positives.flatMap(([, some]) => some), ...NEGATIVES]
    // processor time: what else the machine does at the moment says nothing about the guard
    const round = (): number => {
      const before = process.cpuUsage()
      for (const text of texts) guard(text)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1_000 / texts.length
    }
    expect(Math.min(...Array.from({ length: 20 }, round))).toBeLessThan(0.2)
  })

  it.each([
    'cứu ',
    'nước ',
    'a',
    'đòi tiền ',
    'cán bộ đòi ',
    'aáàâ',
    'xx ',
    '1 ',
    '0402xx ',
    'ss',
    'cứu.',
    'không muốn ',
  ])('ten times as much of %j takes about ten times as long', (part) => {
    const time = (length: number): number => {
      const text = part.repeat(length).slice(0, length)
      const runs = Array.from({ length: 3 }, () => {
        const before = performance.now()
        guard(text)
        return performance.now() - before
      })
      return Math.min(...runs)
    }
    time(1_000)
    expect(time(12_000)).toBeLessThan(60)
    expect(time(1_000_000)).toBeLessThan(80)
  })
})

describe('questions that must be answered', () => {
  const data = fileURLToPath(new URL('../../../../shared/data/', import.meta.url))
  const questionsOf = (file: string): string[] =>
    readFileSync(data + file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { question: string }).question)

  // skipped where the labelled questions do not lie beside the repository
  it.skipIf(!existsSync(data))('at most 0.3 % of the real ones are guarded', () => {
    for (const [file, most] of [
      ['questions-dev.jsonl', 0.003],
      ['out-of-scope-dev.jsonl', 0.01],
    ] as const) {
      const questions = questionsOf(file)
      const hits = questions.flatMap((text) => {
        const kind = guard(text)
        return kind === null ? [] : [`${kind}: ${text}`]
      })
      console.log(`${file}: ${hits.length} of ${questions.length} guarded`, hits)
      expect(hits.length / questions.length, hits.join('\n')).toBeLessThanOrEqual(most)
    }
  })

  it('of the texts that find an entry only those of danger, fraud and complaint are guarded', async () => {
    const { knowledge } = await loadShipped()
    const textsOf = ({ questions, keywords }: Entry): readonly string[] => [
      ...questions,
      ...keywords,
    ]
    const isAbout =
      /(khan-cap|lua-dao|phan-anh-khieu-nai|quen-mat-khau|chi-phi-khong-chinh-thuc|quyen|tiep-cong-dan)/
    const hits = knowledge
      .entries()
      .flatMap((entry) => textsOf(entry).map((text) => ({ id: entry.id, text, kind: guard(text) })))
      .filter(({ kind }) => kind !== null)
    const all = knowledge.entries().flatMap(textsOf)
    console.log(`content: ${hits.length} of ${all.length} lines guarded`)
    const stray = hits
      .filter(({ id }) => !isAbout.test(id))
      .map(({ id, text, kind }) => `${kind} ${id}: ${text}`)
    console.log(stray)
    expect(stray.length / all.length, stray.join('\n')).toBeLessThan(0.002)
  })
})

describe('a line that cannot be read', () => {
  const rule = {
    kind: 'abuse',
    mostWords: null,
    ignore: [],
    when: [],
    unless: [],
    never: [],
  } as const
  it.each(['.. x', 'x? y', '<no set> y', '$'])('"%s" is named', (line) => {
    const make = (): Guard =>
      createGuard({ sets: {}, chat: [], rules: [{ ...rule, always: [line] }] })
    expect(make).toThrow(Failure)
    expect(make).toThrow(line)
  })

  it('is named with its file', () => {
    const words = { sets: {}, chat: [], rules: [{ ...rule, file: 'chui.yaml', always: ['<x>'] }] }
    expect(() => createGuard(words)).toThrow(/content\/guard\/chui\.yaml.*"<x>"/)
  })

  it('a line that YAML takes for something else is refused', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guard-'))
    try {
      await writeFile(join(folder, 'chung.yaml'), 'sets: {}\nwords: []\n')
      await writeFile(join(folder, 'chui.yaml'), 'kind: abuse\nalways:\n  - nói theo: tôi\n')
      await expect(readGuardFolder(folder)).rejects.toThrow(/chui\.yaml/)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('a folder that is not there is named', async () => {
    await expect(readGuardFolder('nowhere')).rejects.toThrow(/nowhere/)
  })
})
