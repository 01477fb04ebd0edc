import { Failure } from '../../core/index.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { Token } from './read-tokens.ts'
import type { WordGroups } from './word-groups.ts'
import { guardFileWords } from './wording.ts'

/** Words that must follow each other: alternatives of one or more words, with gaps of a few words. */
type Step =
  | { kind: 'words'; options: Options; isOptional: boolean }
  | { kind: 'gap'; most: number }
  | { kind: 'end' }

/** By the number of the first word: what may follow it. */
type Options = ReadonlyMap<number, readonly (readonly number[])[]>

interface Sequence {
  steps: readonly Step[]
  isAtStart: boolean
  mostBare: number
}

/** One line of a guard file, ready to be compared. */
export interface Pattern {
  /** Numbers of the words with which it can begin. */
  starts: ReadonlySet<number>
  /** Groups of words of each of which the text must have one. */
  needs: readonly number[]
  /** Where it ends when it begins at `at` (not included); -1 when it does not. */
  endFrom(
    tokens: readonly Token[],
    at: number,
    blocked: ReadonlySet<number>,
    slips: boolean,
  ): number
}

/** How far from each other the parts of a line with `+` may begin, in words. */
const NEAR = 15
const GAPS: Readonly<Record<string, number>> = { '..': 3, '...': 8 }

/**
 * Reads one line of `file`; `content/guard/chung.yaml` explains how lines are written.
 * @param mostBare how many single words of each part may be typed without their marks
 * @throws Failure `input` when the line begins with nothing sure or names a set that is not there
 */
export function compilePattern(
  line: string,
  sets: Readonly<Record<string, readonly string[]>>,
  vocabulary: Vocabulary,
  groups: WordGroups,
  { file = '', mostBare = Infinity }: { file?: string; mostBare?: number } = {},
): Pattern {
  const [first, ...others] = line
    .split(/\s\+\s/)
    .map((part) => ({ ...readSequence(part, { line, file }, sets, vocabulary), mostBare }))
  const start = first?.steps[0]
  if (first === undefined || start?.kind !== 'words' || start.isOptional) {
    throw new Failure('input', guardFileWords.badStart(line, file))
  }
  return {
    starts: new Set(start.options.keys()),
    needs: [first, ...others].flatMap(({ steps }) =>
      steps.flatMap((step) =>
        step.kind === 'words' && !step.isOptional ? [groups.groupOf([...step.options.keys()])] : [],
      ),
    ),
    endFrom(tokens, at, blocked, slips) {
      const end = endOf(first, tokens, at, blocked, slips)
      if (end < 0) return -1
      const isNear = (sequence: Sequence): boolean => {
        for (let i = Math.max(0, at - NEAR); i <= at + NEAR && i < tokens.length; i += 1) {
          if (!canStart(sequence, tokens[i], slips)) continue
          if (endOf(sequence, tokens, i, blocked, slips) >= 0) return true
        }
        return false
      }
      return others.every(isNear) ? end : -1
    },
  }
}

function readSequence(
  part: string,
  { line, file }: { line: string; file: string },
  sets: Readonly<Record<string, readonly string[]>>,
  vocabulary: Vocabulary,
): Omit<Sequence, 'mostBare'> {
  const pieces = part.normalize('NFC').trim().split(/\s+/)
  const isAtStart = pieces[0] === '^'
  const membersOf = (name: string): number[][] => {
    const set = sets[name]
    if (set === undefined) throw new Failure('input', guardFileWords.noSet(line, name, file))
    return set.flatMap((member) => optionsOf(member.trim().replace(/\s+/g, '_')))
  }
  /** Words joined by `_`, each of which may be a set. */
  const optionsOf = (piece: string): number[][] =>
    piece
      .split('/')
      .flatMap((option) =>
        (option.match(/<[^>]+>|[^_]+/g) ?? [])
          .map((word) =>
            word.startsWith('<') ? membersOf(word.slice(1, -1)) : [[vocabulary.idOf(word)]],
          )
          .reduce<number[][]>(
            (heads, tails) => heads.flatMap((head) => tails.map((tail) => [...head, ...tail])),
            [[]],
          ),
      )
  const steps = (isAtStart ? pieces.slice(1) : pieces).map((piece): Step => {
    const gap = GAPS[piece]
    if (gap !== undefined) return { kind: 'gap', most: gap }
    if (piece === '$') return { kind: 'end' }
    const isOptional = piece.endsWith('?')
    return {
      kind: 'words',
      options: byFirst(optionsOf(isOptional ? piece.slice(0, -1) : piece)),
      isOptional,
    }
  })
  return { steps, isAtStart }
}

function byFirst(options: readonly (readonly number[])[]): Options {
  const found = new Map<number, (readonly number[])[]>()
  for (const [first = 0, ...others] of options) {
    const known = found.get(first)
    if (known === undefined) found.set(first, [others])
    else known.push(others)
  }
  return found
}

/** Whether a sequence can begin with a word: cheap, and most words cannot. */
function canStart({ steps: [first] }: Sequence, token: Token | undefined, slips: boolean): boolean {
  if (first?.kind !== 'words' || first.isOptional) return true
  for (const id of token?.sure ?? []) if (first.options.has(id)) return true
  if (slips) for (const id of token?.slips ?? []) if (first.options.has(id)) return true
  return false
}

/** What is known on the way through a sequence. */
interface Way {
  words: number
  /** Words whose mark was forgotten. */
  slipped: number
  /** Single words without their marks, in a text typed without. */
  bare: number
}

/**
 * Bounded by the line, not by the text: gaps and alternatives are few. With `slips` one of at least two words may lack
 * a mark.
 */
function endOf(
  { steps, isAtStart, mostBare }: Sequence,
  tokens: readonly Token[],
  start: number,
  blocked: ReadonlySet<number>,
  slips: boolean,
): number {
  if (isAtStart && start > 0) return -1
  const tokenAt = (at: number): Token | undefined => (blocked.has(at) ? undefined : tokens[at])
  const slipsAt = (at: number, id: number): number => {
    const token = tokenAt(at)
    if (token?.sure.has(id) === true) return 0
    return slips && token?.slips.has(id) === true ? 1 : Infinity
  }
  const from = (step: number, at: number, way: Way): number => {
    const current = steps[step]
    if (current === undefined) return way.slipped > 0 && way.words < 2 ? -1 : at
    if (current.kind === 'end') return at === tokens.length ? from(step + 1, at, way) : -1
    if (current.kind === 'gap') {
      for (let skip = 0; skip <= current.most && at + skip <= tokens.length; skip += 1) {
        const end = from(step + 1, at + skip, way)
        if (end >= 0) return end
      }
      return -1
    }
    const token = tokenAt(at)
    for (const id of token?.sure ?? []) {
      const end = behind(current.options.get(id), id, step, at, way)
      if (end >= 0) return end
    }
    for (const id of (slips ? token?.slips : undefined) ?? []) {
      const end = behind(current.options.get(id), id, step, at, way)
      if (end >= 0) return end
    }
    return current.isOptional ? from(step + 1, at, way) : -1
  }
  /** Goes on behind one of the options that begin with the word `id`, which is at `at`. */
  const behind = (
    options: readonly (readonly number[])[] | undefined,
    id: number,
    step: number,
    at: number,
    way: Way,
  ): number => {
    for (const others of options ?? []) {
      let slipped = way.slipped + slipsAt(at, id)
      for (let i = 0; i < others.length && slipped <= 1; i += 1) {
        slipped += slipsAt(at + 1 + i, others[i] ?? 0)
      }
      const bare = way.bare + (others.length === 0 && tokenAt(at)?.bare.has(id) === true ? 1 : 0)
      if (slipped > 1 || bare > mostBare) continue
      const words = way.words + 1 + others.length
      const end = from(step + 1, at + 1 + others.length, { words, slipped, bare })
      if (end >= 0) return end
    }
    return -1
  }
  return from(0, start, { words: 0, slipped: 0, bare: 0 })
}
