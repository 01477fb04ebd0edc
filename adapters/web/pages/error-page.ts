import { html, type Html } from './html.ts'
import { wording } from '../wording.ts'
import { page, type Frame } from './layout.ts'

export interface ErrorView {
  title: string
  message: string
  /** Set where asking the assistant may help: the `messageId` of the search form. */
  searchToken: string | null
}

/** A page that says what went wrong and what to do. */
export const errorPage = (frame: Frame, view: ErrorView): Html =>
  page(frame, {
    title: view.title,
    kind: 'document',
    main: html`<h1>${view.title}</h1>
      <p class="lead">${view.message}</p>
      ${view.searchToken === null ? '' : searchForm(view.searchToken)}
      <p><a href="/">${wording.home}</a></p>`,
  })

const searchForm = (token: string): Html =>
  html`<form class="search" method="post" action="/" aria-label="${wording.search.title}">
    <input type="hidden" name="messageId" value="${token}" />
    <label for="text">${wording.search.label}</label>
    <div class="field">
      <input id="text" name="text" type="text" required autocomplete="off" />
      <button type="submit" class="primary">${wording.search.submit}</button>
    </div>
  </form>`
