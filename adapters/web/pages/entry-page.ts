import { html, type Html } from './html.ts'
import { formatLocalDate, type LocalDate } from '../../../core/index.ts'
import type { Entry, Provenance, Value, ValueSlot } from '../../../knowledge/index.ts'
import { wording } from '../wording.ts'
import { page, type Frame } from './layout.ts'
import type { ChatMode } from './modes.ts'
import { periodsOf } from './periods.ts'
import { entryPath, governmentUrl, textBlock, type IsKnownCode } from './text.ts'

/** The order in which people need it: papers, where, how long, how much, the three services, the rest. */
const SLOT_ORDER: readonly ValueSlot[] = [
  'summary',
  'note',
  'components',
  'form',
  'copies',
  'place_hours',
  'authority',
  'duration',
  'fee',
  'online',
  'postal',
  'payment',
  'substitute',
  'conditions',
  'obligation',
  'steps',
  'result',
  'status',
  'validity_change',
  'legal_basis',
]

/**
 * Of fee, duration and note paper says what they will be, because people plan by it (see `.later` in `print.css`); the others
 * only give the law behind a change.
 */
const NOT_IN_CHANGES: ReadonlySet<ValueSlot> = new Set([
  ...(['fee', 'duration', 'note'] as const),
  ...(['validity_change', 'legal_basis'] as const),
])

/** The page of one entry (trang thủ tục): every value with where it comes from and when it holds. */
export function entryPage(
  frame: Frame,
  entry: Entry,
  { day, mode, isKnownCode }: { day: LocalDate; mode: ChatMode; isKnownCode: IsKnownCode },
): Html {
  const text = wording.entry
  const slots = SLOT_ORDER.map((slot) => slotSection(entry, slot, day, isKnownCode))
  const hasValues = slots.some((section) => section !== null)
  return page(frame, {
    title: entry.title,
    description: `${text.kind[entry.kind]}: ${entry.title}`,
    kind: 'document',
    mode,
    modules: mode === 'kiosk' ? [] : ['print.js'],
    main: html`<article class="entry">
      <p class="kind"><a href="/tt">${wording.list.title}</a> · ${text.kind[entry.kind]}</p>
      <h1>${entry.title}</h1>
      ${briefly(entry)} ${warning(entry, day)} ${changesToCome(entry, day)}
      <p class="ask">
        <a class="button primary" href="/?hoi=${encodeURIComponent(entry.id)}#hoi">${text.ask}</a>
        <button type="button" id="print" hidden>${text.print}</button>
      </p>
      ${slots}
      ${
        hasValues || entry.text === ''
          ? ''
          : html`<section>${textBlock(entry.text.split('\n'), isKnownCode)}</section>`
      }
      ${facts(entry)} ${relatedLinks(entry)} ${provenanceLine(entry.provenance)}
    </article>`,
  })
}

/** Its code and field, where people compare it with what they were told. */
function briefly({ code, field }: Entry): Html | '' {
  const known = [code === null ? null : wording.entry.codeIs(code), field].filter(Boolean)
  return known.length === 0 ? '' : html`<p class="brief">${known.join(' · ')}</p>`
}

function warning(entry: Entry, day: LocalDate): Html | '' {
  const text = wording.entry
  const isOver = entry.validTo !== null && entry.validTo < day
  if (!entry.isRepealed && !isOver) return ''
  const said =
    entry.isRepealed || entry.validTo === null
      ? text.repealed
      : text.ended(formatLocalDate(entry.validTo))
  return html`<div class="warning">
    <p><strong>${said}</strong></p>
    <p>${text.repealedHelp}</p>
  </div>`
}

/** What paper says of changes to come, which the page shows at length under each heading: the day and where. */
function changesToCome(entry: Entry, day: LocalDate): Html[] {
  const slotsBy = new Map<LocalDate, ValueSlot[]>()
  for (const slot of SLOT_ORDER.filter((name) => !NOT_IN_CHANGES.has(name))) {
    const { now, later } = periodsOf(entry, slot, day)
    for (const { from, value } of later) {
      const isSame = value.text === now?.text && !value.doubt
      if (!isSame) slotsBy.set(from, [...(slotsBy.get(from) ?? []), slot])
    }
  }
  return [...slotsBy]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([from, slots]) => {
      const names = slots.map((slot) => wording.slots[slot])
      return html`<p class="to-come">${wording.entry.toCome(formatLocalDate(from), names)}</p>`
    })
}

function facts(entry: Entry): Html | '' {
  const text = wording.entry
  const rows: [string, string | null][] = [
    [text.agency, entry.agency],
    [text.level, entry.level],
    [text.audience, entry.audience],
    [text.online, entry.onlineLevel && text.onlineLevel[entry.onlineLevel]],
  ]
  const known = rows.filter(([, value]) => value !== null && value !== '')
  if (known.length === 0 && entry.replaces.length === 0) return ''
  return html`<section class="about">
    <h2>${text.facts}</h2>
    <dl class="facts">
      ${known.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${
      entry.replaces.length === 0
        ? ''
        : html`<p class="source">${text.replaces(entry.replaces.join(', '))}</p>`
    }
  </section>`
}

function slotSection(
  entry: Entry,
  slot: ValueSlot,
  day: LocalDate,
  isKnownCode: IsKnownCode,
): Html | null {
  const text = wording.entry
  const { now, later, endedOn } = periodsOf(entry, slot, day)
  if (now === null && later.length === 0 && endedOn === null) return null
  return html`<section class="slot-${slot}">
    <h2>${wording.slots[slot]}</h2>
    ${now === null ? '' : valueHtml(entry, now, isKnownCode, linesOf(slot, now), datesOf(now))}
    ${endedOn === null ? '' : html`<p class="doubt">${text.expired(formatLocalDate(endedOn))}</p>`}
    ${later.map(({ from, value }) => {
      const lines = value.text === now?.text ? [text.sameAsNow] : linesOf(slot, value)
      return html`<div class="later">
        <h3>${text.upcoming(formatLocalDate(from))}</h3>
        ${valueHtml(entry, value, isKnownCode, lines, datesOf({ validTo: value.validTo }))}
      </div>`
    })}
  </section>`
}

function datesOf({
  validFrom,
  validTo,
}: {
  validFrom?: LocalDate
  validTo?: LocalDate | undefined
}): string {
  const text = wording.entry
  if (validFrom && validTo)
    return text.between(formatLocalDate(validFrom), formatLocalDate(validTo))
  if (validTo) return text.until(formatLocalDate(validTo))
  return validFrom ? text.from(formatLocalDate(validFrom)) : ''
}

/** With every fee stands that it is paid against a receipt only. */
function linesOf(slot: ValueSlot, { text }: Value): string[] {
  const { receiptOnly, receiptWord } = wording.entry
  return [
    ...text.split('\n'),
    ...(slot === 'fee' && !text.includes(receiptWord) ? [receiptOnly] : []),
  ]
}

function valueHtml(
  entry: Entry,
  value: Value,
  isKnownCode: IsKnownCode,
  lines: readonly string[],
  dates: string,
): Html {
  const { askAgain, askStart, doubt } = wording.entry
  const asked = value.doubt?.toLowerCase().startsWith(askStart)
    ? value.doubt
    : askAgain(value.doubt ?? '')
  return html`<div class="value">
    ${textBlock(lines, isKnownCode)}
    ${value.doubt ? html`<p class="doubt"><strong>${doubt}:</strong> ${asked}</p>` : ''}
    ${dates === '' ? '' : html`<p class="dates">${dates}</p>`}
    ${provenanceLine(value.provenance, isSameSource(value, entry.provenance))}
  </div>`
}

/** On paper a source that stands at the end of the page is not printed beside every value. */
const isSameSource = ({ provenance, doubt }: Value, whole: Provenance): boolean =>
  provenance.source === whole.source &&
  provenance.checkedOn === whole.checkedOn &&
  (provenance.confidence !== 'low' || Boolean(doubt))

function provenanceLine(provenance: Provenance, isRepeated = false): Html {
  const text = wording.entry
  const href = governmentUrl(provenance.url ?? '')
  const checked =
    provenance.checkedOn === null
      ? text.unchecked
      : text.checked(formatLocalDate(provenance.checkedOn))
  const trust = provenance.confidence === 'low' ? ` · ${text.lowConfidence}` : ''
  return html`<p class="source ${isRepeated ? 'repeated' : ''}">
    ${text.source}:
    ${
      href === null
        ? provenance.source
        : html`<a href="${href}" rel="noopener">${provenance.source}</a>`
    }
    · ${checked}${trust}
  </p>`
}

function relatedLinks(entry: Entry): Html | '' {
  if (entry.related.length === 0) return ''
  return html`<section class="related">
    <h2>${wording.entry.related}</h2>
    <ul>
      ${entry.related.map(
        ({ label, entryId }) => html`<li><a href="${entryPath(entryId)}">${label}</a></li>`,
      )}
    </ul>
  </section>`
}
