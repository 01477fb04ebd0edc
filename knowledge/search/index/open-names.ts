import { type IndexData, type IndexDelta } from '../index-data.ts'

/** All names of all documents, one behind the other: each document's title first, then its phrases. */
export interface NameTable {
  /** Document `d` has the names `firsts[d] … firsts[d + 1]`; a removed one has none. */
  firsts: Uint32Array
  /** Name `n` has the words `starts[n] … starts[n + 1]`. */
  starts: Uint32Array
  /** Number of each word's syllable, and of its tone-exact form. */
  syllables: Uint32Array
  toned: Uint32Array
  /** Term of the pair that ends with the word; -1 where none does. */
  pairs: Int32Array
}

/** The names with the tone-exact forms that stand in them. */
export interface OpenNames {
  table: NameTable
  /** The form of each number. */
  tonedNames: readonly string[]
  /** The number of each form that some document's name has. */
  tonedNumbers: ReadonlyMap<string, number>
}

/** Puts the names of the base's documents that still count and of the added ones behind each other. */
export function openNames(
  base: IndexData,
  delta: IndexDelta | null,
  isGone: Uint8Array,
): OpenNames {
  const added = delta?.segment
  const tones = joinTones(base.toned, added?.toned ?? [])
  const words = base.nameSyllables.length + (added?.nameSyllables.length ?? 0)
  const join: Join = {
    firsts: new Uint32Array(base.ids.length + (added?.ids.length ?? 0) + 1),
    starts: new Uint32Array(base.nameStarts.length + (added?.nameStarts.length ?? 1)),
    syllables: new Uint32Array(words),
    toned: new Uint32Array(words),
    pairs: new Int32Array(words),
    documents: 0,
    names: 0,
    words: 0,
  }
  append(join, base, { isGone, termOf: (term) => term, toneOf: (tone) => tone })
  if (delta !== null) {
    append(join, delta.segment, {
      isGone: null,
      termOf: (term) => delta.terms[term] ?? 0,
      toneOf: (tone) => tones.places[tone] ?? 0,
    })
  }
  const toned = join.toned.subarray(0, join.words)
  return {
    table: {
      firsts: join.firsts,
      starts: join.starts.subarray(0, join.names + 1),
      syllables: join.syllables.subarray(0, join.words),
      toned,
      pairs: join.pairs.subarray(0, join.words),
    },
    tonedNames: tones.names,
    tonedNumbers: numbersIn(toned, tones.names),
  }
}

/** The forms that really stand in names: of removed documents alone there may be others. */
function numbersIn(toned: Uint32Array, names: readonly string[]): Map<string, number> {
  const stands = new Uint8Array(names.length)
  for (let at = 0; at < toned.length; at += 1) stands[toned[at] ?? 0] = 1
  const numbers = new Map<string, number>()
  names.forEach((name, tone) => stands[tone] === 1 && numbers.set(name, tone))
  return numbers
}

/** Names under way. */
interface Join extends NameTable {
  documents: number
  names: number
  words: number
}

/** How the numbers of a segment read in the opened index. */
interface Reading {
  isGone: Uint8Array | null
  termOf(term: number): number
  toneOf(tone: number): number
}

function append(join: Join, data: IndexData, { isGone, termOf, toneOf }: Reading): void {
  for (let doc = 0; doc < data.ids.length; doc += 1) {
    const end = isGone?.[doc] === 1 ? 0 : (data.docNames[doc + 1] ?? 0)
    for (let name = data.docNames[doc] ?? 0; name < end; name += 1) {
      for (let at = data.nameStarts[name] ?? 0; at < (data.nameStarts[name + 1] ?? 0); at += 1) {
        const pair = data.namePairs[at] ?? -1
        join.syllables[join.words] = termOf(data.nameSyllables[at] ?? 0)
        join.toned[join.words] = toneOf(data.nameToned[at] ?? 0)
        join.pairs[join.words] = pair < 0 ? -1 : termOf(pair)
        join.words += 1
      }
      join.names += 1
      join.starts[join.names] = join.words
    }
    join.documents += 1
    join.firsts[join.documents] = join.names
  }
}

/** Forms of the base keep their numbers; new ones follow. */
function joinTones(base: readonly string[], added: readonly string[]) {
  const known = new Map(base.map((name, number) => [name, number]))
  const names = [...base]
  const places = added.map((name) => known.get(name) ?? names.push(name) - 1)
  return { names, places }
}
