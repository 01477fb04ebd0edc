import type { Entry } from '../../../knowledge/index.ts'
import { createSeeded, type Seeded } from '../../support/seeded.ts'

const SEED = 4_431
/** Of the content words of a copy, this share is replaced by others. */
const REPLACED = 0.3
/** The most frequent words (và, của, hồ sơ) hold a text together; they stay. */
const COMMON = 150
/** Every so many-th word of the whole goes into the urn: enough to draw by frequency, small enough to hold. */
const URN_STEP = 7
const WORD = /[\p{L}\p{M}]{2,}/gu

/**
 * `count` entries made of the given ones: fewer are taken evenly from all; beyond their number come copies with
 * codes of their own and with part of their words replaced by words of other entries, drawn by frequency, so that
 * no copy equals its original and words stay as frequent as they are. The same input gives the same output.
 */
export function multiply(entries: readonly Entry[], count: number): Entry[] {
  if (count <= entries.length) {
    return Array.from({ length: count }, (_, at) => {
      return entries[Math.floor((at * entries.length) / count)]!
    })
  }
  if (entries.length === 0) return []
  const vocabulary = readVocabulary(entries)
  const copies = Array.from({ length: count - entries.length }, (_, at) =>
    copy(entries[at % entries.length]!, entries.length + at, vocabulary),
  )
  return [...entries, ...copies]
}

interface Vocabulary {
  common: ReadonlySet<string>
  /** Content words, each as often as it is used. */
  urn: readonly string[]
}

function readVocabulary(entries: readonly Entry[]): Vocabulary {
  const counts = new Map<string, number>()
  const sample: string[] = []
  let seen = 0
  for (const { title, text } of entries) {
    for (const [found] of `${title} ${text}`.matchAll(WORD)) {
      const word = found.toLowerCase()
      counts.set(word, (counts.get(word) ?? 0) + 1)
      if (seen++ % URN_STEP === 0) sample.push(word)
    }
  }
  const byCount = [...counts].toSorted(([, a], [, b]) => b - a)
  // a handful of entries has no common words to speak of: at most a tenth of the words are
  const common = new Set(byCount.slice(0, Math.min(COMMON, counts.size / 10)).map(([word]) => word))
  return { common, urn: sample.filter((word) => !common.has(word)) }
}

function copy(entry: Entry, number: number, vocabulary: Vocabulary): Entry {
  const seeded = createSeeded(SEED + number)
  const change = (text: string): string => changeWords(text, vocabulary, seeded)
  const code = `9.${String(number).padStart(6, '0')}`
  const values = Object.entries(entry.values).map(([slot, list]) => [
    slot,
    (list ?? []).map((value) => ({ ...value, text: change(value.text) })),
  ])
  const title = change(entry.title)
  return {
    ...entry,
    id: code,
    code,
    title,
    shortTitle: entry.shortTitle === entry.title ? title : change(entry.shortTitle),
    keywords: entry.keywords.map(change),
    questions: entry.questions.map(change),
    values: Object.fromEntries(values) as Entry['values'],
    text: change(entry.text),
    replaces: [],
  }
}

function changeWords(text: string, { common, urn }: Vocabulary, seeded: Seeded): string {
  if (urn.length === 0) return text
  return text.replace(WORD, (word) =>
    common.has(word.toLowerCase()) || seeded.next() >= REPLACED ? word : seeded.pick(urn),
  )
}
