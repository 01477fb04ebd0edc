import { foldText } from '../../core/index.ts'
import { currentValue } from '../../knowledge/index.ts'
import type { Aspect } from '../../knowledge/index.ts'
import { ASPECT_WORDS, STILL_VALID, answerWords } from '../wording.ts'
import type { AnswerInput } from './answer-parts.ts'
import { clip } from './clip.ts'

/** What a title says of an entry at most, in characters. */
export const LONGEST_NAME = 110
/** A title of three words or more says an aspect when it has this share of the aspect's words. */
const SAID_FROM = 0.75

/** Names the entry and what was asked; an aspect that the name says already is not said twice. */
export function titleOf(input: AnswerInput): string {
  const { entry, dossierCode, replacedCode } = input
  const name = clip(entry.shortTitle, LONGEST_NAME)
  if (dossierCode) return answerWords.dossier(name, dossierCode, entry.kind === 'procedure')
  // the line above says that the old one no longer holds
  const isAsked = (aspect: Aspect): boolean => replacedCode === null || aspect !== 'validity_change'
  const aspects = namedAspects(input)
    .filter(isAsked)
    .map((aspect) => aspectTitle(aspect, input.askedText ?? ''))
    .filter((title) => !isSaidIn(name, title))
  return answerWords.title(name, aspects)
}

/** Guides and the like answer with their summary: only aspects that they have are named. */
const namedAspects = ({ entry, aspects, day }: AnswerInput): readonly Aspect[] =>
  entry.kind === 'procedure'
    ? aspects
    : aspects.filter((aspect) => currentValue(entry, aspect, day) !== undefined)

const aspectTitle = (aspect: Aspect, askedText: string): string =>
  aspect === 'validity_change' && STILL_VALID.asked.test(foldText(askedText))
    ? STILL_VALID.title
    : ASPECT_WORDS[aspect].title

function isSaidIn(name: string, title: string): boolean {
  const said = ` ${foldText(name).replace(/[^a-z0-9]+/g, ' ')} `
  const words = foldText(title).split(/[^a-z0-9]+/)
  if (said.includes(` ${words.join(' ')} `)) return true
  const share = words.filter((word) => said.includes(` ${word} `)).length / words.length
  return words.length >= 3 && share >= SAID_FROM
}
