import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWord, splitWords } from '../../../core/index.ts'
import { buildIndex } from '../../../knowledge/index.ts'
import { openIndex } from '../../../knowledge/search/search-index.ts'
import { createPostingReader } from '../../../knowledge/search/index/read-postings.ts'
import { createPostingWriter } from '../../../knowledge/search/index/posting-format.ts'
import { corpus } from '../../support/knowledge/corpora.ts'
import { document } from '../../support/knowledge/sample.ts'

/** One term in each list; positions with counts, of which every third also has the term in its name. */
function written(lists: readonly (readonly (readonly [number, number])[])[], size: number) {
  const writer = createPostingWriter(size)
  const starts = [0]
  for (const list of lists) {
    starts.push(
      writer.write({
        docs: Uint32Array.from(list, ([doc]) => doc),
        counts: Uint8Array.from(list, ([, count]) => count),
        nameCounts: Uint8Array.from(list, ([doc, count]) => (doc % 3 === 0 ? count : 0)),
      }),
    )
  }
  const data = { ...buildIndex([]), ids: Array.from({ length: size }, () => '') }
  const postingStarts = Uint32Array.from(starts)
  return createPostingReader({ ...data, postings: writer.finish(), postingStarts })
}

const list = (size: number, maxLength: number) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: size - 1 }), { maxLength })
    .map((docs) => docs.toSorted((a, b) => a - b).map((doc) => [doc, 1 + (doc % 255)] as const))

/** A count is what is added to the sum when nothing is added to it in the divisor and the scale is as large. */
function sumsOf(
  read: (target: { sums: Float32Array; norms: Float64Array; offset: number }) => void,
  size: number,
) {
  const target = {
    sums: new Float32Array(size + 2),
    norms: new Float64Array(size + 2).fill(1),
    offset: 1,
  }
  read(target)
  return [...target.sums]
}

test('what was written is read: few, many, most and all documents, near and far', () => {
  const cases = fc
    .constantFrom(1, 2, 7, 300, 1_000, 40_000)
    .chain((size) =>
      fc.tuple(fc.constant(size), fc.array(list(size, Math.min(size, 700)), { maxLength: 4 })),
    )
  fc.assert(
    fc.property(cases, ([size, lists]) => {
      const reader = written(lists, size)
      lists.forEach((postings, term) => {
        const named = postings.filter(([doc]) => doc % 3 === 0)
        expect(reader.documents[term]).toBe(postings.length)
        expect(reader.names[term]).toBe(named.length)
        const expected = (some: typeof postings): number[] => {
          const sums = new Float32Array(size + 2)
          for (const [doc, count] of some) sums[doc + 1] = (2.5 * count) / (count + 1)
          return [...sums]
        }
        expect(sumsOf((target) => reader.addScores(term, 2.5, target), size)).toEqual(
          expected(postings),
        )
        expect(sumsOf((target) => reader.addNameScores(term, 2.5, target), size)).toEqual(
          expected(named),
        )
        const some = Uint32Array.from({ length: Math.min(size + 2, 400) }, (_, at) => at)
        expect(
          sumsOf((target) => reader.addScoresOf(term, 2.5, some, target), size).slice(
            0,
            some.length,
          ),
        ).toEqual(expected(postings).slice(0, some.length))
        const docs = new Set(postings.map(([doc]) => doc))
        for (let doc = 0; doc < size; doc += Math.ceil(size / 500)) {
          expect(reader.has(term, doc)).toBe(docs.has(doc))
        }
        for (const doc of docs) expect(reader.has(term, doc)).toBe(true)
        expect([reader.has(term, -1), reader.has(term, size)]).toEqual([false, false])
        const marked = Uint8Array.from({ length: size }, (_, doc) => (doc % 2 === 0 ? 1 : 0))
        expect(reader.countMarked(term, marked)).toEqual({
          documents: postings.filter(([doc]) => doc % 2 === 0).length,
          names: named.filter(([doc]) => doc % 2 === 0).length,
        })
      })
    }),
    { numRuns: 60 },
  )
})

test('an index tells of each word and pair which documents have it, in any field and in the name', () => {
  const pairsOf = (words: readonly string[]) =>
    words.slice(1).map((word, at) => `${words[at]} ${word}`)
  fc.assert(
    fc.property(corpus(7), (documents) => {
      const index = openIndex(buildIndex(documents))
      const texts = documents.map((one) => {
        const named = [one.title, ...one.phrases, ...one.aliases].map((text) =>
          splitWords(text).map(foldWord),
        )
        const all = [...named, ...one.text.map((text) => splitWords(text).map(foldWord))]
        return { named, all }
      })
      const words = [...new Set(texts.flatMap(({ all }) => all.flat()))]
      expect(index.vocabulary).toEqual(words.toSorted())
      const having = (
        lists: (one: (typeof texts)[number]) => string[][],
        term: string,
        isPair: boolean,
      ) =>
        texts.map((one) =>
          lists(one).some((said) => (isPair ? pairsOf(said) : said).includes(term)),
        )
      const check = (number: number | undefined, term: string, isPair: boolean): void => {
        const inAll = having(({ all }) => all, term, isPair)
        const inNames = having(({ named }) => named, term, isPair)
        const count = inAll.filter(Boolean).length
        if (count === 0) return expect(number).toBeUndefined()
        expect(index.documentsWith(number!)).toBe(count)
        expect(index.namesWith(number!)).toBe(inNames.filter(Boolean).length)
        expect(documents.map((_, doc) => index.has(number!, doc))).toEqual(inAll)
        expect(index.isCommon(number!)).toBe(count * 2 > documents.length)
      }
      for (const word of words) check(index.syllable(word), word, false)
      for (const first of words) {
        for (const second of words) {
          const pair = index.pair(index.syllable(first) ?? -1, index.syllable(second) ?? -1)
          check(pair, `${first} ${second}`, true)
        }
      }
    }),
    { numRuns: 100 },
  )
})

test('a word that a document says more often than a byte counts is no more than that', () => {
  const often = (times: number) =>
    openIndex(buildIndex([document('a', '', { text: ['sinh '.repeat(times)] })]))
  const scoreOf = (times: number): number => {
    const sums = new Float32Array(1)
    const index = often(times)
    index.addScores(index.syllable('sinh') ?? -1, 1, sums, new Float32Array(1))
    return sums[0] ?? 0
  }
  expect(scoreOf(255)).toBe(scoreOf(5_000))
  expect(scoreOf(254)).toBeLessThan(scoreOf(255))
})
