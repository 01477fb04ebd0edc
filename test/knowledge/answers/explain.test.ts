import { beforeAll, expect, test } from 'vitest'
import type { Explanation, Knowledge } from '../../../knowledge/index.ts'
import { toEntry } from '../../../knowledge/index.ts'
import { explanationText } from '../../../adapters/cli/commands/explain/explanation-text.ts'
import { lexiconOf } from '../../support/knowledge/sample.ts'
import {
  knowledgeOf,
  shippedEntries,
  shippedLexicon,
  TODAY,
} from '../../support/knowledge/shipped.ts'

const row = {
  ...{ phrases: ['sang tên'], means: ['chuyển chủ'], codes: ['1.000001', '1.000002'], ask: true },
  ...{ isOutOfScope: false, isAmbiguous: false },
}
const procedure = (code: string, name: string, more: Record<string, unknown> = {}) =>
  toEntry({ kind: 'procedure', code, name, level: 'Cấp Xã', ...more })
const small = (): Knowledge =>
  knowledgeOf(
    [
      procedure('1.000001', 'Đăng ký chuyển chủ xe', {
        keywords: 'sang tên xe',
        documents: [{ name: 'Giấy bán xe' }],
      }),
      procedure('1.000002', 'Đăng ký chuyển chủ đất', { agency: 'Nơi nhận giấy sang tên đất' }),
      procedure('1.000003', 'Thông báo lưu trú'),
    ],
    lexiconOf({ everyday: [row], aspects: { fee: ['bao nhiêu tiền'] }, ignore: ['dạ'] }),
  )
const explain = (text: string): Explanation => small().explain(text, { day: TODAY })

test('what was read: words with their weights, rows, aspects', () => {
  const { words, rows, cases, aspects, corrected } = explain('dạ sang tên bao nhiêu tiền')
  expect(words.map(({ word, weight, isAsking }) => [word, weight, isAsking])).toEqual([
    ['da', 0, false],
    ['sang', 1, false],
    ['ten', 1, false],
    ['bao', 0.35, true],
    ['nhieu', 0.35, true],
    ['tien', 0.35, true],
  ])
  expect({ rows, cases, aspects, corrected }).toEqual({
    rows: [
      {
        phrase: 'sang ten',
        means: ['chuyển chủ'],
        codes: ['1.000001', '1.000002'],
        isOpen: true,
      },
    ],
    cases: [],
    aspects: ['fee'],
    corrected: null,
  })
})

test('which terms stand in which fields, those of the lexicon marked', () => {
  const { candidates } = explain('sang tên xe')
  const [car, land] = ['1.000001', '1.000002'].map((id) => candidates.find((c) => c.id === id))
  const fieldsOf = (found: typeof car) =>
    Object.fromEntries(found?.terms.map((t) => [t.term, [...t.fields, t.isAdded]]) ?? [])
  expect(fieldsOf(car)).toEqual({
    xe: ['title', 'keywords', 'components', false],
    'sang ten': ['keywords', false],
    'ten xe': ['keywords', false],
    sang: ['keywords', false],
    ten: ['keywords', false],
    'chuyen chu': ['title', true],
    chuyen: ['title', true],
    chu: ['title', true],
  })
  expect(fieldsOf(land)).toMatchObject({
    'sang ten': ['place_hours', 'authority', 'other', false],
    'chuyen chu': ['title', true],
  })
  for (const { all, names, fields, term } of car?.terms ?? []) {
    expect(all, term).toBeGreaterThan(0)
    expect(names > 0, term).toBe(fields.includes('title') || fields.includes('keywords'))
  }
})

test('the points are the sum of what the features give, the BM25 features that of the terms', () => {
  for (const text of ['sang tên xe', 'sang tên', 'chuyển chủ đất', 'lưu trú']) {
    const [first] = explain(text).candidates.filter(({ score }) => score !== null)
    const given = first?.features.reduce((sum, { gives }) => sum + gives, 0) ?? 0
    expect(Math.abs(given - (first?.score ?? 0)), text).toBeLessThan(0.1)
    const values = new Map(first?.features.map(({ name, value }) => [name, value]))
    const sumOf = (isPair: boolean, part: 'all' | 'names'): number =>
      first?.terms
        .filter(({ term }) => term.includes(' ') === isPair)
        .reduce((sum, term) => sum + term[part], 0) ?? 0
    const scale = sumOf(false, 'all') / (values.get('uni') ?? Number.NaN)
    expect(sumOf(true, 'all') / (values.get('pair') ?? Number.NaN)).toBeCloseTo(scale, 3)
    expect(sumOf(false, 'names') / (values.get('nameUni') ?? Number.NaN)).toBeCloseTo(scale, 3)
  }
})

test('the rule that decided', () => {
  const ruleOf = (text: string) => explain(text).decision.rule
  expect(ruleOf('sang tên')).toBe('open_words')
  expect(ruleOf('1.000003')).toBe('code')
  expect(ruleOf('Thông báo lưu trú')).toBe('written')
  expect(ruleOf('')).toBe('nothing_asked')
  expect(explain('sang tên').decision).toMatchObject({ outcome: 'choose', sureness: null })
})

test('for people: aligned, within 100 columns', () => {
  const explanation: Explanation = {
    words: [
      { word: 'sang', readAs: [], weight: 1, isAsking: false },
      { word: 'tne', readAs: ['ten', 'te'], weight: 1, isAsking: false },
      { word: 'phi', readAs: [], weight: 0.35, isAsking: true },
    ],
    corrected: 'sang tên phí',
    rows: [{ phrase: 'sang ten', means: ['chuyển chủ'], codes: ['1.000001'], isOpen: true }],
    cases: [['cấp lại', 'đổi']],
    aspects: ['fee'],
    candidates: [
      {
        ...{ id: '1.000001', title: 'Đăng ký chuyển chủ xe', probability: 0.754, score: 2.25 },
        features: [
          { name: 'nameShare', value: 0.5, weight: 5, gives: 2.5 },
          { name: 'titleLength', value: 1, weight: -0.25, gives: -0.25 },
        ],
        terms: [
          { term: 'sang ten', isAdded: false, all: 3, names: 1.5, fields: ['keywords', 'note'] },
          { term: 'chuyen', isAdded: true, all: 1, names: 0, fields: ['other'] },
        ],
      },
    ],
    decision: {
      ...{ outcome: 'choose', rule: 'near' },
      sureness: { right: 0.5, needed: 0.65, near: 0.4, first: 0.75, isAbout: true },
      thresholds: { right: 0.65, first: 0.6, near: 0.3 },
    },
  }
  expect(explanationText(explanation, 'choose').split('\n')).toEqual([
    'Đọc câu hỏi (từ và mức nói lên thủ tục, 0–1)',
    '   sang 1,00          tne 1,00 → ten/te  phi 0,35',
    'Tôi hiểu là    sang tên phí',
    'Từ điển        “sang ten” · thêm: chuyển chủ · hỏi lại giữa: 1.000001',
    'Việc đặc biệt  cấp lại / đổi',
    'Khía cạnh      lệ phí',
    '',
    '1. 1.000001 – 75,4 %, 2,25 điểm',
    '   Đăng ký chuyển chủ xe',
    '   Dấu hiệu                                         giá trị     hệ số       cho',
    '   phần tên được nhắc, theo từ                         0,50      5,00      2,50',
    '   tên dài                                             1,00     -0,25     -0,25',
    '   Từ tìm thấy                                     toàn bài       tên  ở',
    '   sang ten                                            3,00      1,50  từ khóa, lưu ý',
    '   chuyen (+)                                          1,00      0,00  phần khác',
    '',
    '(+) từ do từ điển thêm; điểm là BM25',
    '',
    'Vì sao: hỏi lại – chưa đủ chắc, nhưng đủ gần để hỏi lại',
    '   mục đầu đúng                                  0,50 < 0,65',
    '   phần của mục đầu so với các mục khác          0,75 ≥ 0,60',
    '   mục đúng ở trong bốn mục đầu                  0,40 ≥ 0,30',
    '   câu hỏi nhắc tên mục đầu, hoặc không có từ hiếm nào lạ với mục ấy',
  ])
})

let shipped: Knowledge
beforeAll(async () => {
  shipped = knowledgeOf(await shippedEntries(), await shippedLexicon())
})

test.each([
  'lam khai sinh cho con can giay to gi',
  'sang tên',
  'tách hộ rồi làm hộ chiếu cần gì',
  'ddawng kys keets hoon',
  '1.001193 lệ phí',
  'con chim bồ câu',
  'Má tôi 81 tuổi, xưa nay không có lương, nghe nói được tiền người già. Giờ ra xã nộp gì? '.repeat(
    4,
  ),
  '',
])('%j is explained as it is answered', (text) => {
  const answer = shipped.ask(text, { day: TODAY })
  const explanation = shipped.explain(text, { day: TODAY })
  expect(explanation.decision.outcome).toBe(answer.outcome)
  expect(explanation.candidates.map(({ id }) => id)).toEqual(
    answer.candidates.slice(0, 5).map(({ entry }) => entry.id),
  )
  const lines = explanationText(explanation, answer.outcome).split('\n')
  expect(lines.filter((line) => line.length > 100)).toEqual([])
  expect(lines.join('\n')).not.toMatch(/undefined|NaN|null/)
  expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation)
})
