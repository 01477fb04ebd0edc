import { ENTRY_KINDS, type Entry } from '../../../knowledge/index.ts'
import type { Found } from '../find-entries.ts'
import { wording } from '../wording.ts'
import { html, type Html } from './html.ts'
import { page, type Frame } from './layout.ts'
import type { ChatMode } from './modes.ts'
import { entryPath } from './text.ts'

/** Entries under one heading of the list. */
interface Group {
  /** Anchor within the page. */
  id: string
  title: string
  entries: readonly Entry[]
}

export interface ListView {
  mode: ChatMode
  /** All that hold today. */
  valid: readonly Entry[]
  /** What was searched for, and found; null for the whole list. */
  search: { asked: string; found: Found } | null
}

/** Vietnamese order, in which đ follows d and tones come last; numbers within names by their value. */
const order = new Intl.Collator('vi', { numeric: true })

/** The list of all that holds (danh mục thủ tục), with a search: plain links, for people and search engines. */
export function listPage(frame: Frame, { mode, valid, search }: ListView): Html {
  const text = wording.list
  return page(frame, {
    title: text.title,
    description: text.description,
    kind: 'document',
    mode,
    main: html`<h1>${text.title}</h1>
      <p class="lead">${valid.length === 0 ? text.empty : text.lead(valid.length)}</p>
      ${searchForm(search?.asked ?? '', mode)}
      <p class="ask"><a class="button primary" href="/">${wording.search.title}</a></p>
      ${search === null ? wholeList(groupsOf(valid)) : foundList(search.asked, search.found)}`,
  })
}

const searchForm = (asked: string, mode: ChatMode): Html =>
  html`<form
    class="search"
    method="get"
    action="/tt"
    role="search"
    aria-label="${wording.list.search}"
  >
    ${mode === 'kiosk' ? html`<input type="hidden" name="kiosk" value="" />` : ''}
    <label for="tim">${wording.list.search}</label>
    <div class="field">
      <input
        id="tim"
        name="tim"
        type="search"
        value="${asked}"
        maxlength="200"
        autocomplete="off"
        placeholder="${wording.list.placeholder}"
      />
      <button type="submit">${wording.list.find}</button>
    </div>
  </form>`

const wholeList = (groups: readonly Group[]): Html =>
  html`${groups.length > 1 ? contents(groups) : ''} ${groups.map(groupSection)}`

function foundList(asked: string, { entries, isNear }: Found): Html {
  const text = wording.list
  const title =
    entries.length === 0
      ? text.nothing(asked)
      : isNear
        ? text.near(asked)
        : text.found(entries.length, asked)
  return html`<section class="group" aria-live="polite">
    <h2>${title}</h2>
    ${entryList(entries)}
    <p><a href="/tt">${text.all}</a></p>
  </section>`
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
    ${entryList(entries)}
  </section>`

const entryList = (entries: readonly Entry[]): Html | '' =>
  entries.length === 0
    ? ''
    : html`<ul>
        ${entries.map(
          (entry) =>
            html`<li>
              <a href="${entryPath(entry.id)}">${entry.title}</a>
              ${entry.code === null ? '' : html`<span class="code">${entry.code}</span>`}
            </li>`,
        )}
      </ul>`
