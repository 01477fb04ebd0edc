import { html, type Html } from './html.ts'
import { wording } from '../wording.ts'

/** Turns the address of something we know (a procedure's code) into a link; false for the rest. */
export type IsKnownCode = (code: string) => boolean

const LINKABLE = new RegExp(
  [
    // an address or a bare host name of the government
    /(?<url>(?<![\w@./-])(?:https?:\/\/)?(?:[a-z0-9-]+\.)+gov\.vn(?:\/[^\s<>"'()]*[^\s<>"'().,;:!?])?(?![\w.-]*\w))/,
    // the national code of a procedure
    /(?<code>(?<![\w.])\d\.\d{6}(?![\w]|\.\d))/,
    // a telephone number as people write it
    /(?<phone>(?<![\w.+-])(?:1[89]00[ .]?(?:\d[ .]?){3,5}\d|0\d{2,3}(?:[ .]\d{3,4}){2}|0\d{9,10})(?!\w))/,
    // an emergency number where a line begins
    /(?<emergency>^11[1-5](?= ))/,
  ]
    .map((part) => part.source)
    .join('|'),
  'gi',
)

/** One line of plain text with links: government sites, telephone numbers, our own pages of codes. */
export function linkedText(line: string, isKnownCode: IsKnownCode): Html[] {
  const parts: Html[] = []
  let end = 0
  for (const match of line.matchAll(LINKABLE)) {
    const link = linkOf(match, isKnownCode)
    if (link === null) continue
    parts.push(html`${line.slice(end, match.index)}`, link)
    end = match.index + match[0].length
  }
  parts.push(html`${line.slice(end)}`)
  return parts
}

function linkOf(match: RegExpExecArray, isKnownCode: IsKnownCode): Html | null {
  const [text] = match
  const { url, code, phone, emergency } = match.groups ?? {}
  if (url !== undefined) {
    const href = governmentUrl(/^https?:/i.test(url) ? url : `https://${url}`)
    return href === null ? null : html`<a href="${href}" rel="noopener">${text}</a>`
  }
  if (code !== undefined) {
    return isKnownCode(code) ? html`<a href="${entryPath(code)}">${text}</a>` : null
  }
  const number = phone ?? emergency
  return number === undefined ? null : html`<a href="tel:${number.replace(/\D/g, '')}">${text}</a>`
}

/** The address when it leads to a site of the government; null for every other one: we link to no other. */
export function governmentUrl(address: string): string | null {
  const url = URL.parse(address)
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  return url && isWeb && /(^|\.)gov\.vn$/i.test(url.hostname) ? url.href : null
}

export const entryPath = (idOrCode: string): string => `/tt/${encodeURIComponent(idOrCode)}`

/** Lines of plain text as paragraphs; lines that start with a dash become one list. */
export function textBlock(lines: readonly string[], isKnownCode: IsKnownCode): Html[] {
  const blocks: Html[] = []
  let items: Html[] = []
  const closeList = (): void => {
    if (items.length > 0)
      blocks.push(
        html`<ul>
          ${items}
        </ul>`,
      )
    items = []
  }
  for (const line of lines) {
    const item = /^\s*[-–•]\s+(.*)$/.exec(line)?.[1]
    if (item !== undefined) {
      items.push(html`<li>${linkedText(item, isKnownCode)}</li>`)
      continue
    }
    closeList()
    const style = line.startsWith(wording.sourcePrefix) ? 'source' : 'line'
    if (line.trim() !== '') {
      blocks.push(html`<p class="${style}">${linkedText(line, isKnownCode)}</p>`)
    }
  }
  closeList()
  return blocks
}
