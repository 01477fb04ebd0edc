import { foldText, splitWords } from '../../core/index.ts'
import type { LocalDate } from '../../core/index.ts'
import type { Entry, Knowledge } from '../../knowledge/index.ts'

const MOST_FOUND = 60
const MOST_NEAR = 8

/** What a search of the list found. */
export interface Found {
  entries: readonly Entry[]
  /** True when no name has the words, and these are what the assistant would think of. */
  isNear: boolean
}

/** Entries whose name, code or everyday names have all words of `asked`, or their beginnings; else what may be meant. */
export function findEntries(
  knowledge: Knowledge,
  valid: readonly Entry[],
  asked: string,
  day: LocalDate,
): Found {
  const words = splitWords(foldText(asked))
  if (words.length === 0) return { entries: [], isNear: false }
  const names = valid.map((entry) => ` ${splitWords(foldText(namesOf(entry))).join(' ')} `)
  for (const end of [' ', '']) {
    const named = valid.filter((_, i) =>
      words.every((word) => names[i]?.includes(` ${word}${end}`) === true),
    )
    if (named.length > 0) return { entries: named.slice(0, MOST_FOUND), isNear: false }
  }
  const { candidates } = knowledge.ask(asked, { day })
  const near = candidates.map(({ entry }) => entry).filter((entry) => valid.includes(entry))
  return { entries: near.slice(0, MOST_NEAR), isNear: true }
}

const namesOf = ({ title, shortTitle, code, keywords }: Entry): string =>
  [title, shortTitle, code ?? '', ...keywords].join(' ')
