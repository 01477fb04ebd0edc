import { foldText } from '../../core/index.ts'
import type { Entry } from '../../knowledge/index.ts'
import type { Turn } from '../turn.ts'
import { neighboursOf, wordsAbout } from './neighbours.ts'
import type { Neighbour } from './neighbours.ts'
import { says } from './says.ts'
import { LOST, SITUATIONS } from './wording.ts'

/** Somebody died, or it is told how much something costs: no paper is lost. `con` is also `còn`. */
const NOT_LOST =
  /\b(?:bo|me|cha|ba|ma|ong|cu|chong|vo|nguoi nha|nguoi than|chu|bac|co|di|chau|be) (?:toi |em |minh |cua toi )?(?:moi |da |vua )?mat\b(?! (?:giay|so|the|can|cccd|cmnd|bang|ho))|\bmat (?:bao|phi|tien|le|nhieu|may|gi|cong|thoi|nhiu|bn|khau|bang)\b|\b(?:co|vang|tien|bi) mat (?:thi|khong|ko|k)\b|\btien mat\b/

/**
 * The neighbour of the entry that is talked about when the text names a situation that is the neighbour's and not the
 * entry's own: after a lost card "còn vợ tui thì hết hạn rồi". A procedure goes before a guide or a question, and the
 * same words before others for the same. Null when none or several fit.
 */
export function neighbourMeant(turn: Turn, last: Entry): Entry | null {
  const { text } = turn
  const isLost = !NOT_LOST.test(foldText(text))
  const said = SITUATIONS.filter((line) => isLost || !line.includes(LOST)).flatMap((line) => {
    const phrases = line.filter((phrase) => says(text, phrase))
    return phrases.length === 0 || isOwn(phrases, last) ? [] : [{ line, phrases }]
  })
  if (said.length === 0) return null
  const neighbours = neighboursOf(turn, last)
  const exact = said.flatMap(({ phrases }) => phrases)
  const same = said.flatMap(({ line }) => line)
  // what the entry itself calls a neighbour goes before the neighbour's own words
  const searched = [labelOf, wordsOf].flatMap((textOf) =>
    [exact, same].map((phrases) => ({ textOf, phrases })),
  )
  for (const { textOf, phrases } of searched) {
    const fitting = neighbours.filter((one) => phrases.some((phrase) => says(textOf(one), phrase)))
    const procedures = fitting.filter(({ entry }) => entry.kind === 'procedure')
    const [only, ...others] = procedures.length > 0 ? procedures : fitting
    if (only !== undefined) return others.length === 0 ? only.entry : null
  }
  return null
}

const isOwn = (phrases: readonly string[], { title, shortTitle, keywords }: Entry): boolean =>
  phrases.some((phrase) => says([title, shortTitle, ...keywords].join(' | '), phrase))

const labelOf = ({ label }: Neighbour): string => label

const wordsOf = ({ entry }: Neighbour): string => wordsAbout(entry)
