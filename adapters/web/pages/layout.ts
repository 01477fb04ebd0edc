import { html, type Html } from './html.ts'
import { wording } from '../wording.ts'

const NATIONAL_PORTAL = 'https://dichvucong.gov.vn/'

/** What every page shares. */
export interface Frame {
  unitName: string
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
  /** Module to load. */
  script?: string
  /** At the right of the header. */
  headerAction?: Html
  /** Below the line that says who speaks. */
  afterFooter?: Html
}

/** A whole page: valid HTML, nothing inline, nothing from elsewhere. */
export const page = (frame: Frame, parts: PageParts): Html =>
  html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${parts.title} – ${frame.unitName}</title>
        ${parts.description ? html`<meta name="description" content="${parts.description}" />` : ''}
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#0b3b53" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${frame.assetUrl('base.css')}" />
        <link rel="stylesheet" href="${frame.assetUrl('frame.css')}" />
        <link rel="stylesheet" href="${frame.assetUrl(`${parts.kind}.css`)}" />
        <link rel="stylesheet" href="${frame.assetUrl('phone.css')}" media="(max-width: 30rem)" />
        <link rel="stylesheet" href="${frame.assetUrl('print.css')}" media="print" />
        ${
          parts.script
            ? html`<script type="module" src="${frame.assetUrl(parts.script)}"></script>`
            : ''
        }
      </head>
      <body class="${parts.kind}">
        <a class="skip" href="#noi-dung">${wording.skipToContent}</a>
        <header class="top">
          <div class="wrap">
            <p class="brand">
              <a href="/"
                ><span class="unit">${frame.unitName}</span>
                <span class="role">${wording.assistant}</span></a
              >
            </p>
            ${parts.headerAction ?? ''}
          </div>
        </header>
        <main id="noi-dung" class="wrap" tabindex="-1">${parts.main}</main>
        ${footer} ${parts.afterFooter ?? ''}
      </body>
    </html>`

const footer = html`<footer class="bottom">
  <div class="wrap">
    <p>${wording.footer.machine}</p>
    <ul>
      <li><a href="/tt">${wording.list.title}</a></li>
      <li><a href="${NATIONAL_PORTAL}" rel="noopener">${wording.footer.portal}</a></li>
    </ul>
  </div>
</footer>`
