import type { Syllable } from '../../core/index.ts'
import type { SearchIndex } from './search-index.ts'

/** Finds the legal documents (văn bản) that a question names by number and asks for alone; their identifiers. */
export type FindDocuments = (words: readonly Syllable[], weights: readonly number[]) => string[]

/** Kinds of legal documents as people write them, folded; the longer ones first. */
const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ['nghi dinh', ['nghi dinh', 'nd', 'ndcp']],
  ['nghi quyet', ['nghi quyet', 'nq']],
  ['thong tu', ['thong tu', 'tt']],
  ['quyet dinh', ['quyet dinh', 'qd']],
  ['chi thi', ['chi thi', 'ct']],
  ['phap lenh', ['phap lenh', 'pl']],
  ['luat', ['bo luat', 'luat']],
]
const NUMBER = /^\d{1,4}$/
const YEAR = /^(?:19|20)\d\d$/
const NUMBER_AND_YEAR = /^(\d{1,4})\.((?:19|20)\d\d)$/
/** Stands between kind, number and year, or tells who issued it. */
const AROUND = new Set(
  'so nam ngay cua ve nd tt qd nq ct pl cp qh ttg ubnd hdnd btc btp bca bnv vpcp byt bgddt ndcp ttbca ttbtp qdttg'.split(
    ' ',
  ),
)

/** A number with the kind before it and the year behind it, where they are written. */
interface Reference {
  kind: string | null
  number: string
  year: string | null
  start: number
  end: number
}

/** Looks the titles over once: legal documents are the entries whose titles begin with a kind. */
export function createFindDocuments(index: SearchIndex): FindDocuments {
  const documents = new Map<string, { id: string; title: ReadonlySet<string> }[]>()
  for (let doc = 0; doc < index.size; doc += 1) {
    const title = titleOf(index, doc)
    if (kindAt(title, 0) === null) continue
    const known = { id: index.id(doc), title: new Set(title) }
    for (const key of new Set(referencesIn(title).flatMap(keysOf))) {
      documents.set(key, [...(documents.get(key) ?? []), known])
    }
  }
  return (words, weights) => {
    if (documents.size === 0 || !words.some(({ folded }) => /\d/.test(folded))) return []
    const folded = words.map((word) => word.folded)
    const references = referencesIn(folded)
    const isNamed = (at: number): boolean =>
      AROUND.has(folded[at] ?? '') ||
      /^\d+$/.test(folded[at] ?? '') ||
      references.some(({ start, end }) => start <= at && at < end)
    return references.flatMap((reference) => {
      const found =
        askedKeys(reference)
          .map((key) => documents.get(key))
          .find(Boolean) ?? []
      const [only] = found
      if (only === undefined || found.length > 1) return []
      const isAlone = folded.every(
        (word, at) => (weights[at] ?? 1) < 1 || isNamed(at) || only.title.has(word),
      )
      return isAlone ? [only.id] : []
    })
  }
}

function titleOf(index: SearchIndex, doc: number): string[] {
  const { names } = index
  const title = names.firsts[doc] ?? 0
  const [start, end] = [names.starts[title] ?? 0, names.starts[title + 1] ?? 0]
  return Array.from(names.syllables.subarray(start, end), index.nameOfSyllable)
}

/** What a title's number is found by: without a year, too, and by any year where the title has none. */
const keysOf = ({ kind, number, year }: Reference): string[] => [
  ...(year === null ? [`${kind} ${number}/?`] : [`${number}/${year}`]),
  `${kind} ${number}`,
]

/** What is looked for, the most exact first. */
const askedKeys = ({ kind, number, year }: Reference): string[] =>
  year === null ? [`${kind} ${number}`] : [`${number}/${year}`, `${kind} ${number}/?`]

function referencesIn(words: readonly string[]): Reference[] {
  return words.flatMap((word, at) => {
    const together = NUMBER_AND_YEAR.exec(word)
    const number = together?.[1] ?? word
    if (!NUMBER.test(number)) return []
    const kind = kindBefore(words, at)
    const gap = words[at + 1] === 'nam' ? 2 : 1
    const year = together?.[2] ?? words[at + gap] ?? ''
    const hasYear = YEAR.test(year)
    if (kind === null && (!hasYear || mayBeMonth(words, at, number))) return []
    return {
      kind: kind?.kind ?? null,
      number: String(Number(number)),
      year: hasYear ? year : null,
      start: kind?.start ?? at,
      end: at + (hasYear && together === null ? gap + 1 : 1),
    }
  })
}

/** `tháng 3/2026`, `12/3/2026`: a month, or part of a date, unless `số` stands before it. */
const mayBeMonth = (words: readonly string[], at: number, number: string): boolean => {
  const before = words[at - 1] ?? ''
  return before !== 'so' && (Number(number) <= 12 || /^\d+$|^(?:ngay|thang|quy|qui)$/.test(before))
}

/** The kind just before the number, or before `số`. */
function kindBefore(words: readonly string[], at: number): { kind: string; start: number } | null {
  const end = words[at - 1] === 'so' ? at - 1 : at
  for (const size of [2, 1]) {
    const kind = end - size < 0 ? null : kindAt(words, end - size)
    if (kind !== null && kind.size === size) return { kind: kind.kind, start: end - size }
  }
  return null
}

function kindAt(words: readonly string[], at: number): { kind: string; size: number } | null {
  for (const [kind, forms] of KINDS) {
    for (const form of forms) {
      const size = form.split(' ').length
      if (words.slice(at, at + size).join(' ') === form) return { kind, size }
    }
  }
  return null
}
