import type { GuardKind } from './kinds.ts'
import type { Pattern } from './pattern.ts'
import { createPatternIndex, type PatternIndex } from './pattern-index.ts'
import type { ReadText } from './word-groups.ts'

/** How one kind is recognised, as its file in `content/guard` says (luật nhận biết). */
export interface GuardRule {
  kind: GuardKind
  /** The name of the file that says it; a line that cannot be read is reported with it. */
  file?: string
  /** A longer text is not of this kind; null for any length. */
  mostWords: number | null
  /** Words that mean something else here: they are not looked at. */
  ignore: readonly string[]
  /** Lines that decide by themselves. */
  always: readonly string[]
  /** Lines that decide unless one of `unless` is there, too. */
  when: readonly string[]
  /** Like `when`, of more general words: in a text without marks only one single word of each part may be bare. */
  broad?: readonly string[]
  unless: readonly string[]
  /** Lines that decide together: the points of those that are there add up to `enough`, a strong one among them. */
  signs?: { enough: number; strong: readonly string[]; weak: readonly string[] } | null
  /** With one of these a text is not of this kind, whatever else it says. */
  never: readonly string[]
}

/** A rule, ready to be compared. */
export interface CompiledRule {
  kind: GuardKind
  mostWords: number
  /** Lines of which one must be there, so that the rule is looked at. */
  triggers: readonly Pattern[]
  ignore: PatternIndex
  always: PatternIndex
  when: PatternIndex
  broad: PatternIndex
  unless: PatternIndex
  never: PatternIndex
  signs: PatternIndex<Sign>
  enough: number
}

/** A line that alone says too little. */
interface Sign {
  points: number
}
const STRONG = 2
const WEAK = 1

const NOTHING: ReadonlySet<number> = new Set()

/** How many single words without their marks each part of a line may have, where not any number. */
const BARE_OF_BROAD = 1
const BARE_OF_SIGNS = 0

/** @param patternsOf reads the lines of this rule's file */
export function compileRule(
  rule: GuardRule,
  patternsOf: (lines: readonly string[], mostBare?: number) => Pattern[],
): CompiledRule {
  const index = (lines: readonly string[]): PatternIndex =>
    createPatternIndex([[null, patternsOf(lines)]])
  const { strong = [], weak = [], enough = Infinity } = rule.signs ?? {}
  const signsOf = (lines: readonly string[], points: number) =>
    patternsOf(lines, BARE_OF_SIGNS).map((pattern) => [{ points }, [pattern]] as const)
  const broad = patternsOf(rule.broad ?? [], BARE_OF_BROAD)
  return {
    kind: rule.kind,
    mostWords: rule.mostWords ?? Infinity,
    triggers: [
      ...patternsOf([...rule.always, ...rule.when]),
      ...broad,
      ...patternsOf(strong, BARE_OF_SIGNS),
    ],
    ignore: index(rule.ignore),
    always: index(rule.always),
    when: index(rule.when),
    broad: createPatternIndex([[null, broad]]),
    unless: index(rule.unless),
    never: index(rule.never),
    signs: createPatternIndex<Sign>([...signsOf(strong, STRONG), ...signsOf(weak, WEAK)]),
    enough,
  }
}

/**
 * Whether a text is of the rule's kind: one of its lines says so, or its signs add up; null for no.
 * @param slips whether a mark may be forgotten
 */
export function matchOf(
  rule: CompiledRule,
  text: ReadText,
  slips: boolean,
): 'line' | 'signs' | null {
  if (hasMatch(rule.never, text)) return null
  const blocked = new Set<number>()
  rule.ignore.look(text, NOTHING, (_, from, to) => {
    for (let at = from; at < to; at += 1) blocked.add(at)
  })
  if (hasMatch(rule.always, text, blocked, slips)) return 'line'
  const says = [rule.when, rule.broad].some((lines) => hasMatch(lines, text, blocked, slips))
  const by = says ? 'line' : hasSigns(rule, text, blocked, slips) ? 'signs' : null
  return by !== null && hasMatch(rule.unless, text) ? null : by
}

function hasSigns(
  { signs, enough }: CompiledRule,
  text: ReadText,
  blocked: ReadonlySet<number>,
  slips: boolean,
): boolean {
  const found = new Set<Sign>()
  const notYet = (sign: Sign): boolean => !found.has(sign)
  signs.look(text, blocked, (sign) => void found.add(sign), notYet, slips)
  const points = [...found].map((sign) => sign.points)
  return points.includes(STRONG) && points.reduce((sum, each) => sum + each, 0) >= enough
}

const hasMatch = (
  index: PatternIndex,
  text: ReadText,
  blocked: ReadonlySet<number> = NOTHING,
  slips = false,
): boolean =>
  index.look(
    text,
    blocked,
    () => true,
    () => true,
    slips,
  )
