import { html, type Html } from './html.ts'
import { encodeAction } from '../../../bot/index.ts'
import type { Button, Card } from '../../../core/index.ts'
import { wording } from '../wording.ts'
import { linkedText, textBlock, type IsKnownCode } from './text.ts'

/** What rendering a card needs to know about its surroundings. */
export interface CardContext {
  isKnownCode: IsKnownCode
  /** Makes the hidden `messageId` of a form, so that a double press is one message. */
  newToken(): string
  /** Actions already pressed in this conversation: the rating shows which one it was. */
  pressed: ReadonlySet<string>
}

/** A card: heading, text, and a form with its buttons and, when asked for, the rating. */
export const cardHtml = (card: Card, context: CardContext): Html =>
  html`<section class="card">
    <h2>${linkedText(card.title, context.isKnownCode)}</h2>
    ${card.paragraphs.map(
      (lines) => html`<div class="block">${textBlock(lines, context.isKnownCode)}</div>`,
    )}
    ${card.buttons.length === 0 ? '' : buttonsForm('buttons', card.buttons, context.newToken())}
    ${card.ratingFor === undefined ? '' : ratingForm(card.ratingFor, context)}
  </section>`

/** A question that a button asks. */
export interface Question {
  label: string
  /** What is asked, as if typed. */
  text: string
}

/** Buttons that ask whole questions. */
export const questionsForm = (title: string, questions: readonly Question[], token: string): Html =>
  html`<section id="hoi" class="card questions">
    <h2>${title}</h2>
    ${messageForm(
      'buttons stacked',
      token,
      questions.map(
        ({ label, text }) =>
          html`<button type="submit" name="text" value="${text}">${label}</button>`,
      ),
    )}
  </section>`

/** The buttons with which the question `id` is rated. */
export const ratingButtons = (id: string): readonly Button[] =>
  [true, false].flatMap((isHelpful) => {
    const action = encodeAction({ kind: 'rate', questionId: id, isHelpful })
    const { ratingGood, ratingBad } = wording.chat
    return action === null ? [] : [{ label: isHelpful ? ratingGood : ratingBad, action }]
  })

const ratingForm = (id: string, { newToken, pressed }: CardContext): Html =>
  messageForm(
    'rating',
    newToken(),
    html`<span>${wording.chat.ratingTitle}</span> ${ratingButtons(id).map(
        ({ label, action }) =>
          html`<button
            type="submit"
            name="action"
            value="${action}"
            aria-pressed="${pressed.has(action) ? 'true' : 'false'}"
          >
            ${label}
          </button>`,
      )}`,
  )

/** Buttons of a card or of the first screen. */
export const buttonsForm = (className: string, buttons: readonly Button[], token: string): Html =>
  messageForm(className, token, buttons.map(buttonHtml))

const messageForm = (className: string, token: string, content: Html | Html[]): Html =>
  html`<form class="${className}" method="post" action="/">
    <input type="hidden" name="messageId" value="${token}" />
    ${content}
  </form>`

const buttonHtml = ({ label, action }: Button): Html =>
  /^tel:\d+$/.test(action)
    ? html`<a class="button" href="${action}">${label}</a>`
    : html`<button type="submit" name="action" value="${action}">${label}</button>`
