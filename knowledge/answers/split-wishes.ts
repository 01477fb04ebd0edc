import { hasDiacritics, toSyllables, type Syllable } from '../../core/index.ts'
import { wishWords } from './wording.ts'

/**
 * A part of a text that may be a wish of its own, in pieces: a full stop, a new line, a number or words such as
 * `với lại` set parts off from each other, `và` and `rồi` only pieces, which seldom are wishes; these words stand at
 * the beginning of the pieces that they join.
 */
export type WishPart = readonly string[]

/** A text of more words is a letter, which tells more than it asks. */
const MOST_WORDS = 120
const MOST_LETTERS = 1_000
const MOST_PIECES = 14

const { leadingOver, joining, atOneGo, both, onTheOtherHand } = wishWords
const LEADING_OVER = leadingOver.map(toSyllables)
const JOINING = joining.flatMap(toSyllables)
const AT_ONE_GO = atOneGo.map(toSyllables)
const BOTH = toSyllables(both)[0]

/** What ends a part, in the text as typed. */
const MARKS = /(?<=\p{L}|\d)[.?!;…]+(?=\s|$)|\n+|[+&]/gu
/** After these words `rồi` only says that something is over. */
const AFTER_ROI = new Set(['ma', 'thi', 'nen', 'nay', 'gio', 'chua'])
/** Numbers of a list; only read as such when there is a first and a second. */
const NUMBERS = /(?<=^|[\s,;:.])\(?([1-9])(?:[.)/:]|\s*[-–])\s+(?=\p{L})/gu

/** The parts of a text, in order; none when it cannot be more than one wish. */
export function splitWishes(text: string): WishPart[] {
  if (text.length > MOST_LETTERS) return []
  const parts = withVerbs(atMarks(withLines(text)).flatMap(atWords))
  const pieces = parts.flat()
  const words = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const isOne = pieces.some((piece) =>
    AT_ONE_GO.some((phrase) => piece.some((_, at) => isAt(piece, phrase, at))),
  )
  if (isOne || pieces.length < 2 || pieces.length > MOST_PIECES || words > MOST_WORDS) return []
  return parts.map((part) => part.map((piece) => piece.map(({ raw }) => raw).join(' ')))
}

type Piece = readonly Syllable[]

/** What is done with papers, folded; a paper that is only named after it is meant to be dealt with alike. */
const VERBS = new Set(
  'mat rot lam cap doi xin sua sao tach nhap chuyen xoa gia dang nop cat tra bao ban mua sang chung cong'.split(
    ' ',
  ),
)
/** Papers are named in so many words at most. */
const LONGEST_NAME = 3

/** `mất cccd | bằng lái` is `mất cccd` and `mất bằng lái`. */
function withVerbs(parts: readonly Piece[][]): Piece[][] {
  let verb: Piece = []
  return parts.map((part) =>
    part.map((piece) => {
      const at = piece.findIndex(
        ({ folded }, i) => VERBS.has(folded) && piece[i + 1]?.folded !== 'bao',
      )
      if (at < 0) {
        const [joined, named] = isJoining(piece, 0)
          ? [piece.slice(0, 1), piece.slice(1)]
          : [[], piece]
        return named.length <= LONGEST_NAME ? [...joined, ...verb, ...named] : piece
      }
      verb = piece.slice(at, piece[at + 1]?.folded === 'lai' ? at + 2 : at + 1)
      return piece
    }),
  )
}

/** Numbered wishes on lines of their own. */
function withLines(text: string): string {
  const numbers = new Set([...text.matchAll(NUMBERS)].map(([, number]) => number))
  return numbers.has('1') && numbers.has('2') ? text.replace(NUMBERS, '\n') : text
}

function atMarks(text: string): Piece[] {
  const [marked, bare] = onTheOtherHand
  return text
    .replace(hasDiacritics(text) ? marked : bare, '\n')
    .split(MARKS)
    .map(toSyllables)
    .filter((piece) => piece.some(({ folded }) => /[a-z]/.test(folded)))
}

/** Cuts a piece where words lead over to the next wish, which are left out. */
function atWords(piece: Piece): Piece[][] {
  const isBoth = piece.filter((word) => same(word, BOTH)).length > 1
  const parts: Syllable[][][] = [[[]]]
  for (let at = 0; at < piece.length;) {
    const leading = LEADING_OVER.find((phrase) => isAt(piece, phrase, at))
    const word = piece[at]
    if (leading !== undefined || (isBoth && same(word, BOTH))) parts.push([[]])
    else if (word !== undefined && isJoining(piece, at)) parts.at(-1)?.push([word])
    else if (word !== undefined) parts.at(-1)?.at(-1)?.push(word)
    at += leading?.length ?? 1
  }
  return parts
    .map((part) => part.filter((words) => words.length > 0))
    .filter((part) => part.length > 0)
}

/** The same word; marks that were typed count. */
const same = (a: Syllable | undefined, b: Syllable | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  (a.toned === a.folded || b.toned === b.folded ? a.folded === b.folded : a.toned === b.toned)

const isAt = (piece: Piece, phrase: Piece, at: number): boolean =>
  phrase.every((word, i) => same(word, piece[at + i]))

const isJoining = (piece: Piece, at: number): boolean =>
  JOINING.some((word) => same(word, piece[at])) && !AFTER_ROI.has(piece[at + 1]?.folded ?? '')
