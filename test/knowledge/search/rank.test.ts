import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitWords, foldWord } from '../../../core/index.ts'
import { buildIndex } from '../../../knowledge/index.ts'
import type { SearchDocument } from '../../../knowledge/search/document.ts'
import { createSearch } from '../../../knowledge/search/search.ts'
import { document, lexiconOf } from '../../support/knowledge/sample.ts'

/** Far from each other, so that no word is taken for a slip of another. */
const WORDS = ['khai', 'sinh', 'thuong', 'quyet', 'dat', 'bo', 'nghieng', 'lam', 'viec', 'phuoc']

const words = (max: number) =>
  fc.array(fc.constantFrom(...WORDS), { maxLength: max }).map((list) => list.join(' '))
const documents = fc
  .array(fc.record({ title: words(4), alias: words(3), phrase: words(3), text: words(12) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((list) =>
    list.map(({ title, alias, phrase, text }, at) =>
      document(`d${at}`, title, { aliases: [alias], phrases: [phrase], text: [text, ''] }),
    ),
  )

/** The terms of a text: words, and pairs of neighbours. */
function termsOf(text: string): { uni: string[]; pair: string[] } {
  const uni = splitWords(text).map(foldWord)
  return { uni, pair: uni.slice(1).map((word, at) => `${uni[at]} ${word}`) }
}

interface Counted {
  all: Map<string, number>
  name: Map<string, number>
  allLength: number
  nameLength: number
}

function count(one: SearchDocument): Counted {
  const counted: Counted = { all: new Map(), name: new Map(), allLength: 0, nameLength: 0 }
  const add = (text: string, weight: number, isName: boolean) => {
    const { uni, pair } = termsOf(text)
    for (const term of [...uni, ...pair]) {
      counted.all.set(term, (counted.all.get(term) ?? 0) + weight)
      if (isName) counted.name.set(term, (counted.name.get(term) ?? 0) + 1)
    }
    counted.allLength += uni.length
    if (isName) counted.nameLength += uni.length
  }
  add(one.title, 6, true)
  for (const text of [...one.phrases, ...one.aliases]) add(text, 5, true)
  for (const text of one.text) add(text, 1, false)
  return counted
}

const meanOf = (values: number[]): number =>
  Math.max(1, values.reduce((sum, value) => sum + value, 0) / values.length)

/** BM25 as it is defined, term by term and document by document, without any index. */
function createNaive(list: readonly SearchDocument[]) {
  const counted = list.map(count)
  const means = {
    all: meanOf(counted.map(({ allLength }) => allLength)),
    name: meanOf(counted.map(({ nameLength }) => nameLength)),
  }
  const scale = Math.log(1 + 4_431) / Math.log(1 + Math.max(list.length, 2))
  const idf = (term: string, side: 'all' | 'name'): number => {
    const having = counted.filter((one) => one[side].has(term)).length
    return Math.log(1 + (list.length - having + 0.5) / (having + 0.5)) * scale
  }
  const weigh = (doc: number, term: string, side: 'all' | 'name'): number => {
    const times = counted[doc]![side].get(term) ?? 0
    const [length, share] =
      side === 'all' ? [counted[doc]!.allLength, 0.4] : [counted[doc]!.nameLength, 0.3]
    return (
      (idf(term, side) * times * 2.2) / (times + 1.2 * (1 - share + (share * length) / means[side]))
    )
  }
  const sum = (doc: number, terms: readonly string[], side: 'all' | 'name'): number =>
    [...new Set(terms)].reduce((total, term) => total + weigh(doc, term, side), 0)
  return { idf, sum, isKnown: (term: string) => counted.some(({ all }) => all.has(term)) }
}

test('the sums of the index are those of BM25 counted by hand', () => {
  fc.assert(
    fc.property(documents, words(6), (list, question) => {
      const search = createSearch(buildIndex(list), lexiconOf())
      const naive = createNaive(list)
      const { uni, pair } = termsOf(question)
      const unknown = uni.filter((term) => !naive.isKnown(term))
      const known = [...new Set(uni)].filter(naive.isKnown)
      const mass = known.reduce((sum, term) => sum + naive.idf(term, 'all'), 6 * unknown.length)
      const found = search.rank(search.analyse(question))
      for (const { doc, features } of found) {
        const expected = [
          naive.sum(doc, uni, 'all'),
          naive.sum(doc, pair, 'all'),
          naive.sum(doc, uni, 'name'),
          naive.sum(doc, pair, 'name'),
        ]
        expected.forEach((value, at) => {
          expect((features[at] ?? 0) * Math.sqrt(mass)).toBeCloseTo(value, 2)
        })
      }
      const matching = list.flatMap((_, doc) => (naive.sum(doc, uni, 'all') > 0 ? [doc] : []))
      expect(found.map(({ doc }) => doc).toSorted((a, b) => a - b)).toEqual(matching)
    }),
    { numRuns: 300 },
  )
})
