import { foldText } from '../../../core/index.ts'
import type { Answer, Aspect, Candidate, Entry, Knowledge } from '../../../knowledge/index.ts'

const PHRASES: readonly (readonly [Aspect, string])[] = [
  ['components', 'giay to|can gi|mang theo|ho so gom'],
  ['place_hours', 'o dau|noi nop|cho nao|may gio|nop dau'],
  ['duration', 'bao lau|may ngay|bao gio xong'],
  ['fee', 'le phi|bao nhieu tien|phi|het bao nhieu|mat bao nhieu'],
  ['online', 'qua mang|tren mang|online|truc tuyen'],
  ['postal', 'buu dien|ve nha|ship'],
  ['payment', 'chuyen khoan|thanh toan'],
  ['substitute', 'di thay|lam ho|nop thay'],
  ['obligation', 'bat buoc'],
  ['status', 'den dau|toi dau'],
  ['validity_change', 'con dung'],
]

const SMALL = new Set(
  'lam cho con can gi giay to thi sao bao nhieu tien lau mat o dau duoc khong ko dc le phi nop qua the xin di ai thay j la chao anh hoi muon toi'.split(
    ' ',
  ),
)

const words = (text: string): string[] =>
  (foldText(text).match(/[a-z0-9.]+/g) ?? []).filter((word) => !SMALL.has(word))

/**
 * A small knowledge for tests of the conversation: an entry is as near as the share of the question's words
 * that it has. The real one is tested in test/knowledge.
 */
export function createTokenKnowledge(entries: readonly Entry[], revision = 1): Knowledge {
  const bags = entries.map((entry) => ({
    entry,
    bag: new Set(words([entry.id, entry.title, entry.shortTitle, ...entry.keywords].join(' '))),
  }))
  const find = (key: string): Entry | null =>
    entries.find((entry) => entry.id === key || entry.code === key) ??
    entries.find((entry) => entry.replaces.includes(key)) ??
    null
  const aspectsOf = (text: string): Aspect[] => {
    const folded = foldText(text)
    return PHRASES.flatMap(([aspect, phrases]) => {
      const at = Math.min(
        ...phrases.split('|').map((phrase) => {
          const found = new RegExp(`(^|[^a-z])${phrase}(?![a-z])`).exec(folded)
          return found ? found.index : Number.POSITIVE_INFINITY
        }),
      )
      return Number.isFinite(at) ? [{ aspect, at }] : []
    })
      .toSorted((a, b) => a.at - b.at)
      .map(({ aspect }) => aspect)
  }
  const wordsOf: Knowledge['wordsOf'] = (text) => {
    const all = foldText(text).match(/[a-z0-9.]+/g) ?? []
    const asking = all.map(() => false)
    for (const [, phrases] of PHRASES) {
      for (const phrase of phrases.split('|').map((one) => one.split(' '))) {
        all.forEach((_, at) => {
          if (phrase.every((word, i) => all[at + i] === word)) {
            asking.fill(true, at, at + phrase.length)
          }
        })
      }
    }
    return all.map((folded, at) => ({ folded, isAsking: asking[at] ?? false }))
  }
  return {
    revision,
    find,
    aspectsOf,
    wordsOf,
    entries: () => entries,
    explain: () => {
      throw new Error('not part of this test')
    },
    ask(question): Answer {
      const aspects = aspectsOf(question)
      const asked = words(question)
      const none = (reason: Extract<Answer, { outcome: 'none' }>['reason']): Answer => ({
        outcome: 'none',
        reason,
        aspects,
        candidates: [],
      })
      if (!/[a-z0-9]/.test(foldText(question))) return none('empty')
      const code = asked.find((word) => /^\d\.\d{6}$/.test(word))
      const named = code === undefined ? null : find(code)
      if (named) {
        const candidates = [{ entry: named, score: 1 }]
        return {
          outcome: 'answer',
          entry: named,
          aspects,
          candidates,
          replacedCode: named.code === code ? null : (code ?? null),
        }
      }
      const candidates: Candidate[] = bags
        .map(({ entry, bag }) => ({
          entry,
          score: asked.filter((word) => bag.has(word)).length / (asked.length || 1),
        }))
        .filter(({ score }) => score > 0)
        .toSorted((a, b) => b.score - a.score)
        .slice(0, 10)
      const first = candidates[0]
      if (first === undefined || first.score < 0.5) return { ...none('not_found'), candidates }
      const close = candidates.filter(({ score }) => score > first.score - 0.1)
      return close.length === 1
        ? { outcome: 'answer', entry: first.entry, aspects, candidates, replacedCode: null }
        : { outcome: 'choose', choices: close.slice(0, 5), aspects, candidates }
    },
  }
}
