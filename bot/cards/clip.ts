import { foldWord } from '../../core/index.ts'

/** Words that lead on to another: nothing may end with one. Folded. */
const DANGLING = new Set(
  'den tu cua cho voi va hoac hay la thi neu khi trong ngoai tai o do de ve vao qua theo bang cac nhung moi mot khong chua duoc phai co bi dang se het toi da thieu tru ke truoc sau gom so muc dieu khoan ngay thang nam thu thanh tren duoi'
    .split(' ')
    .map(foldWord),
)

/** Numbers with what they count, and dates: `7 ngày làm việc`, `25.000 đ`, `đến hết 31/12/2026`. */
const TOGETHER = /\d[\d.,/–-]*(?:\s+(?:ngày làm việc|\p{L}+))?|\p{L}+\s+(?=\d)/gu

/**
 * Cuts so that the result has at most `max` characters, `…` included: at the end of a clause where there is one,
 * else at a word, never inside a number and its unit, a date or a bracket.
 */
export function clip(text: string, max: number): string {
  const flat = flatten(text)
  if (flat.length <= max) return flat
  return clipClause(flat, max) ?? clipWords(flat, max)
}

/** The clauses that fit, and `…` for the others; null when not even the first does. */
export function clipClause(text: string, max: number): string | null {
  const flat = flatten(text)
  if (flat.length <= max) return flat
  const end = clauseEnds(flat)
    .filter((at) => at + 3 <= max)
    .at(-1)
  return end === undefined ? null : `${flat.slice(0, end)}${flat[end] ?? ''} …`
}

/** As many whole words as fit, without a mark for what is left out: for buttons. */
export function wholeWords(text: string, max: number): string {
  const flat = flatten(text)
  if (flat.length <= max) return flat
  const words = flat
    .slice(0, max + 1)
    .split(' ')
    .slice(0, -1)
  // a word that leads on, and a lone syllable after one, say nothing: "… có yếu"
  const isStub = (): boolean => [-1, -2].some((at) => isDangling(words.at(at) ?? ''))
  while (words.length > 3 && isStub()) words.pop()
  const label = words.join(' ').replace(/[\s,;:.(–-]+$/u, '')
  return label === '' ? flat.slice(0, max) : label
}

const flatten = (text: string): string => text.replace(/\s+/gu, ' ').trim()

const isDangling = (word: string): boolean => DANGLING.has(foldWord(word.replace(/[,;:.]+$/u, '')))

/** Where a comma, semicolon or full stop outside brackets ends a clause. */
function clauseEnds(flat: string): number[] {
  const ends: number[] = []
  let depth = 0
  for (let at = 0; at < flat.length; at += 1) {
    const character = flat[at] ?? ''
    if (character === '(') depth += 1
    if (character === ')') depth = Math.max(0, depth - 1)
    if (depth === 0 && at > 0 && /[,;.]/.test(character) && flat[at + 1] === ' ') ends.push(at)
  }
  return ends
}

function clipWords(flat: string, max: number): string {
  const kept = [...flat.matchAll(TOGETHER)].map(({ 0: run, index }) => [index, index + run.length])
  const isWhole = (at: number): boolean =>
    isClosed(flat.slice(0, at)) && !kept.some(([start = 0, end = 0]) => start < at && at < end)
  for (let at = flat.lastIndexOf(' ', max - 1); at > 0; at = flat.lastIndexOf(' ', at - 1)) {
    const head = flat.slice(0, at).replace(/[\s,;:.(–-]+$/u, '')
    const last = head.slice(head.lastIndexOf(' ') + 1)
    if (head !== '' && isWhole(at) && !isDangling(last) && !/\d$/.test(head)) return `${head}…`
  }
  return `${flat.slice(0, max - 1).replace(/[\s,;:.(\d–-]+$/u, '')}…`
}

const isClosed = (head: string): boolean => head.lastIndexOf('(') <= head.lastIndexOf(')')
