import type { LocalDate } from '../../../core/index.ts'
import { ENTRY_KINDS, type Entry } from '../../../knowledge/index.ts'
import { wording } from '../wording.ts'
import { html, type Html } from './html.ts'
import { page, type Frame } from './layout.ts'
import { entryPath } from './text.ts'

/** Entries under one heading of the list. */
interface Group {
  /** Anchor within the page. */
  id: string
  title: string
  entries: readonly Entry[]
}

/** Vietnamese order, in which đ follows d and tones come last; numbers within names by their value. */
const order = new Intl.Collator('vi', { numeric: true })

/** The list of all that holds on `day` (danh mục thủ tục): plain links, for people and search engines. */
export function listPage(frame: Frame, entries: readonly Entry[], day: LocalDate): Html {
  const text = wording.list
  const valid = entries.filter(({ isRepealed, validTo }) => !isRepealed && (validTo ?? day) >= day)
  const groups = groupsOf(valid)
  return page(frame, {
    title: text.title,
    description: text.description,
    kind: 'document',
    main: html`<h1>${text.title}</h1>
      <p class="lead">${valid.length === 0 ? text.empty : text.lead(valid.length)}</p>
      <p class="ask"><a class="button primary" href="/">${wording.search.title}</a></p>
      ${groups.length > 1 ? contents(groups) : ''} ${groups.map(groupSection)}`,
  })
}

/** By field, then what has none by kind. */
function groupsOf(entries: readonly Entry[]): Group[] {
  const byField = Map.groupBy(entries, ({ field }) => field?.trim() ?? '')
  const withoutField = byField.get('') ?? []
  byField.delete('')
  const fields = [...byField].toSorted(([a], [b]) => order.compare(a, b))
  const kinds = ENTRY_KINDS.map(
    (kind) => [wording.list.kind[kind], withoutField.filter((e) => e.kind === kind)] as const,
  )
  return [...fields, ...kinds]
    .filter(([, members]) => members.length > 0)
    .map(([title, members], index) => ({
      id: `nhom-${index + 1}`,
      title,
      entries: members.toSorted((a, b) => order.compare(a.title, b.title)),
    }))
}

const contents = (groups: readonly Group[]): Html =>
  html`<nav class="contents" aria-label="${wording.list.fields}">
    <ul>
      ${groups.map(
        ({ id, title, entries }) =>
          html`<li><a href="#${id}">${title}</a> (${entries.length.toLocaleString('vi-VN')})</li>`,
      )}
    </ul>
  </nav>`

const groupSection = ({ id, title, entries }: Group): Html =>
  html`<section id="${id}" class="group">
    <h2>${title}</h2>
    <ul>
      ${entries.map(
        (entry) =>
          html`<li>
            <a href="${entryPath(entry.id)}">${entry.title}</a>
            ${entry.code === null ? '' : html`<span class="code">${entry.code}</span>`}
          </li>`,
      )}
    </ul>
  </section>`
