import { expect, test } from 'vitest'
import {
  evaluate,
  parseOutOfScope,
  parseQuestions,
  type Answer,
  type Entry,
  type Knowledge,
  type LabelledQuestion,
} from '../../../knowledge/index.ts'
import { createIndexBuilder } from '../../../adapters/worker/index.ts'
import { evaluateFiles } from '../../../knowledge/evaluation/evaluate-files.ts'
import { itemsOf, procedure } from '../../support/records.ts'
import { lexiconOf, sampleEntry } from '../../support/knowledge/sample.ts'

const DAY = '2026-11-21'
const entries = ['A', 'B', 'C', 'D', 'E', 'F'].map((id) => sampleEntry(id, `Việc ${id}`))
const entryOf = (id: string): Entry => entries.find((entry) => entry.id === id)!

/** Says just what the text says: `answer A B C` is answered with A, `choose B A`, `none C`. */
const scripted: Knowledge = {
  revision: 0,
  aspectsOf: () => [],
  wordsOf: () => [],
  find: () => null,
  entries: () => entries,
  explain: () => {
    throw new Error('not part of this test')
  },
  ask: (question): Answer => {
    const [outcome, ...ids] = question.split(' ')
    const candidates = ids.map((id) => ({ entry: entryOf(id), score: 0.1 }))
    const rest = { aspects: [], candidates }
    if (outcome === 'answer') {
      return { outcome, entry: candidates[0]!.entry, replacedCode: null, ...rest }
    }
    if (outcome === 'choose') return { outcome, choices: candidates, ...rest }
    return { outcome: 'none', reason: 'not_found', ...rest }
  },
}

const question = (
  text: string,
  procedureId: string,
  more: Partial<LabelledQuestion> = {},
): LabelledQuestion => ({
  question: text,
  procedureId,
  acceptableIds: [],
  isHard: false,
  variants: {},
  ...more,
})

/** A steady clock that ticks once each time it is read. */
const ticking = () => {
  let now = 0
  return () => (now += 1)
}

test('every figure of four questions is as counted by hand', () => {
  const questions = [
    question('answer A B', 'A', { variants: { telex: 'none A', typo2: 'none B C D A' } }),
    question('answer B A', 'A', { isHard: true, variants: { telex: 'none B A' } }),
    question('choose B C D A', 'A', { acceptableIds: ['C'] }),
    question('none B C D E A', 'A', { isHard: true }),
  ]
  const outOfScope = ['answer A', 'none A', 'choose A B', 'none']
  const input = { questions, outOfScope, withVariants: true, day: DAY, nowMs: ticking() }
  expect(evaluate(scripted, input)).toEqual({
    n: 4,
    hitAt1: 0.25,
    hitAt3: 0.75,
    hitAt5: 1,
    mrr10: 0.55, // (1 + 1/2 + 1/2 + 1/5) / 4
    hard: { n: 2, hitAt1: 0, hitAt3: 0.5 },
    answered: 0.5,
    confidentWrong: 0.25,
    outOfScopeAnswered: 0.25,
    latencyMs: { p50: 1, p95: 1, p99: 1 },
    variants: {
      telex: { hitAt1: 0.5, hitAt3: 1 },
      typo2: { hitAt1: 0, hitAt3: 0 },
    },
  })
})

test('nothing out of scope is null, variants only when asked for', () => {
  const questions = [question('answer B', 'A', { acceptableIds: ['B'], variants: { telex: 'x' } })]
  const input = { questions, outOfScope: [], withVariants: false, day: DAY, nowMs: ticking() }
  const result = evaluate(scripted, input)
  expect(result).toMatchObject({ hitAt1: 1, confidentWrong: 0, outOfScopeAnswered: null })
  expect(result).not.toHaveProperty('variants')
})

test('an answer with an acceptable entry is right', () => {
  const questions = [question('answer C', 'A', { acceptableIds: ['B', 'C'] })]
  const input = { questions, outOfScope: [], withVariants: false, day: DAY, nowMs: ticking() }
  expect(evaluate(scripted, input)).toMatchObject({ answered: 1, confidentWrong: 0 })
})

const GOOD = '{"question":"làm khai sinh","procedure_id":"1.001193"}'

test('a file of questions', () => {
  const text = `${GOOD}\r\n\n{"question":"q","procedure_id":"a","acceptable_ids":["b"],"hard":true,"variants":{"telex":"t"},"source":"x"}\n`
  expect(parseQuestions(text, 'q.jsonl')).toEqual([
    question('làm khai sinh', '1.001193'),
    question('q', 'a', { acceptableIds: ['b'], isHard: true, variants: { telex: 't' } }),
  ])
  expect(parseOutOfScope('{"question":"phạt bao nhiêu"}\n', 'o.jsonl')).toEqual(['phạt bao nhiêu'])
})

test.each([
  'no JSON',
  '{"question":"q"',
  '{"question":"q"}',
  '{"question":"","procedure_id":"a"}',
  '{"question":"q","procedure_id":1}',
  '{"question":"q","procedure_id":"a","acceptable_ids":"b"}',
  '["q"]',
  'null',
])('a wrong line %j is named with its number', (line) => {
  const text = `${GOOD}\n\n${line}\n${GOOD}`
  expect(() => parseQuestions(text, 'hoi.jsonl')).toThrow(
    expect.objectContaining({ kind: 'input', message: expect.stringMatching(/hoi\.jsonl.* 3\D/) }),
  )
})

test('a wrong line out of scope and an empty file are named', () => {
  expect(() => parseOutOfScope('{"q":1}', 'ngoai.jsonl')).toThrow(/ngoai\.jsonl.* 1\D/)
  expect(() => parseQuestions('\n \n', 'rong.jsonl')).toThrow(/rong\.jsonl/)
})

test('records and questions from files: built, asked, measured', async () => {
  const records = [
    procedure(1, { name: 'Đăng ký khai sinh' }),
    procedure(2, { name: 'Cấp hộ chiếu phổ thông' }),
    procedure(3, { name: 'Thông báo lưu trú' }),
    procedure(2, { name: 'Cấp hộ chiếu phổ thông lần hai' }),
  ]
  const result = await evaluateFiles({
    records: itemsOf(records),
    questions: {
      name: 'q.jsonl',
      text: '{"question":"dang ky khai sinh","procedure_id":"1.000001"}\n{"question":"hộ chiếu","procedure_id":"1.000002"}',
    },
    outOfScope: null,
    withVariants: false,
    builder: createIndexBuilder(),
    lexicon: lexiconOf(),
    day: DAY,
    nowMs: () => performance.now(),
  })
  expect(result.figures).toMatchObject({
    ...{ n: 2, hitAt1: 1, hitAt3: 1, mrr10: 1, outOfScopeAnswered: null },
  })
  expect(result.figures.indexBuildMs).toBeGreaterThanOrEqual(0)
  // the second record of an id counts no more
  expect(result.entries).toBe(3)
  expect(result.indexBytes).toBeGreaterThan(100)
})

test('a file without usable records is no measure', async () => {
  const empty = evaluateFiles({
    records: itemsOf([{ nothing: true }]),
    questions: { name: 'q.jsonl', text: GOOD },
    outOfScope: null,
    withVariants: false,
    builder: createIndexBuilder(),
    lexicon: lexiconOf(),
    day: DAY,
    nowMs: () => performance.now(),
  })
  await expect(empty).rejects.toMatchObject({ kind: 'input' })
})
