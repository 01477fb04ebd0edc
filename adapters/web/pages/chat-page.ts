import { html, type Html } from './html.ts'
import type { Reply, TranscriptItem } from '../../../bot/index.ts'
import type { Card } from '../../../core/index.ts'
import { wording } from '../wording.ts'
import {
  buttonsForm,
  cardHtml,
  questionsForm,
  ratingButtons,
  type CardContext,
  type Question,
} from './card.ts'
import type { Greeting } from '../greeting.ts'
import { page, type Frame } from './layout.ts'
import type { ChatMode } from './modes.ts'

/** Modules of the page, the first of which imports the others (a test holds that none is missing). */
export const CHAT_MODULES = [
  'chat.js',
  'history.js',
  'log.js',
  'outbox.js',
  'page.js',
  'session.js',
  'storage.js',
  'stream.js',
] as const

/** Everything that the chat page shows; `html` parts come from the bot's cards. */
export interface ChatView {
  mode: ChatMode
  /** The session's token, where no cookie carries it. */
  session: string | null
  items: readonly TranscriptItem[]
  /** Set when older lines were left out. */
  isCut: boolean
  /** Shown while nothing was said yet. */
  greeting: Greeting
  /** Set on `/?hoi=…`: questions about one entry. */
  topic: { title: string; questions: readonly Question[] } | null
  /** After the conversation: a card that is not part of it, such as "please wait". */
  notice: Card | null
  /** What stands in the text field already. */
  draft: string
  /** `messageId` of the form, when the same one must be sent again. */
  token: string
  /** Whether the office is open now, in words. */
  openNow: string | null
}

/** The chat page (trang hỏi đáp); all of it works without JavaScript. */
export function chatPage(frame: Frame, view: ChatView, context: CardContext): Html {
  const isEmpty = view.items.length === 0
  return page(frame, {
    title: wording.chat.title,
    description: wording.chat.description,
    kind: 'chat',
    mode: view.mode,
    session: view.session,
    openNow: view.openNow,
    modules: CHAT_MODULES,
    headerAction: startOverForm(isEmpty),
    main: html`<h1>${wording.chat.title}</h1>
      ${view.isCut ? html`<p class="cut">${wording.chat.onlyLatest(view.items.length)}</p>` : ''}
      ${view.mode === 'kiosk' ? '' : past}
      <div
        id="log"
        role="log"
        aria-label="${wording.chat.log}"
        aria-live="polite"
        data-last="${lastReplyId(view.items)}"
      >
        ${isEmpty && view.topic === null ? greetingHtml(view.greeting, context) : ''}
        ${transcriptHtml(view.items, view.greeting, context)}
        ${
          view.topic === null
            ? ''
            : questionsForm(view.topic.title, view.topic.questions, context.newToken())
        }
        ${view.notice === null ? '' : noticeHtml(view.notice, context)}
      </div>
      <p id="answering" class="answering" role="status"></p>
      <button type="button" id="new-reply" class="new-reply" hidden>
        ${wording.chat.newReply}
      </button>
      ${view.mode === 'kiosk' ? '' : kept} ${templates(view.mode === 'kiosk')}`,
    afterFooter: composer(view),
  })
}

/** A person's line: text, or the label of the button that was pressed. */
export const questionHtml = (id: string, text: string, isLatest = false): Html =>
  html`<article class="mine" data-id="${id}" ${isLatest ? html`id="moi-nhat"` : ''}>
    <p class="who">${wording.chat.you}</p>
    <p class="said">${text}</p>
  </article>`

/** What the assistant said in one reply. */
export const replyHtml = (reply: Pick<Reply, 'id' | 'cards'>, context: CardContext): Html =>
  html`<article class="reply" data-id="${reply.id}">
    <p class="who">${wording.chat.assistantSays}</p>
    ${reply.cards.map((card) => cardHtml(card, context))}
  </article>`

/** A card that is shown but not part of the stored conversation. */
export const noticeHtml = (card: Card, context: CardContext): Html =>
  html`<article class="reply notice">
    <p class="who">${wording.chat.assistantSays}</p>
    ${cardHtml(card, context)}
  </article>`

/** The label of a pressed button, found on the cards that were shown before. */
export function labelOf(
  action: string,
  items: readonly TranscriptItem[],
  { card, mostAsked }: Greeting,
): string {
  if (isGuarded(action)) return wording.chat.notKept
  const cards = items.flatMap((item) => (item.kind === 'reply' ? item.cards : []))
  const buttons = [...cards, card].flatMap(({ buttons: own, ratingFor }) => [
    ...own,
    ...(ratingFor === undefined ? [] : ratingButtons(ratingFor)),
  ])
  const all = [...buttons, ...mostAsked]
  return all.find((button) => button.action === action)?.label ?? wording.chat.pressedButton
}

/** Stands instead of a text that is never stored: about danger, bribes, despair and the like. */
export const isGuarded = (action: string): boolean => action.startsWith('guard:')

export const lastReplyId = (items: readonly TranscriptItem[]): string =>
  items.findLast((item) => item.kind === 'reply')?.id ?? ''

/** What was said, line by line. */
export function transcriptHtml(
  items: readonly TranscriptItem[],
  greeting: Greeting,
  context: CardContext,
): Html[] {
  const latest = items.findLastIndex((item) => item.kind === 'message')
  return items.map((item, index) =>
    item.kind === 'reply'
      ? replyHtml(item, context)
      : questionHtml(
          item.id,
          item.text ?? labelOf(item.action ?? '', items.slice(0, index), greeting),
          index === latest,
        ),
  )
}

/** The first screen: who speaks, what can be asked, what most people ask. */
const greetingHtml = ({ card, mostAsked }: Greeting, context: CardContext): Html =>
  html`<article class="reply greeting">
    <p class="who">${wording.chat.assistantSays}</p>
    ${cardHtml({ ...card, buttons: [] }, context)}
    ${
      mostAsked.length === 0
        ? ''
        : html`<section class="asked-most">
            <h2>${wording.chat.askedMost}</h2>
            ${buttonsForm('tiles', mostAsked, context.newToken())}
          </section>`
    }
    <p class="browse"><a class="button" href="/tt">${wording.chat.browse}</a></p>
    ${card.buttons.length === 0 ? '' : buttonsForm('buttons', card.buttons, context.newToken())}
  </article>`

const startOverForm = (isHidden: boolean): Html =>
  html`<form id="start-over" method="post" action="/moi" ${isHidden ? 'hidden' : ''}>
    <button type="submit">${wording.chat.startOver}</button>
  </form>`

const composer = (view: ChatView): Html =>
  html`<form
    id="composer"
    class="composer"
    method="post"
    action="/"
    aria-label="${wording.search.title}"
  >
    <div class="wrap">
      <p id="offline" class="offline" role="status"></p>
      <input type="hidden" name="messageId" value="${view.token}" />
      <label for="text">${wording.chat.label}</label>
      <div class="field">
        <textarea
          id="text"
          name="text"
          rows="1"
          required
          autocomplete="off"
          enterkeyhint="send"
          placeholder="${wording.chat.placeholder}"
          aria-describedby="privacy counter"
        >
${view.draft}</textarea>
        <button type="submit" class="primary">${wording.chat.send}</button>
      </div>
      <p id="counter" class="counter" hidden><span></span> ${wording.chat.tooLong}</p>
      <p id="privacy" class="privacy">${wording.chat.privacy}</p>
    </div>
  </form>`

/** What was asked before on this device; the script fills it and shows it. */
const past = html`<details id="past" class="past" hidden>
  <summary>${wording.past.before} <span></span> ${wording.past.after}</summary>
  <ol id="past-items"></ol>
  <button type="button" class="forget">${wording.past.forget}</button>
</details>`

/** Says what the device keeps, once it keeps something. */
const kept = html`<p id="kept" class="kept" hidden>
  ${wording.past.kept}
  <button type="button" class="forget plain">${wording.past.forget}</button>
</p>`

/** What the script adds to the page, so that no wording lives in the script. */
const templates = (isKiosk: boolean): Html =>
  html`<template id="question-template">
      <article class="mine">
        <p class="who">${wording.chat.you}</p>
        <p class="said"></p>
        <p class="state">${wording.chat.waits}</p>
      </article></template
    >
    <template id="answering-template">${wording.chat.answering}</template>
    <template id="offline-template">
      ${isKiosk ? wording.kiosk.offline : wording.chat.offline}
    </template>
    <template id="queued-template">${wording.chat.queued}</template>
    <template id="problem-template">
      <div class="problem" role="alert">
        <p>${isKiosk ? wording.kiosk.notSent : wording.chat.notSent}</p>
        <button type="button">${wording.chat.resend}</button>
      </div>
    </template>`
