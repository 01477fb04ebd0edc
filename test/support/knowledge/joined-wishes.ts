import { createSeeded, type Seeded } from '../seeded.ts'

/** A question with the procedures that are right for it. */
export interface PracticeQuestion {
  question: string
  procedure_id: string
  acceptable_ids: readonly string[]
}

/** A message of several wishes. */
export interface JoinedWishes {
  text: string
  /** The questions that it was made of. */
  parts: readonly string[]
  /** For each wish, in order, the ids that are right. */
  wanted: readonly ReadonlySet<string>[]
}

const hasMarks = (text: string): boolean => /[^\x00-\x7f]/.test(text)

/** How people go on to the next wish, with marks; each follows the text of the wish before. */
const LEADS = [
  '. Còn ',
  ', với lại ',
  '. Ngoài ra ',
  ', rồi ',
  ' và ',
  '\n',
  '. ',
  ', còn ',
  '? Với lại cho hỏi ',
]
/** The same as typed without marks. */
const BARE_LEADS = [
  '. con ',
  ', voi lai ',
  '. ngoai ra ',
  ' roi ',
  ' va ',
  '\n',
  '. ',
  ', con ',
  '? voi lai cho hoi ',
]

/** Joins two or three of the questions into a message, `count` times; the same for the same seed. */
export function joinWishes(
  questions: readonly PracticeQuestion[],
  count: number,
  seed: number,
): JoinedWishes[] {
  const seeded = createSeeded(seed)
  const groups = [true, false].map((marked) =>
    questions.filter(({ question }) => hasMarks(question) === marked),
  )
  return Array.from({ length: count }, () => {
    const group = seeded.pick(groups)
    const chosen: PracticeQuestion[] = []
    const size = seeded.int(2, 3)
    while (chosen.length < size) {
      const one = seeded.pick(group)
      if (chosen.every(({ procedure_id: id }) => id !== one.procedure_id)) chosen.push(one)
    }
    return {
      text: joined(
        chosen.map(({ question }) => question),
        group === groups[0],
        seeded,
      ),
      parts: chosen.map(({ question }) => question),
      wanted: chosen.map((one) => new Set([one.procedure_id, ...one.acceptable_ids])),
    }
  })
}

function joined(questions: readonly string[], marked: boolean, seeded: Seeded): string {
  if (seeded.int(1, 9) === 1) return questions.map((text, at) => `${at + 1}. ${text}`).join('\n')
  if (seeded.int(1, 9) === 1) return questions.map((text, at) => `${at + 1}) ${text}`).join(' ')
  return questions
    .map((text, at) => (at === 0 ? text : lowerFirst(text)))
    .map((text, at) => (at === questions.length - 1 ? text : text.replace(/[?.!]+$/, '')))
    .reduce((all, text) => `${all}${seeded.pick(marked ? LEADS : BARE_LEADS)}${text}`)
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
