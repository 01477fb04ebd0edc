import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitWords, foldWord } from '../../../core/index.ts'
import { buildIndex, toSearchDocument } from '../../../knowledge/index.ts'
import type { SearchDocument } from '../../../knowledge/search/document.ts'
import { createFirstLook } from '../../../knowledge/search/first-look.ts'
import { collectTerms } from '../../../knowledge/search/query-terms.ts'
import { RANKING_WEIGHTS } from '../../../knowledge/search/fitted.ts'
import { createSearch } from '../../../knowledge/search/search.ts'
import { FEATURE, scoreLinear } from '../../../knowledge/search/weights.ts'
import { contents, corpus, questions } from '../../support/knowledge/corpora.ts'
import { hasCountry, readCountry } from '../../support/knowledge/country.ts'
import { shippedLexicon } from '../../support/knowledge/shipped.ts'
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

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** The features that need no lexicon, counted by hand. */
function naiveFeatures(list: readonly SearchDocument[], doc: number, question: string) {
  const naive = createNaive(list)
  const { uni, pair } = termsOf(question)
  const title = termsOf(list[doc]!.title)
  const all = [list[doc]!.title, ...list[doc]!.phrases, ...list[doc]!.aliases, ...list[doc]!.text]
  const said = all.flatMap((text) => termsOf(text).uni)
  const known = [...new Set(uni)].filter(naive.isKnown)
  const idf = (term: string): number => naive.idf(term, 'all')
  const mass = sumOf(known.map(idf)) + 6 * uni.filter((term) => !naive.isKnown(term)).length
  const rarity = (terms: readonly string[]): number => sumOf(terms.map(idf))
  const scale = Math.sqrt(mass)
  const asked = uni.map((term) => (naive.isKnown(term) ? idf(term) : 6))
  return {
    uni: naive.sum(doc, uni, 'all') / scale,
    pair: naive.sum(doc, pair, 'all') / scale,
    nameUni: naive.sum(doc, uni, 'name') / scale,
    namePair: naive.sum(doc, pair, 'name') / scale,
    nameShare: shareOf(rarity(title.uni.filter((term) => uni.includes(term))), rarity(title.uni)),
    namePairShare: shareOf(
      rarity(title.pair.filter((term) => pair.includes(term))),
      rarity(title.pair),
    ),
    questionShare: shareOf(rarity(known.filter((term) => title.uni.includes(term))), mass),
    documentShare: shareOf(rarity(uni.filter((term) => said.includes(term))), sumOf(asked)),
    titleLength: Math.log(1 + title.uni.length),
    length: Math.log(1 + said.length),
    atCommune: list[doc]!.isAtCommune ? 1 : 0,
    onlyAtMinistry: list[doc]!.isOnlyAtMinistry ? 1 : 0,
  }
}

test('the ranking is that of a naive scorer that reads every document', () => {
  fc.assert(
    fc.property(documents, words(6), (list, question) => {
      const search = createSearch(buildIndex(list), lexiconOf())
      const naive = createNaive(list)
      const { uni } = termsOf(question)
      const found = search.rank(search.analyse(question))
      for (const { doc, features, score } of found) {
        for (const [name, value] of Object.entries(naiveFeatures(list, doc, question))) {
          expect(features[FEATURE[name as keyof typeof FEATURE]], name).toBeCloseTo(value, 3)
        }
        expect(score).toBe(scoreLinear(features, RANKING_WEIGHTS))
      }
      const matching = list.flatMap((_, doc) => (naive.sum(doc, uni, 'all') > 0 ? [doc] : []))
      expect(found.map(({ doc }) => doc).toSorted((a, b) => a - b)).toEqual(matching)
      const inOrder = found.toSorted(
        (a, b) => b.score - a.score || (search.index.id(a.doc) < search.index.id(b.doc) ? -1 : 1),
      )
      expect(found).toEqual(inOrder)
    }),
    { numRuns: 300 },
  )
})

test('the first look gives what adding all terms for all documents and sorting gives', () => {
  const many = fc
    .array(contents, { minLength: 1, maxLength: 8 })
    .chain((list) =>
      fc
        .array(fc.nat(list.length - 1), { minLength: 150, maxLength: 400 })
        .map((order) => order.map((one, at) => ({ ...list[one]!, id: `d${(at * 389) % 1_009}` }))),
    )
  fc.assert(
    fc.property(many, fc.array(questions, { minLength: 1, maxLength: 3 }), (list, asked) => {
      const search = createSearch(buildIndex(list), lexiconOf())
      const { index } = search
      const look = createFirstLook(index)
      for (const question of asked) {
        const terms = collectTerms(index, search.analyse(question))
        const room = () => new Float32Array(index.size)
        const sums = { uni: room(), pair: room(), nameUni: room(), namePair: room() }
        for (const isCommon of [false, true]) {
          for (const [term, weight] of terms.syllables)
            if (index.isCommon(term) === isCommon)
              index.addScores(term, weight, sums.uni, sums.nameUni)
          for (const [term, weight] of terms.pairs)
            if (index.isCommon(term) === isCommon)
              index.addScores(term, weight, sums.pair, sums.namePair)
        }
        const totalOf = (doc: number): number =>
          Math.fround(
            0.7 * sums.uni[doc]! +
              sums.pair[doc]! +
              0.4 * sums.nameUni[doc]! +
              0.9 * sums.namePair[doc]!,
          )
        const found = look(terms, new Set([3, 4]))
        const best = list
          .map((_, doc) => doc)
          .filter((doc) => totalOf(doc) > 0)
          .toSorted((a, b) => totalOf(b) - totalOf(a) || (index.id(a) < index.id(b) ? -1 : 1))
          .slice(0, 100)
        const close = (docs: readonly number[]) => docs.map((doc) => totalOf(doc).toFixed(3))
        expect(close(found.docs.slice(0, best.length))).toEqual(close(best))
        expect(found.docs).toEqual(expect.arrayContaining([3, 4]))
        expect(new Set(found.docs).size).toBe(found.docs.length)
        for (const doc of found.docs) {
          expect(found.sums.uni[doc]).toBe(sums.uni[doc])
          expect(found.sums.pair[doc]).toBe(sums.pair[doc])
          expect(found.sums.nameUni[doc]).toBeCloseTo(sums.nameUni[doc]!, 3)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('what shares no word with the question or its corrections never appears', () => {
  fc.assert(
    fc.property(corpus(8), questions, (list, question) => {
      const search = createSearch(buildIndex(list), lexiconOf())
      const analysed = search.analyse(question)
      const wanted = new Set(
        [...analysed.tokens, ...analysed.expansions.flat()].flatMap(({ readings }) =>
          readings.map(({ syllable }) => search.index.nameOfSyllable(syllable)),
        ),
      )
      for (const { doc } of search.rank(analysed)) {
        const { title, aliases, phrases, text } = list[doc]!
        const said = [title, ...aliases, ...phrases, ...text].flatMap((one) => termsOf(one).uni)
        expect(said.some((word) => wanted.has(word))).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('a title finds itself, or a record of the same title, first', () => {
  const titled = fc.array(
    fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 5 }),
    { minLength: 1, maxLength: 8 },
  )
  fc.assert(
    fc.property(titled, words(8), (titles, text) => {
      const list = titles.map((title, at) => document(`d${at}`, title.join(' '), { text: [text] }))
      const search = createSearch(buildIndex(list), lexiconOf())
      for (const { title } of list) {
        const [first] = search.rank(search.analyse(title))
        expect(list[first?.doc ?? -1]?.title).toBe(title)
      }
    }),
    { numRuns: 200 },
  )
})

// skipped where the records of the country do not lie beside the repository
test.skipIf(!hasCountry)(
  'titles of the country find themselves, or a record of the same title, first',
  async () => {
    const entries = await readCountry()
    const search = createSearch(buildIndex(entries.map(toSearchDocument)), await shippedLexicon())
    const missed = entries
      .filter((_, at) => at % Math.ceil(entries.length / 300) === 0)
      .filter(({ title }) => {
        const [first] = search.rank(search.analyse(title))
        const found = entries[first?.doc ?? -1]?.title ?? ''
        return splitWords(found).join(' ') !== splitWords(title).join(' ')
      })
    expect(missed.map(({ title }) => title)).toEqual([])
  },
  60_000,
)
