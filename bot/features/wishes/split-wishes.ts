import { foldWord, splitWords } from '../../../core/index.ts'

/** What stands between two wishes, in the text as typed. */
const MARKS = /[+&;,\n]|(?<=\p{L})[.?!](?=\s|$)/gu
/** The same as words, folded; each also stands inside names and sentences, so what comes out is checked. */
const JOINERS = new Set('va roi xong luon voi vs cung kem'.split(' ').map(foldWord))
/** What a wish does, folded: carried on to the papers that are only listed after it. */
export const VERBS: ReadonlySet<string> = new Set(
  'mat rot lam cap doi xin sua sao tach nhap chuyen xoa gia dang nop cat tra bao ban mua sang chung cong'
    .split(' ')
    .map(foldWord),
)
const PAPER = 'the'
/** A text has no more wishes than this, or it is a letter. */
const MOST_WISHES = 6

/**
 * The parts of a text that may each be a wish of its own, in order; none when there are fewer than two.
 * Papers listed after a verb get it too: `mất cccd, bằng lái` is `mất cccd` and `mất bằng lái`.
 */
export function splitWishes(text: string): string[] {
  const parts = text
    .replace(/\([^)]*\)/gu, ' ')
    .split(MARKS)
    .flatMap(splitAtJoiners)
    .filter((words) => words.some((word) => /\p{L}/u.test(word)))
  if (parts.length < 2 || parts.length > MOST_WISHES) return []
  let verb: readonly string[] = []
  return parts.map((words) => {
    const own = verbOf(words)
    if (own.length > 0) verb = own.slice(0, own[1] === undefined || !isAgain(own[1]) ? 1 : 2)
    return own.length > 0 ? words.join(' ') : [...verb, ...words].join(' ')
  })
}

/**
 * How a wish may be asked: as typed, from its last verb on without how it came about (`rớt bóp mất hết cccd` is
 * `mất cccd`), and with the word for the paper that people leave out (`mất thẻ bhyt`).
 */
export function wordingsOf(part: string): string[] {
  const [verb, ...words] = verbOf(splitWords(part))
  if (verb === undefined) return [part]
  const named = words.filter((word) => foldWord(word) !== 'het')
  return [part, [verb, ...named].join(' '), [verb, PAPER, ...named].join(' ')]
}

/** Each joining word with the words beside it, folded: what a cut there takes apart. */
export function cutsOf(text: string): string[] {
  const words = splitWords(text).map(foldWord)
  return words.flatMap((word, at) => {
    const beside = [words[at - 1], word, words[at + 1]]
    return JOINERS.has(word) && !beside.includes(undefined) ? [beside.join(' ')] : []
  })
}

const isAgain = (word: string): boolean => foldWord(word) === 'lai'

function splitAtJoiners(text: string): string[][] {
  const parts: string[][] = [[]]
  for (const word of splitWords(text)) {
    const last = parts.at(-1)
    // `đối với` joins nothing
    if (JOINERS.has(foldWord(word)) && foldWord(last?.at(-1) ?? '') !== 'doi') parts.push([])
    else last?.push(word)
  }
  return parts
}

/** A part from its last verb on, unless the verb asks for how much (`mất bao lâu`); empty when it has none. */
function verbOf(words: readonly string[]): readonly string[] {
  const at = words.findLastIndex(
    (word, i) => VERBS.has(foldWord(word)) && foldWord(words[i + 1] ?? '') !== 'bao',
  )
  return at < 0 ? [] : words.slice(at)
}
