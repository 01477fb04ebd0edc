import { foldText } from '../../core/index.ts'
import type { EntryRecord } from '../entry.ts'
import { distinct, statement, withoutBullet, type MethodRow, type Statement } from './cells.ts'
import { textOf } from './identity.ts'
import { isNothing, shorten } from './text.ts'
import { derived } from './wording.ts'

type Channel = 'direct' | 'online' | 'postal'

/** How a row of the table says that a dossier may be filed; null for anything else. */
export const channelOf = (method: MethodRow): Channel | null => {
  const name = foldText(method.channel)
  if (name.includes('truc tuyen')) return 'online'
  if (name.includes('buu chinh')) return 'postal'
  return name.includes('truc tiep') ? 'direct' : null
}

/**
 * One statement about all ways of filing: said once when they agree, else what each says, with the
 * channels where it does not hold for all. A channel that says nothing is left out.
 */
export function byChannel(
  methods: readonly MethodRow[],
  read: (method: MethodRow) => Statement | null,
): Statement | null {
  const said = new Map<string, { says: Statement; channels: string[] }>()
  for (const { channel, ...method } of methods) {
    const says = read({ channel, ...method })
    if (!says) continue
    const known = said.get(says.text) ?? { says, channels: [] }
    said.set(says.text, { ...known, channels: distinct([...known.channels, channel]) })
  }
  const all = [...said.values()]
  const [first] = all
  if (!first) return null
  const doubt = all.find(({ says }) => says.doubt)?.says.doubt
  if (all.length === 1) return statement(first.says.text, first.says.short, doubt)
  const count = distinct(all.flatMap(({ channels }) => channels)).length
  const lines = all.map(({ says, channels }) => {
    const where = channels.length < count ? `${channels.filter(Boolean).join(', ')}: ` : ''
    return `- ${where}${oneLine(says.text)}`
  })
  const shorts = distinct(all.map(({ says }) => says.short ?? says.text))
  return statement(lines.join('\n'), shorts.join(' / '), doubt)
}

/** The time limit (thời hạn giải quyết); channels often carry different cases, so differing ones are doubtful. */
export function deriveDuration(methods: readonly MethodRow[]): Statement | null {
  const all = byChannel(methods, (method) => {
    if (isNothing(method.duration)) return null
    const text = method.duration
      .replace(/\s+/gu, ' ')
      .replace(/^0+(?=\d)/u, '')
      .replace(
        /(\d) (Ngày|Giờ|Tháng)/gu,
        (_all, digit: string, unit: string) => `${digit} ${unit.toLowerCase()}`,
      )
    if (/^0( |$)/u.test(text)) return null
    return /^[\d.,]+$/u.test(text)
      ? { text, short: text, doubt: derived.doubtUnit }
      : { text, short: text }
  })
  const isOneOfMany = all?.short?.includes(' / ') === true && all.text.startsWith('- ')
  return all && !all.doubt && isOneOfMany ? { ...all, doubt: derived.doubtDuration } : all
}

/** Whether it can be filed online. A channel that the source does not list is said to be missing, not impossible. */
export function deriveOnline(record: EntryRecord, methods: readonly MethodRow[]): Statement | null {
  const level = record['online_level']
  const levelText = level === 'full' || level === 'partial' ? derived.onlineLevel[level] : ''
  const short = [derived.onlineShort, levelText].filter(Boolean).join(', ')
  const text = [derived.online, levelText].filter(Boolean).join(', ')
  return deriveChannel(methods, 'online', text, short)
}

/** Whether it can be sent by public post (dịch vụ bưu chính công ích). */
export const derivePostal = (methods: readonly MethodRow[]): Statement | null =>
  deriveChannel(methods, 'postal', derived.postal, derived.postalShort)

function deriveChannel(
  methods: readonly MethodRow[],
  channel: Channel,
  text: string,
  short: string,
): Statement | null {
  if (!methods.some((method) => channelOf(method))) return null
  const rows = methods.filter((method) => channelOf(method) === channel)
  if (rows.length === 0) return statement(derived.channelMissing, derived.channelMissingShort)
  return statement([text, ...notesOf(rows)].join('\n'), short)
}

/** Where to file (nơi nộp): the address, else the agency; then what the direct way remarks. */
export function derivePlace(record: EntryRecord, methods: readonly MethodRow[]): Statement | null {
  const place = [textOf(record, 'receive_address'), textOf(record, 'agency')].find(
    (text) => !isNothing(text),
  )
  const notes = notesOf(methods.filter((method) => channelOf(method) === 'direct'))
  const text = [place, ...notes].filter(Boolean).join('\n')
  return statement(text, place ?? text)
}

const NOTE_LENGTH = 600
/** Shorter remarks are left-over labels such as "Thời hạn giải quyết". */
const SHORTEST_NOTE = 20

const notesOf = (methods: readonly MethodRow[]): string[] =>
  distinct(
    methods
      .map((method) => withoutBullet(method.note))
      .filter((note) => !isNothing(note) && note.length >= SHORTEST_NOTE)
      .map((note) => shorten(note, NOTE_LENGTH)),
  )

const oneLine = (text: string): string => text.replace(/\n+/g, '; ')
