import { EMPTY_UNIT, fillUnit, foldWord, splitWords } from '../../core/index.ts'
import type { Entry, ValueSlot } from '../entry.ts'
import type { AnalysedQuestion } from '../search/analyse-question.ts'
import { collectTerms } from '../search/query-terms.ts'
import type { QueryToken } from '../search/query-token.ts'
import type { SearchIndex } from '../search/search-index.ts'
import type { ExplainedTerm, FieldName } from './explanation.ts'

/** A term of the question as people can read it. */
interface NamedTerm {
  number: number
  text: string
  weight: number
  isAdded: boolean
}

/** Makes what tells the terms of one question that stand in a document, what they give and in which fields they stand. */
export function createTermExplainer(
  question: AnalysedQuestion,
  index: SearchIndex,
): (doc: number, entry: Entry) => ExplainedTerm[] {
  const terms = namedTerms(question, index)
  const points = new Float32Array(index.size)
  const pointsOf = (doc: number, add: () => void): number => {
    points.fill(0)
    add()
    return points[doc] ?? 0
  }
  return (doc, entry) => {
    const fields = fieldsOf(entry)
    return terms
      .map(({ number, text, weight, isAdded }) => ({
        term: text,
        isAdded,
        all: pointsOf(doc, () => index.addScoresOf(number, weight, Uint32Array.of(doc), points)),
        names: pointsOf(doc, () => index.addNameScores(number, weight, points)),
        fields: fields.flatMap(([name, words]) => (words.includes(` ${text} `) ? [name] : [])),
      }))
      .filter(({ all, names }) => all > 0 || names > 0)
      .toSorted((a, b) => b.all + b.names - (a.all + a.names) || (a.term < b.term ? -1 : 1))
  }
}

/** The terms that ranking looks up, with their words. */
function namedTerms(question: AnalysedQuestion, index: SearchIndex): NamedTerm[] {
  const { syllables, pairs } = collectTerms(index, question)
  const asked = textsOf([question.tokens], index)
  const added = textsOf(question.expansions, index)
  return [...syllables, ...pairs]
    .filter(([, weight]) => weight > 0)
    .map(([number, weight]) => ({
      number,
      weight,
      text: asked.get(number) ?? added.get(number) ?? '',
      isAdded: !asked.has(number),
    }))
}

/** The words of each term that the runs have. */
function textsOf(
  runs: readonly (readonly QueryToken[])[],
  index: SearchIndex,
): Map<number, string> {
  const texts = new Map<number, string>()
  for (const run of runs) {
    run.forEach((token, at) => {
      for (const { syllable } of token.readings) {
        const name = index.nameOfSyllable(syllable)
        texts.set(syllable, name)
        for (const next of run[at + 1]?.readings ?? []) {
          const pair = index.pair(syllable, next.syllable)
          if (pair !== undefined) texts.set(pair, `${name} ${index.nameOfSyllable(next.syllable)}`)
        }
      }
    })
  }
  return texts
}

/** The searched texts of an entry by field, each as folded words between spaces. */
function fieldsOf(entry: Entry): [FieldName, string][] {
  const { title, shortTitle, keywords, questions, values, field, agency, audience, text } = entry
  const slots = Object.entries(values) as [ValueSlot, NonNullable<Entry['values'][ValueSlot]>][]
  const texts: [FieldName, readonly string[]][] = [
    ['title', [title, shortTitle]],
    ['keywords', keywords],
    ['questions', questions],
    ...slots.map(([slot, list]): [FieldName, string[]] => [slot, list.map((v) => v.text)]),
    ['other', [field ?? '', agency ?? '', audience ?? '', text]],
  ]
  return texts.map(([name, list]) => [name, list.map(foldedWords).join(' | ')])
}

const foldedWords = (text: string): string =>
  ` ${splitWords(fillUnit(text, EMPTY_UNIT)).map(foldWord).join(' ')} `
