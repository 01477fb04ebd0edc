import { readFileSync } from 'node:fs'
import {
  buildIndex,
  parseOutOfScope,
  parseQuestions,
  toSearchDocument,
  type Entry,
  type LabelledQuestion,
  type Lexicon,
} from '../../../knowledge/index.ts'
import type { AnalysedQuestion } from '../../../knowledge/search/analyse-question.ts'
import type { Ranked } from '../../../knowledge/search/rank.ts'
import { createSearch, type Search } from '../../../knowledge/search/search.ts'
import { readCountry, readOutOfScope, readQuestions } from '../../support/knowledge/country.ts'
import { withAbout } from '../../support/knowledge/about.ts'
import { shippedEntries } from '../../support/knowledge/shipped.ts'
import { OFF_TOPIC } from '../off-topic.ts'
import type { Choice } from './fit.ts'

export type SetName =
  | 'country'
  | 'practice in the country'
  | 'practice'
  | 'country in all'
  | 'practice in all'
  | 'own lines'
  | 'out of scope'
  | 'off topic'

/** How much the questions of a set count when weights are fitted. */
const SET_WEIGHTS: Readonly<Record<SetName, number>> = {
  country: 1,
  'practice in the country': 0.2,
  practice: 0.5,
  'country in all': 0.3,
  'practice in all': 0.3,
  'own lines': 0.05,
  'out of scope': 1,
  'off topic': 1,
}

/** A question with what the search found for it. */
export interface Asked extends Choice {
  set: SetName
  text: string
  search: Search
  question: AnalysedQuestion
  ranked: readonly Ranked[]
  isHard: boolean
  weight: number
}

/** Written by two people who saw the titles alone; how their files end. */
const PRACTICE = ['', '-2']

const practiceFile = (name: string): string =>
  readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')

/**
 * All questions of all sets, asked. The labelled questions of the country are asked of its procedures; those of the
 * practice set of the shipped content, and of the country's procedures where they stand there; both also of all
 * together, as where a province has imported the country's list.
 */
export async function askAll(lexicon: Lexicon): Promise<Asked[]> {
  const countryEntries = await readCountry()
  const shipped = await shippedEntries()
  const country = searchOf(countryEntries, lexicon)
  const content = searchOf(shipped, lexicon)
  const shippedIds = new Set(shipped.map(({ id }) => id))
  const all = [...shipped, ...countryEntries.filter(({ id }) => !shippedIds.has(id))]
  const both = searchOf(all, lexicon)
  const practice = PRACTICE.flatMap((name) =>
    parseQuestions(practiceFile(`practice-questions${name}.jsonl`), `practice-questions${name}`),
  )
  const held = new Set(countryEntries.map(({ id }) => id))
  return [
    ...readQuestions().map((one) => ask(country, 'country', one)),
    ...practice
      .filter(({ procedureId }) => held.has(procedureId))
      .map((one) => ask(country, 'practice in the country', one)),
    ...practice.map((one) => ask(content, 'practice', withAbout(one, shipped))),
    ...readQuestions().map((one) => ask(both, 'country in all', withAbout(one, shipped))),
    ...practice.map((one) => ask(both, 'practice in all', withAbout(one, shipped))),
    ...ownLines(shipped, lexicon),
    ...readOutOfScope().map((text) => ask(country, 'out of scope', text)),
    ...PRACTICE.flatMap((name) =>
      parseOutOfScope(practiceFile(`practice-out-of-scope${name}.jsonl`), `out-of-scope${name}`),
    ).map((text) => ask(content, 'off topic', text)),
    ...OFF_TOPIC.map((text) => ask(content, 'off topic', text)),
  ]
}

/** Every so many question lines one is held back. */
const HOLD_EVERY = { procedure: 12, other: 3 }

/**
 * Question lines of the content, asked of an index that lacks just these: the practice questions ask for procedures
 * alone, and weights that learn from nothing else would never let a guide or an answer come first.
 */
function ownLines(entries: readonly Entry[], lexicon: Lexicon): Asked[] {
  const held = new Map(
    entries.map((entry) => {
      const every = entry.kind === 'procedure' ? HOLD_EVERY.procedure : HOLD_EVERY.other
      return [entry.id, new Set(entry.questions.filter((_, at) => at % every === every - 1))]
    }),
  )
  const documents = entries.map((entry) => {
    const document = toSearchDocument(entry)
    return { ...document, phrases: document.phrases.filter((one) => !held.get(entry.id)?.has(one)) }
  })
  const search = createSearch(buildIndex(documents), lexicon)
  return entries.flatMap((entry) =>
    [...(held.get(entry.id) ?? [])].map((question) => {
      const labelled = { question, procedureId: entry.id, acceptableIds: [], isHard: false }
      return ask(search, 'own lines', withAbout({ ...labelled, variants: {} }, entries))
    }),
  )
}

const searchOf = (entries: readonly Entry[], lexicon: Lexicon): Search =>
  createSearch(buildIndex(entries.map(toSearchDocument)), lexicon)

function ask(search: Search, set: SetName, asked: LabelledQuestion | string): Asked {
  const text = typeof asked === 'string' ? asked : asked.question
  const right = new Set(
    typeof asked === 'string' ? [] : [asked.procedureId, ...asked.acceptableIds],
  )
  const question = search.analyse(text)
  const ranked = search.rank(question)
  return {
    set,
    text,
    search,
    question,
    ranked,
    isHard: typeof asked === 'string' ? false : asked.isHard,
    weight: SET_WEIGHTS[set],
    features: ranked.map(({ features }) => features),
    isRight: ranked.map(({ doc }) => right.has(search.index.id(doc))),
  }
}
