import type { Entry, EntryRecord } from '../entry.ts'
import { toBody, toOutline, type EntryBody, type EntryOutline } from '../import/to-entry.ts'

/** An entry of thousands: its record lies outside the heap and is read when its long texts are asked for. */
export interface PackedEntry {
  entry: Entry
  /** The record as JSON in UTF-8. */
  bytes: Uint8Array
}

const decoder = new TextDecoder()

export const readRecord = (bytes: Uint8Array): EntryRecord =>
  JSON.parse(decoder.decode(bytes)) as EntryRecord

/** Packs many records. */
export interface Packing {
  /** @param json the record; see `PackedEntry` */
  pack(json: string): PackedEntry
}

/** Room for some hundred records. */
const SHELF_BYTES = 2 ** 20

/**
 * Vietnamese text costs two bytes a character on the heap, and what is derived from a record as much again: thousands
 * of entries would fill hundreds of megabytes. Packed ones share a few large pieces of memory, and equal texts.
 */
export function createPacking(): Packing {
  const share = createSharing()
  let shelf = Buffer.alloc(0)
  let used = 0
  const store = (json: string): Uint8Array => {
    const size = Buffer.byteLength(json)
    if (used + size > shelf.length) {
      // the first shelf is as small as its first record: mostly one record alone has changed
      const room = shelf.length === 0 ? 0 : SHELF_BYTES
      shelf = Buffer.allocUnsafeSlow(Math.max(room, size))
      used = 0
    }
    const bytes = shelf.subarray(used, used + size)
    bytes.write(json)
    used += size
    return bytes
  }
  return {
    pack: (json) => {
      const bytes = store(json)
      const outline = toOutline(JSON.parse(json) as EntryRecord)
      return { bytes, entry: withBody(shareTexts(outline, share), () => toBody(readRecord(bytes))) }
    },
  }
}

/**
 * The entry with a body that is made when it is first read, and again when the garbage collector took it meanwhile.
 * Copying it with a spread makes it.
 */
export function withBody(outline: EntryOutline, read: () => EntryBody): Entry {
  let made: WeakRef<EntryBody> | null = null
  const body = (): EntryBody => {
    const known = made?.deref()
    if (known !== undefined) return known
    const fresh = read()
    made = new WeakRef(fresh)
    return fresh
  }
  return Object.defineProperties(copyUnread(outline), {
    values: { get: () => body().values, enumerable: true, configurable: true },
    text: { get: () => body().text, enumerable: true, configurable: true },
  }) as Entry
}

/** The entry with more codes that lead to it; its body stays unread. */
export const withReplaces = (entry: Entry, replaces: readonly string[]): Entry =>
  Object.assign(copyUnread(entry), { replaces }) as Entry

const copyUnread = (outline: EntryOutline): object =>
  Object.defineProperties({}, Object.getOwnPropertyDescriptors(outline))

/** Makes texts that are equal one and the same: fields, agencies and sources of thousands are a few hundred. */
function createSharing(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const same = known.get(text)
    if (same === undefined) known.set(text, text)
    return same ?? text
  }
}

function shareTexts(outline: EntryOutline, share: (text: string) => string): EntryOutline {
  const shared = (text: string | null): string | null => (text === null ? null : share(text))
  const { provenance } = outline
  return {
    ...outline,
    // most short titles are the title
    shortTitle: outline.shortTitle === outline.title ? outline.title : outline.shortTitle,
    field: shared(outline.field),
    level: shared(outline.level),
    agency: shared(outline.agency),
    audience: shared(outline.audience),
    keywords: outline.keywords.map(share),
    provenance: { ...provenance, source: share(provenance.source) },
  }
}
