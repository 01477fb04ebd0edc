import type { UnitProfile } from '../../../core/index.ts'
import { wording } from '../wording.ts'
import { html, type Html } from './html.ts'
import type { ChatMode } from './modes.ts'
import { officeHtml } from './office.ts'

const NATIONAL_PORTAL = 'https://dichvucong.gov.vn/'

/** What every page shares. */
export interface Frame {
  readonly unitName: string
  readonly unit: UnitProfile
  /** Turns `chat.css` into its address, which changes with its content. */
  assetUrl(file: string): string
}

export interface PageParts {
  /** Stands in the browser's tab before the unit's name. */
  title: string
  main: Html
  description?: string
  /** Name of a class on `body`. */
  kind: 'chat' | 'document'
  mode?: ChatMode
  /** The session's token, for a page that sends it as a header. */
  session?: string | null
  /** Modules to load, the first of which imports the others. */
  modules?: readonly string[]
  /** At the right of the header. */
  headerAction?: Html | ''
  /** Below the line that says who speaks. */
  afterFooter?: Html | ''
  /** Whether the office is open now, in words. */
  openNow?: string | null
}

const STYLES = { chat: ['chat.css', 'first-screen.css'], document: ['document.css'] } as const

/** A whole page: valid HTML, nothing inline, nothing from elsewhere. */
export function page(frame: Frame, parts: PageParts): Html {
  const { kind, mode = 'page', session = null, modules = [] } = parts
  const isKiosk = mode === 'kiosk'
  const css = (file: string, media?: string): Html =>
    html`<link
      rel="stylesheet"
      href="${frame.assetUrl(file)}"
      ${media ? html`media="${media}"` : ''}
    />`
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${mode === 'embedded' ? html`<base target="_blank" />` : ''}
        <title>${parts.title} – ${frame.unitName}</title>
        ${parts.description ? html`<meta name="description" content="${parts.description}" />` : ''}
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#0b4f70" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${['base.css', 'frame.css', ...STYLES[kind]].map((file) => css(file))}
        ${css('phone.css', '(max-width: 30rem)')} ${css('print.css', 'print')}
        ${isKiosk || mode === 'embedded' ? css(`${mode}.css`) : ''}
        ${modules.slice(0, 1).map((file) => html`<script type="module" src="${frame.assetUrl(file)}"></script>`)}
        ${modules.slice(1).map((file) => html`<link rel="modulepreload" href="${frame.assetUrl(file)}" />`)}
        ${isKiosk ? html`<script type="module" src="${frame.assetUrl('kiosk.js')}"></script>` : ''}
      </head>
      <body
        class="${kind} ${mode}"
        data-mode="${mode}"
        ${session === null ? '' : html`data-session="${session}"`}
      >
        <a class="skip" href="#noi-dung" target="_self">${wording.skipToContent}</a>
        <header class="top">
          <div class="wrap">
            <p class="brand">
              <a href="/">
                <img src="/favicon.svg" alt="" width="40" height="40" />
                <span
                  ><span class="unit">${frame.unitName}</span>
                  <span class="role">${wording.assistant}</span></span
                ></a
              >
            </p>
            ${isKiosk ? endButton : (parts.headerAction ?? '')}
          </div>
        </header>
        <main id="noi-dung" class="wrap" tabindex="-1">${parts.main}</main>
        ${footer(frame, mode, parts.openNow ?? null)} ${parts.afterFooter ?? ''}
        ${isKiosk ? idleDialog : ''}
      </body>
    </html>`
}

const footer = (frame: Frame, mode: ChatMode, openNow: string | null): Html =>
  html`<footer class="bottom">
    <div class="wrap">
      ${officeHtml(frame.unit, openNow)}
      <p class="machine">${wording.footer.machine}</p>
      <ul>
        ${mode === 'embedded' ? html`<li><a href="/">${wording.footer.fullPage}</a></li>` : ''}
        <li><a href="/tt">${wording.list.title}</a></li>
        <li><a href="${NATIONAL_PORTAL}" rel="noopener">${wording.footer.portal}</a></li>
      </ul>
    </div>
  </footer>`

const endButton = html`<button type="button" class="end">${wording.kiosk.end}</button>`

/** Asks whether somebody is still there before all is forgotten. */
const idleDialog = html`<noscript
    ><p class="wrap warning">${wording.kiosk.needsScript}</p></noscript
  >
  <dialog id="idle" role="alertdialog" aria-labelledby="idle-title" aria-describedby="idle-text">
    <h2 id="idle-title">${wording.kiosk.title}</h2>
    <p id="idle-text">
      ${wording.kiosk.before} <strong id="idle-left">15</strong> ${wording.kiosk.after}
    </p>
    <p class="buttons">
      <button type="button" class="primary">${wording.kiosk.stay}</button>
      <button type="button" class="end">${wording.kiosk.end}</button>
    </p>
  </dialog>`
