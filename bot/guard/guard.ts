import { GUARD_KINDS, isUrgentKind, type GuardKind } from './kinds.ts'
import { compileRule, matchOf, type CompiledRule, type GuardRule } from './guard-rule.ts'
import { compilePattern } from './pattern.ts'
import { createPatternIndex } from './pattern-index.ts'
import { createTokenReader, TYPED_NUMBERS, type Token } from './read-tokens.ts'
import { createVocabulary } from './vocabulary.ts'
import { createWordGroups, type ReadText } from './word-groups.ts'
import { FILLERS } from './wording.ts'

/** What a text is that must be answered without search and without keeping it; null for all others. Pure. */
export type Guard = (text: string) => GuardKind | null

/** All that a guard is made from (bộ từ nhận biết). */
export interface GuardWords {
  /** Words that lines name together: `<nước>`. */
  sets: Readonly<Record<string, readonly string[]>>
  /** Short and regional forms of a word. */
  chat: readonly { write: string; forms: readonly string[] }[]
  rules: readonly GuardRule[]
}

const NOTHING: ReadonlySet<number> = new Set()

/**
 * Makes the guard. It needs neither index nor store and takes linear time on any text.
 * @throws Failure `input` naming the line that cannot be read and its file
 */
export function createGuard(words: GuardWords): Guard {
  const vocabulary = createVocabulary()
  const groups = createWordGroups()
  const sets = { ...words.sets, ...TYPED_NUMBERS }
  const rules = words.rules
    .toSorted((a, b) => GUARD_KINDS.indexOf(a.kind) - GUARD_KINDS.indexOf(b.kind))
    .map((rule) =>
      compileRule(rule, (lines, mostBare = Infinity) =>
        lines.map((line) =>
          compilePattern(line, sets, vocabulary, groups, { file: rule.file ?? '', mostBare }),
        ),
      ),
    )
  const triggers = createPatternIndex(rules.map((rule) => [rule, rule.triggers]))
  const chat = new Map<string, string[]>()
  for (const { write, forms } of words.chat) {
    for (const form of forms) chat.set(form, [...(chat.get(form) ?? []), write])
  }
  const fillers = new Set((words.sets[FILLERS] ?? []).map(vocabulary.idOf))
  const readTokens = createTokenReader(vocabulary, chat)
  const kindOf = (text: ReadText, slips: boolean): GuardKind | null => {
    // most texts have none of the words: what they mean elsewhere is looked at only then
    const possible = new Set<CompiledRule>()
    triggers.look(
      text,
      NOTHING,
      (rule) => void possible.add(rule),
      (rule) =>
        text.tokens.length <= rule.mostWords &&
        !possible.has(rule) &&
        (!slips || isUrgentKind(rule.kind)),
      slips,
    )
    if (possible.size === 0) return null
    let bySigns: GuardKind | null = null
    for (const rule of rules) {
      const by = possible.has(rule) ? matchOf(rule, text, slips) : null
      // what a line says outright is surer than what signs add up to
      if (by === 'line') return rule.kind
      if (by === 'signs') bySigns ??= rule.kind
    }
    return bySigns
  }
  return (text) => {
    const tokens = trimmed(readTokens(text), fillers)
    // a cry for help is typed in haste: for it a forgotten mark does not count
    const read = groups.read(tokens)
    const kind = kindOf(read, false)
    return kind === null && tokens.some(({ slips }) => slips.size > 0) ? kindOf(read, true) : kind
  }
}

/** Without the words at either end that say nothing: `ơi`, `ạ`. */
function trimmed(tokens: readonly Token[], fillers: ReadonlySet<number>): readonly Token[] {
  const says = (token: Token): boolean => ![...token.sure].some((id) => fillers.has(id))
  const from = tokens.findIndex(says)
  return from < 0 ? tokens : tokens.slice(from, tokens.findLastIndex(says) + 1)
}
