import { beforeAll, expect, test } from 'vitest'
import {
  buildIndex,
  createKnowledge,
  toSearchDocument,
  type Lexicon,
} from '../../../knowledge/index.ts'
import type { SearchDocument } from '../../../knowledge/search/document.ts'
import { indexBytes } from '../../../knowledge/search/index-data.ts'
import { createSearch } from '../../../knowledge/search/search.ts'
import { document, lexiconOf, sampleEntry } from '../../support/knowledge/sample.ts'
import { shippedLexicon } from '../../support/knowledge/shipped.ts'

let lexicon: Lexicon
beforeAll(async () => {
  lexicon = await shippedLexicon()
})

const searchIn = (documents: readonly SearchDocument[]) =>
  createSearch(buildIndex(documents), lexicon)

/** Ids of the found documents, best first. */
function idsFor(documents: readonly SearchDocument[], question: string): string[] {
  const search = searchIn(documents)
  return search.rank(search.analyse(question)).map(({ doc }) => search.index.id(doc))
}

test('an index of nothing finds nothing', () => {
  expect(idsFor([], 'đăng ký khai sinh')).toEqual([])
  const knowledge = createKnowledge(1, [], buildIndex([]), lexicon)
  const answer = knowledge.ask('làm khai sinh cần giấy tờ gì', { day: '2026-11-21' })
  expect(answer).toMatchObject({ outcome: 'none', reason: 'not_found', candidates: [] })
  expect(answer.aspects).toEqual(['components'])
})

test('an index of one entry answers for it and for nothing else', () => {
  const entry = sampleEntry('1.001193', 'Đăng ký khai sinh')
  const knowledge = createKnowledge(1, [entry], buildIndex([toSearchDocument(entry)]), lexicon)
  const ask = (question: string) => knowledge.ask(question, { day: '2026-11-21' })
  expect(ask('dang ky khai sinh').candidates.map(({ entry: { id } }) => id)).toEqual(['1.001193'])
  expect(ask('mua bán xe cũ').outcome).toBe('none')
})

test('documents without any text are there and are never found', () => {
  const documents = [document('a', ''), document('b', 'Đăng ký khai sinh'), document('c', '?!')]
  expect(idsFor(documents, 'đăng ký khai sinh')).toEqual(['b'])
  expect(buildIndex(documents).ids).toEqual(['a', 'b', 'c'])
  expect(Array.from(buildIndex(documents).lengths)).toEqual([0, 4, 0])
})

test('every field is searched, the name counts most', () => {
  const documents = [
    document('text', 'Một việc khác', { text: ['', 'Nộp giấy chứng sinh'] }),
    document('alias', 'Một việc khác', { aliases: ['giấy chứng sinh'] }),
    document('phrase', 'Một việc khác', { phrases: ['giấy chứng sinh để làm gì'] }),
    document('title', 'Cấp giấy chứng sinh'),
    document('other', 'Cấp hộ chiếu'),
  ]
  const found = idsFor(documents, 'giấy chứng sinh')
  expect(found.slice(0, 4).toSorted()).toEqual(['alias', 'phrase', 'text', 'title'])
  expect(found.indexOf('title')).toBeLessThan(found.indexOf('text'))
})

test('repeated words count less and less, and never hide other documents', () => {
  const spam = 'khai sinh '.repeat(3_000)
  const documents = [
    document('spam', 'Việc khác', { text: [spam] }),
    document('right', 'Đăng ký khai sinh'),
  ]
  expect(idsFor(documents, 'đăng ký khai sinh')[0]).toBe('right')
  expect(buildIndex(documents).lengths[0]).toBeLessThanOrEqual(6_000)
})

test('words at the end of one field and the start of the next are no pair', () => {
  const { index } = searchIn([document('a', 'khai', { aliases: ['sinh'], text: ['tu'] })])
  const [khai, sinh, tu] = ['khai', 'sinh', 'tu'].map((name) => index.syllable(name) ?? -1)
  expect([khai, sinh, tu]).not.toContain(-1)
  expect(index.pair(khai!, sinh!)).toBeUndefined()
  expect(index.pair(sinh!, tu!)).toBeUndefined()
})

test('equal documents share a place and stand in the order of their ids', () => {
  const twins = ['b', 'a', 'c'].map((id) => document(id, 'Cấp bản sao trích lục'))
  expect(idsFor(twins, 'cấp bản sao trích lục')).toEqual(['a', 'b', 'c'])
})

test('the best document is found behind any number of equally good worse ones', () => {
  const many = Array.from({ length: 1_000 }, (_, at) => document(`d${at}`, 'Đăng ký việc khác'))
  const documents = [...many, document('right', 'Đăng ký khai sinh')]
  expect(idsFor(documents, 'đăng ký khai sinh')[0]).toBe('right')
  expect(idsFor(documents, 'đăng ký khai sinh')).toHaveLength(100)
})

test('70,000 small documents: positions beyond 16 bits', () => {
  const documents = Array.from({ length: 70_000 }, (_, at) =>
    document(`d${at}`, `Thủ tục ${at % 7 === 0 ? 'cấp' : 'đổi'} thẻ`),
  )
  documents[69_999] = document('last', 'Đăng ký khai sinh lưu động')
  const search = createSearch(buildIndex(documents), lexiconOf())
  const [first] = search.rank(search.analyse('dang ky khai sinh luu dong'))
  expect(search.index.id(first?.doc ?? -1)).toBe('last')
  expect(search.index.position('d69998')).toBe(69_998)
})

test('an index says how many bytes it takes', () => {
  const empty = indexBytes(buildIndex([]))
  const data = buildIndex([document('a', 'Đăng ký khai sinh')])
  expect(empty).toBeGreaterThan(0)
  expect(indexBytes(data)).toBeGreaterThan(empty)
  expect(indexBytes(data)).toBeLessThan(1_000)
})

test('the levels of an entry are kept apart', () => {
  const entries = [
    sampleEntry('1.000001', 'Một', { level: 'Cấp Xã' }),
    sampleEntry('1.000002', 'Hai', { level: 'Cấp Bộ' }),
    sampleEntry('1.000003', 'Ba', { level: 'Cấp Bộ, Cấp Xã' }),
    sampleEntry('1.000004', 'Bốn', { level: null }),
    sampleEntry('guide', 'Năm', { kind: 'guide', level: null }),
  ]
  const { index } = searchIn(entries.map(toSearchDocument))
  const docs = entries.map((_, at) => at)
  expect(docs.map(index.isAtCommune)).toEqual([true, false, true, false, true])
  expect(docs.map(index.isOnlyAtMinistry)).toEqual([false, true, false, false, false])
})
