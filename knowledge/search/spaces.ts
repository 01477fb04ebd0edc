import { isSyllableShaped, toSyllable, type Syllable } from '../../core/index.ts'
import type { Language } from './language.ts'
import { isMarked } from './phrase-book.ts'

/** Longest run of letters that is taken apart; more words than this in a row are hardly ever run together. */
const LONGEST_RUN = 24
const LONGEST_SYLLABLE = 7
/** How much likelier (as a logarithm) the words must be with their spaces put right. */
const GAIN_FROM = 3
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu
const MAX_REMEMBERED = 4_000
const LONGEST_WINDOW = 3
const STARTS_WITH_VOWEL = /^[aeiouy]/
const LETTERS = /^\p{L}+$/u

/**
 * Puts spaces where they belong: words run together (`khaisinh`, `làmcăn`), torn apart (`kh ai sinh`) or with the
 * space at the wrong place (`đăngk ý`). Only what is no word as it stands is touched, and only where words come out
 * that are much likelier beside each other.
 */
export function createRepairSpaces(
  language: Language,
  foreign: ReadonlySet<string>,
): (words: readonly Syllable[]) => readonly Syllable[] {
  const remembered = new Map<string, boolean>()
  const isBroken = (word: Syllable): boolean => {
    const known = remembered.get(word.raw)
    if (known !== undefined) return known
    const found = LETTERS.test(word.raw) && !foreign.has(word.raw) && !isWord(word, language)
    if (remembered.size >= MAX_REMEMBERED) remembered.clear()
    remembered.set(word.raw, found)
    return found
  }
  return (words) => repairSpaces(words, isBroken, language)
}

function repairSpaces(
  words: readonly Syllable[],
  isBroken: (word: Syllable) => boolean,
  language: Language,
): readonly Syllable[] {
  const broken = words.map(isBroken)
  const torn = words.map((_, at) => isTorn(words, at, language))
  if (!broken.includes(true) && !torn.includes(true)) return words
  const result: Syllable[] = []
  for (let at = 0; at < words.length;) {
    const place = { at, broken, torn, before: result.at(-1)?.folded ?? null }
    const best = bestRepair(words, place, language)
    const word = words[at]
    if (best !== null) result.push(...best.pieces)
    else if (word !== undefined) result.push(word)
    at += best?.size ?? 1
  }
  return result
}

/** A known syllable, in a known form where it carries marks. */
const isWord = (word: Syllable, language: Language): boolean =>
  language.knows(word.folded) &&
  isSyllableShaped(word.raw) &&
  toneCount(word.raw) <= 1 &&
  (!isMarked(word) || !STARTS_WITH_VOWEL.test(word.folded) || language.hasForm(word.toned))

/** The end of a word behind a space (`thu ong tru`): it starts with a vowel and goes with neither neighbour. */
function isTorn(words: readonly Syllable[], at: number, language: Language): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]]
  if (before === undefined || word === undefined) return false
  return (
    word.raw.length <= 4 &&
    STARTS_WITH_VOWEL.test(word.folded) &&
    language.together(before.folded, word.folded) === 0 &&
    (after === undefined || language.together(word.folded, after.folded) === 0)
  )
}

interface Place {
  at: number
  broken: readonly boolean[]
  torn: readonly boolean[]
  before: string | null
}

interface Repair {
  pieces: readonly Syllable[]
  /** How many words as written it stands for. */
  size: number
  gain: number
}

function bestRepair(words: readonly Syllable[], place: Place, language: Language): Repair | null {
  const { at, broken, torn, before } = place
  let best: Repair | null = null
  for (let size = 1; size <= LONGEST_WINDOW && at + size <= words.length; size += 1) {
    const window = words.slice(at, at + size)
    if (!window.every(({ raw }) => LETTERS.test(raw))) break
    const isBroken = broken.slice(at, at + size).includes(true)
    const isTornApart = size === 2 && torn[at + 1] === true
    if (!isBroken && !isTornApart) continue
    const after = words[at + size]?.folded ?? null
    const run = window.map(({ raw }) => raw).join('')
    const found = split(run, { before, after, isOneWord: size === 1 }, language)
    if (found === null || isSame(found.pieces, window)) continue
    if (!isBroken && !isJoined(found.pieces, before, after, language)) continue
    const gain = found.chance - chanceOf(window, before, after, language)
    if (gain >= GAIN_FROM && gain > (best?.gain ?? 0)) best = { pieces: found.pieces, size, gain }
  }
  return best
}

const isSame = (pieces: readonly Syllable[], window: readonly Syllable[]): boolean =>
  pieces.length === window.length && pieces.every(({ raw }, at) => raw === window[at]?.raw)

/** One word came out, and names or phrases have it between its neighbours. */
function isJoined(
  pieces: readonly Syllable[],
  before: string | null,
  after: string | null,
  language: Language,
): boolean {
  const [word] = pieces
  if (word === undefined || pieces.length > 1 || (before === null && after === null)) return false
  return (
    (before === null || language.together(before, word.folded) > 0) &&
    (after === null || language.together(word.folded, after) > 0)
  )
}

function chanceOf(
  words: readonly Syllable[],
  before: string | null,
  after: string | null,
  language: Language,
): number {
  let last = before
  let chance = 0
  for (const { folded } of words) {
    chance += language.chance(last, folded)
    last = folded
  }
  return after === null ? chance : chance + language.chance(last, after)
}

interface Split {
  pieces: readonly Syllable[]
  chance: number
}

/** The likeliest way to read a run of letters as known syllables; null when there is none. */
function split(
  run: string,
  { before, after, isOneWord }: { before: string | null; after: string | null; isOneWord: boolean },
  language: Language,
): Split | null {
  if (run.length > LONGEST_RUN) return null
  // the best reading of the first `end` letters, by its last piece
  const ends: Map<string, Split>[] = Array.from(
    { length: run.length + 1 },
    () => new Map<string, Split>(),
  )
  ends[0]?.set('', { pieces: [], chance: 0 })
  for (let end = 1; end <= run.length; end += 1) {
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start += 1) {
      const soFar = ends[start]
      if (soFar === undefined || soFar.size === 0) continue
      const raw = run.slice(start, end)
      const piece = toSyllable(raw)
      if (!isPiece(piece, language)) continue
      let best: Split | null = null
      for (const [last, { pieces, chance }] of soFar) {
        if (last !== '' && !goTogether(last, piece.folded, isOneWord, language)) continue
        const total = chance + language.chance(last === '' ? before : last, piece.folded)
        if (best === null || total > best.chance)
          best = { pieces: [...pieces, piece], chance: total }
      }
      if (best !== null) ends[end]?.set(piece.folded, best)
    }
  }
  let best: Split | null = null
  for (const [last, { pieces, chance }] of ends[run.length] ?? []) {
    const total = after === null ? chance : chance + language.chance(last, after)
    if (best === null || total > best.chance) best = { pieces, chance: total }
  }
  return best
}

const isPiece = (piece: Syllable, language: Language): boolean =>
  toneCount(piece.raw) <= 1 &&
  isSyllableShaped(piece.raw) &&
  language.knows(piece.folded) &&
  (!isMarked(piece) || language.hasForm(piece.toned))

/** Words with a wrong space between them stand together elsewhere, as do single letters; others may just be run together. */
const goTogether = (
  first: string,
  second: string,
  isOneWord: boolean,
  language: Language,
): boolean =>
  first.length === 1 || second.length === 1
    ? language.together(first, second) > 0
    : isOneWord || language.chance(first, second) > language.chance(null, second)

const toneCount = (word: string): number => word.normalize('NFD').match(TONES)?.length ?? 0
