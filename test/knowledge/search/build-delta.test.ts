import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atOnce } from '../../../core/index.ts'
import { buildDelta, buildIndex, toSearchDocument } from '../../../knowledge/index.ts'
import type { SearchDocument } from '../../../knowledge/search/document.ts'
import { openIndex } from '../../../knowledge/search/search-index.ts'
import { searchParts, type Search } from '../../../knowledge/search/search.ts'
import { contents, corpus, questions } from '../../support/knowledge/corpora.ts'
import { hasCountry, readCountry } from '../../support/knowledge/country.ts'
import { document, lexiconOf } from '../../support/knowledge/sample.ts'

const lexicon = lexiconOf({
  everyday: [
    {
      phrases: ['giấy máu'],
      means: ['khai sinh', 'giấy chứng nhận'],
      codes: ['d1', 'n0'],
      ask: false,
      isOutOfScope: false,
      isAmbiguous: false,
    },
  ],
  variants: ['lại', 'tạm'],
  ignore: ['làm'],
})

/** What a search says of a question, with words and ids instead of numbers and positions. */
function outcome({ index, analyse, rank }: Search, question: string) {
  const analysed = analyse(question)
  const named = JSON.parse(
    JSON.stringify(analysed, (key, value: unknown) =>
      key === 'syllable' && typeof value === 'number' ? index.nameOfSyllable(value) : value,
    ),
  ) as unknown
  const ranked = rank(analysed)
  return {
    named,
    found: ranked.map(({ doc, score, features }) => ({
      id: index.id(doc),
      score,
      features: [...features],
      position: index.position(index.id(doc)) === doc,
    })),
  }
}

const whole = (documents: readonly SearchDocument[]): Search =>
  atOnce(searchParts(buildIndex(documents), lexicon, null))

/** The current documents from a base with what changed since. */
function changed(base: readonly SearchDocument[], current: ReadonlyMap<string, SearchDocument>) {
  const data = buildIndex(base)
  const before = new Map(base.map((one) => [one.id, one]))
  const fresh = [...current.values()].filter((one) => before.get(one.id) !== one)
  const removed = base.flatMap(({ id }) => (current.get(id) === before.get(id) ? [] : [id]))
  return { data, delta: buildDelta(data, fresh, removed) }
}

type Edit =
  | { kind: 'put'; id: string; content: Omit<SearchDocument, 'id'> }
  | { kind: 'remove' | 'restore'; id: string }

const ids = fc.constantFrom('d0', 'd1', 'd2', 'd3', 'd4', 'n0', 'n1')
const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('put' as const), id: ids, content: contents }),
    fc.record({ kind: fc.constantFrom('remove' as const, 'restore' as const), id: ids }),
  ),
  { maxLength: 8 },
)

function edited(base: readonly SearchDocument[], list: readonly Edit[]) {
  const before = new Map(base.map((one) => [one.id, one]))
  const current = new Map(before)
  for (const edit of list) {
    const old = before.get(edit.id)
    if (edit.kind === 'put') current.set(edit.id, { ...edit.content, id: edit.id })
    else if (edit.kind === 'remove') current.delete(edit.id)
    else if (old !== undefined) current.set(edit.id, old)
  }
  return current
}

test('a base with what changed since is the index of all current documents, to the last bit', () => {
  fc.assert(
    fc.property(corpus(6), edits, fc.array(questions, { maxLength: 5 }), (base, list, asked) => {
      const current = edited(base, list)
      const { data, delta } = changed(base, current)
      const incremental = atOnce(searchParts(data, lexicon, delta))
      const rebuilt = whole([...current.values()].toReversed())
      expect(incremental.index.vocabulary).toEqual(rebuilt.index.vocabulary)
      for (const question of asked) {
        const [mine, theirs] = [outcome(incremental, question), outcome(rebuilt, question)]
        expect(mine).toStrictEqual(theirs)
        mine.found.forEach(({ score }, at) => {
          expect(Object.is(score, theirs.found[at]?.score)).toBe(true)
        })
      }
    }),
    { numRuns: 200 },
  )
})

test('a delta says the same whether or not replaced documents are named as gone', () => {
  const base = [document('a', 'Đăng ký khai sinh'), document('b', 'Đăng ký khai tử')]
  const data = buildIndex(base)
  const same = buildDelta(data, [document('b', 'Đăng ký khai tử')], ['b'])
  const answer = (question: string, delta: ReturnType<typeof buildDelta> | null) =>
    outcome(atOnce(searchParts(data, lexicon, delta)), question)
  for (const question of ['khai tử', 'dang ky', 'khai sihn'])
    expect(answer(question, same)).toStrictEqual(answer(question, null))
  // a changed document takes the place of the old one, whether or not it is said to be gone
  expect(buildDelta(data, [document('b', 'Khác')], [])).toEqual(
    buildDelta(data, [document('b', 'Khác')], ['b']),
  )
  expect(buildDelta(data, [], ['nobody']).removed).toEqual([])
})

test('what only removed documents say is unknown', () => {
  const data = buildIndex([
    document('a', 'Cấp hộ chiếu', { text: ['phổ thông'] }),
    document('b', 'Cấp thẻ', { text: ['thẻ hộ'] }),
  ])
  const index = openIndex(data, buildDelta(data, [], ['a']))
  expect(index.vocabulary).toEqual(['cap', 'ho', 'the'])
  expect(index.syllable('chieu')).toBeUndefined()
  expect(index.toned('câp1')).toBeDefined()
  expect(index.toned('chiêu1')).toBeUndefined()
  const [cap, ho, the] = ['cap', 'ho', 'the'].map((name) => index.syllable(name) ?? -1)
  expect(index.pair(cap!, the!)).toBeDefined()
  expect(index.pair(cap!, ho!)).toBeUndefined()
  expect(index.documentsWith(ho!)).toBe(1)
  expect(index.namesWith(ho!)).toBe(0)
  expect(index.position('a')).toBeUndefined()
  expect(index.id(0)).toBe('')
  expect(index.names.firsts[1]).toBe(0)
  expect(index.id(index.position('b') ?? -1)).toBe('b')
})

test('all removed: nothing is left to find, and new ones are found', () => {
  const base = [document('a', 'Cấp hộ chiếu'), document('b', 'Cấp thẻ')]
  const data = buildIndex(base)
  const empty = openIndex(data, buildDelta(data, [], ['a', 'b']))
  expect(empty.vocabulary).toEqual([])
  expect(empty.names.syllables).toHaveLength(0)
  const fresh = [document('c', 'Đăng ký kết hôn')]
  const search = atOnce(searchParts(data, lexicon, buildDelta(data, fresh, ['a', 'b'])))
  expect(outcome(search, 'kết hôn')).toStrictEqual(outcome(whole(fresh), 'kết hôn'))
})

// skipped where the records of the country do not lie beside the repository
test.skipIf(!hasCountry)(
  'a third of the country, partly changed, is the same built anew',
  async () => {
    const all = (await readCountry()).filter((_, at) => at % 3 === 0).map(toSearchDocument)
    const base = all.filter((_, at) => at % 25 !== 0)
    const current = all
      .filter((_, at) => at % 30 !== 7)
      .map((one, at) => (at % 40 === 3 ? { ...one, title: `${one.title} lần thứ hai` } : one))
    const { data, delta } = changed(base, new Map(current.map((one) => [one.id, one])))
    const incremental = atOnce(searchParts(data, lexicon, delta))
    const rebuilt = whole(current)
    for (const { title } of all.filter((_, at) => at % 40 === 7)) {
      const question = title.split(' ').slice(0, 12).join(' ')
      expect(outcome(incremental, question)).toStrictEqual(outcome(rebuilt, question))
    }
  },
  60_000,
)
