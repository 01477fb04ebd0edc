import { foldWord, splitWords } from '../../core/index.ts'
import type { LocalDate } from '../../core/index.ts'
import { currentValue } from '../../knowledge/index.ts'
import type { Aspect, Entry, Value } from '../../knowledge/index.ts'
import { answerWords, chooseWords } from '../wording.ts'
import { oneLine } from './card-text.ts'

/** What tells options apart when nothing was asked about them. */
const USUAL: readonly Aspect[] = ['fee', 'duration']
/** Facts longer than this do not fit on the line of an option. */
const LONGEST_FACT = 48

/**
 * The one or two facts that help to choose: the fee where it is a number, and the time; what was asked goes first.
 * A value in doubt keeps its remark, or is left out.
 */
export function factsOf(entry: Entry, aspects: readonly Aspect[], day: LocalDate): string {
  const asked = aspects.filter((aspect) => USUAL.includes(aspect))
  return (asked.length > 0 ? asked : USUAL)
    .flatMap((aspect) => factOf(entry, aspect, day) ?? [])
    .join(', ')
}

function factOf(entry: Entry, aspect: Aspect, day: LocalDate): string | null {
  const value = currentValue(entry, aspect, day)
  const line = value === undefined ? null : oneLine(value, LONGEST_FACT)
  if (value === undefined || line === null) return null
  const isDoubtful = value.doubt !== undefined || value.provenance.confidence === 'low'
  const fact = isDoubtful ? (surePart(value) ?? line) : (line.split(/[;.] /u)[0] ?? line)
  const plain = fact.replace(/[.;,\s…]+$/u, '')
  if (aspect === 'fee' && !answerWords.anyAmount.test(plain)) return null
  // a part of a doubtful value would lose its doubt
  return isDoubtful && plain.includes('…') ? null : plain
}

/** The first clause of a doubtful value when the doubt is about a later one; null when it may be about all of it. */
function surePart({ text, short, doubt }: Value): string | null {
  const [first, ...rest] = (short ?? text).split(/[;,.] /u)
  if (first === undefined || doubt === undefined || rest.length === 0) return null
  const words = splitWords(doubt).map(foldWord)
  const pairs = words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`)
  const later = plainText(rest.join(' '))
  return pairs.some(
    (pair) => later.includes(` ${pair} `) && !plainText(first).includes(` ${pair} `),
  )
    ? first
    : null
}

const plainText = (text: string): string => ` ${splitWords(text).map(foldWord).join(' ')} `

/** A remark of one option that leads to another one by its code: "Mất giấy thì thường chỉ cần … việc 1". */
export function adviceAmong(options: readonly Entry[], day: LocalDate): string | null {
  for (const option of options) {
    const text = currentValue(option, 'note', day)?.text ?? ''
    const at = options.findIndex(
      ({ code }) => code !== null && option.code !== code && text.includes(code),
    )
    const code = options[at]?.code
    if (code) return text.replace(chooseWords.named(code), chooseWords.numbered(at + 1))
  }
  return null
}
