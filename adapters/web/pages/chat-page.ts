import { html, type Html } from './html.ts'
import type { Reply, TranscriptItem } from '../../../bot/index.ts'
import type { Card } from '../../../core/index.ts'
import { wording } from '../wording.ts'
import { cardHtml, questionsForm, ratingButtons, type CardContext, type Question } from './card.ts'
import { page, type Frame } from './layout.ts'

/** Everything that the chat page shows; `html` parts come from the bot's cards. */
export interface ChatView {
  items: readonly TranscriptItem[]
  /** Set when older lines were left out. */
  isCut: boolean
  /** Shown while nothing was said yet. */
  welcome: Card
  /** Set on `/?hoi=…`: questions about one entry. */
  topic: { title: string; questions: readonly Question[] } | null
  /** After the conversation: a card that is not part of it, such as "please wait". */
  notice: Card | null
  /** What stands in the text field already. */
  draft: string
  /** `messageId` of the form, when the same one must be sent again. */
  token: string
}

/** The chat page (trang hỏi đáp); all of it works without JavaScript. */
export function chatPage(frame: Frame, view: ChatView, context: CardContext): Html {
  const isEmpty = view.items.length === 0
  return page(frame, {
    title: wording.chat.title,
    description: wording.chat.description,
    kind: 'chat',
    script: 'chat.js',
    headerAction: startOverForm(isEmpty),
    main: html`<h1>${wording.chat.title}</h1>
      ${view.isCut ? html`<p class="cut">${wording.chat.onlyLatest(view.items.length)}</p>` : ''}
      <div
        id="log"
        role="log"
        aria-label="${wording.chat.log}"
        aria-live="polite"
        data-last="${lastReplyId(view.items)}"
      >
        ${isEmpty && view.topic === null ? noticeHtml(view.welcome, context, 'greeting') : ''}
        ${transcript(view.items, view.welcome, context)}
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
      ${templates}`,
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
export const noticeHtml = (card: Card, context: CardContext, kind = 'notice'): Html =>
  html`<article class="reply ${kind}">
    <p class="who">${wording.chat.assistantSays}</p>
    ${cardHtml(card, context)}
  </article>`

/** The label of a pressed button, found on the cards that were shown before. */
export function labelOf(action: string, items: readonly TranscriptItem[], welcome: Card): string {
  const cards = items.flatMap((item) => (item.kind === 'reply' ? item.cards : []))
  const buttons = [...cards, welcome].flatMap((card) => [
    ...card.buttons,
    ...(card.ratingFor === undefined ? [] : ratingButtons(card.ratingFor)),
  ])
  return buttons.find((button) => button.action === action)?.label ?? wording.chat.pressedButton
}

const lastReplyId = (items: readonly TranscriptItem[]): string =>
  items.findLast((item) => item.kind === 'reply')?.id ?? ''

function transcript(items: readonly TranscriptItem[], welcome: Card, context: CardContext): Html[] {
  const latest = items.findLastIndex((item) => item.kind === 'message')
  return items.map((item, index) =>
    item.kind === 'reply'
      ? replyHtml(item, context)
      : questionHtml(
          item.id,
          item.text ?? labelOf(item.action ?? '', items.slice(0, index), welcome),
          index === latest,
        ),
  )
}

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

/** What the script adds to the page, so that no wording lives in the script. */
const templates = html`<template id="question-template">${questionHtml('', '')}</template>
  <template id="answering-template">${wording.chat.answering}</template>
  <template id="offline-template">${wording.chat.offline}</template>
  <template id="problem-template">
    <div class="problem" role="alert">
      <p>${wording.chat.notSent}</p>
      <button type="button">${wording.chat.resend}</button>
    </div>
  </template>`
