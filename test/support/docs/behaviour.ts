import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const FILE = new URL('../../../../shared/facts/behaviour-questions.json', import.meta.url)

export const HAS_BEHAVIOUR_QUESTIONS = existsSync(FILE)

const outcome = z.enum(['answer', 'choose', 'none', 'guard'])
const items = z.array(
  z.object({
    q: z.string(),
    expect: z.string(),
    check: z.object({
      outcome: z.union([outcome.transform((one) => [one]), z.array(outcome)]),
      codes: z.array(z.string()),
      mustMention: z.array(z.array(z.string())),
      mustNot: z.array(z.string()),
      /** What the item needs that the program does not have yet; '' for nothing. */
      needs: z.string(),
    }),
  }),
)

/** A question with what a good reply must and must not hold. */
export type BehaviourItem = z.infer<typeof items>[number]

export const readBehaviourItems = (): BehaviourItem[] =>
  items.parse(JSON.parse(readFileSync(FILE, 'utf8')))

/** What the assistant did. */
export interface Behaviour {
  outcome: string
  /** Codes or ids: of the entry of an answer, of the offered choices. */
  codes: readonly string[]
  text: string
}

export interface Verdict {
  item: BehaviourItem
  reply: Behaviour
  /** Empty when the reply is as it should be. */
  faults: readonly string[]
}

/** Judges a reply by the item's check: the outcome, the procedure, words that must or must not be there. */
export function judge(item: BehaviourItem, reply: Behaviour): Verdict {
  const { outcome: outcomes, codes, mustMention, mustNot } = item.check
  const text = ` ${reply.text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ')} `
  const has = (words: string): boolean => text.includes(words.normalize('NFC').toLowerCase())
  const needsCode = codes.length > 0 && (reply.outcome === 'answer' || reply.outcome === 'choose')
  return {
    item,
    reply,
    faults: [
      ...(outcomes.includes(reply.outcome as (typeof outcomes)[number])
        ? []
        : [`outcome ${reply.outcome}`]),
      ...(!needsCode || codes.some((code) => reply.codes.includes(code))
        ? []
        : [`entry ${reply.codes.join(', ')}`]),
      ...mustMention
        .filter((alternatives) => !alternatives.some(has))
        .map((alternatives) => `does not say ${alternatives.slice(0, 3).join(' / ')}`),
      ...mustNot.filter(has).map((words) => `says "${words}"`),
    ],
  }
}

/** The table of question, reply and verdict. */
export function behaviourMarkdown(verdicts: readonly Verdict[], day: string): string {
  const counted = verdicts.filter(({ item }) => item.check.needs === '')
  const passed = counted.filter(({ faults }) => faults.length === 0)
  const cell = (text: string): string =>
    text.trim().replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\n+/g, '<br>')
  return [
    '# How the assistant answers the questions of the behaviour list',
    '',
    `Made by \`npm run docs\`; do not edit. Day of the clock: ${day}. The unit is empty, as shipped.`,
    '',
    `${passed.length} of the ${counted.length} questions that need nothing else pass; of all ${verdicts.length}, ${
      verdicts.filter(({ faults }) => faults.length === 0).length
    } pass. Items that need what a later issue brings say so.`,
    '',
    '| Question | Outcome | Reply | Verdict |',
    '| --- | --- | --- | --- |',
    ...verdicts.map(({ item, reply, faults }) => {
      const needs = item.check.needs === '' ? '' : ` (needs ${item.check.needs})`
      const verdict = faults.length === 0 ? 'passes' : `fails: ${faults.join('; ')}`
      return `| ${cell(item.q)} | ${reply.outcome} ${reply.codes.slice(0, 3).join(', ')} | ${cell(reply.text)} | ${cell(verdict + needs)} |`
    }),
    '',
  ].join('\n')
}
