import { byId, copyOf, elementFrom } from './page.js'

/**
 * A reply as the server gives it.
 * @typedef {{ id: string, inboxId: string | null, html: string, question?: string | null, isPrivate?: boolean }} Reply
 */

const log = byId('log', HTMLElement)
const answering = byId('answering', HTMLElement)
const newReply = byId('new-reply', HTMLButtonElement)

/**
 * @param {string} id
 * @returns {HTMLElement | null}
 */
const find = (id) => log.querySelector(`[data-id="${CSS.escape(id)}"]`)

/** The newest reply on the page; ids sort by time. */
export const lastReplyId = () => log.dataset['last'] ?? ''

/**
 * Shows at once what the person sent.
 * @param {string} label
 * @returns {HTMLElement}
 */
export function addQuestion(label) {
  const question = /** @type {HTMLElement} */ (copyOf('question-template').firstElementChild)
  const said = question.querySelector('.said')
  if (said) said.textContent = label
  log.append(question)
  revealControls()
  scrollToEnd()
  return question
}

/** Once something was said: the way to begin again is shown, what greets goes. */
function revealControls() {
  document.body.classList.add('started')
  for (const control of document.querySelectorAll('#start-over, #end')) {
    control.removeAttribute('hidden')
  }
}

/** Whether nothing was said yet. */
export const isEmpty = () => log.querySelector('.mine') === null

/**
 * Shows a conversation that the server did not put on the page.
 * @param {{ html: string, last: string }} transcript
 */
export function showTranscript({ html, last }) {
  const template = document.createElement('template')
  template.innerHTML = html
  if (template.content.querySelector('.mine') === null) return
  log.querySelector('.greeting')?.remove()
  log.prepend(template.content)
  log.dataset['last'] = last
  revealControls()
  document.getElementById('moi-nhat')?.scrollIntoView({ block: 'start' })
}

/**
 * Puts replies below the question that they answer, each once.
 * @param {HTMLElement} question
 * @param {readonly Reply[]} replies
 * @param {string | null} asked the question as the server keeps it, where that differs
 */
export function addReplies(question, replies, asked) {
  const said = question.querySelector('.said')
  // A masked number is shown masked at once; blanks that were tidied up stay as typed.
  if (said && asked !== null && words(said.textContent ?? '') !== words(asked)) {
    said.textContent = asked
  }
  const inboxId = replies[0]?.inboxId
  const twin = inboxId ? find(inboxId) : null
  if (twin && twin !== question) question.remove()
  else if (inboxId) question.dataset['id'] = inboxId
  const place = twin ?? question
  const [first] = replies.map((reply) => placeReply(reply, place))
  if (!hasLaterQuestion(place)) revealAnswer(place, first ?? place)
}

/** @param {string} text */
const words = (text) => text.replace(/\s+/g, ' ').trim()

/**
 * Adds a reply that this page did not ask for: from another tab, or from an official.
 * @param {Reply} reply
 */
export function addFromElsewhere(reply) {
  if (find(reply.id)) return
  const wasAtEnd = isAtEnd()
  const asked = reply.inboxId ? find(reply.inboxId) : null
  const question = asked ?? (reply.question ? elementFrom(reply.question) : null)
  if (question && !asked) log.append(question)
  const element = placeReply(reply, question)
  if (wasAtEnd) revealAnswer(question ?? element, element)
  else newReply.hidden = false
}

/**
 * @param {Reply} reply
 * @param {HTMLElement | null} question what it is put behind; null: the end
 * @returns {HTMLElement} the reply on the page
 */
function placeReply(reply, question) {
  const known = find(reply.id)
  if (known) return known
  const element = elementFrom(reply.html)
  let before = question
  while (before?.nextElementSibling?.matches('.reply')) {
    before = /** @type {HTMLElement} */ (before.nextElementSibling)
  }
  if (before) before.after(element)
  else log.append(element)
  if (reply.id > lastReplyId()) log.dataset['last'] = reply.id
  return element
}

/** @param {HTMLElement} question */
function hasLaterQuestion(question) {
  const all = log.querySelectorAll('.mine')
  return all[all.length - 1] !== question
}

/**
 * Shows a card that is not stored below a question.
 * @param {HTMLElement} question
 * @param {string} html
 */
export function addNotice(question, html) {
  const notice = elementFrom(html)
  question.after(notice)
  revealAnswer(question, notice)
}

/**
 * Says that a question was not sent, with a button to send it again.
 * @param {HTMLElement} question
 * @param {string | null} message instead of the usual text
 * @param {(() => void) | null} resend null when sending the same again cannot help
 */
export function addProblem(question, message, resend) {
  if (question.querySelector('.problem')) return
  const problem = /** @type {HTMLElement} */ (copyOf('problem-template').firstElementChild)
  const text = problem.querySelector('p')
  if (text && message) text.textContent = message
  const button = problem.querySelector('button')
  if (resend === null) button?.remove()
  button?.addEventListener('click', () => {
    byId('text', HTMLTextAreaElement).focus({ preventScroll: true })
    resend?.()
  })
  const state = question.querySelector('.state')
  if (state) state.before(problem)
  else question.append(problem)
  if (!hasLaterQuestion(question)) reveal(question)
}

/**
 * Takes away what `addProblem` and `addNotice` put there.
 * @param {HTMLElement} question
 */
export function clearProblem(question) {
  question.querySelector('.problem')?.remove()
  const next = question.nextElementSibling
  if (next?.matches('.notice')) next.remove()
}

/** @param {boolean} isOn */
export function showAnswering(isOn) {
  answering.replaceChildren(...(isOn ? [copyOf('answering-template')] : []))
}

const isAtEnd = () => scrollY + innerHeight > document.documentElement.scrollHeight - 160

function scrollToEnd() {
  scrollTo({ top: document.documentElement.scrollHeight, behavior: motion() })
}

/** @returns {ScrollBehavior} */
const motion = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth')

/**
 * Shows an answer from its title on, and what was asked above it when there is room for all.
 * @param {HTMLElement} question
 * @param {HTMLElement} answer
 */
function revealAnswer(question, answer) {
  const height = log.getBoundingClientRect().bottom - question.getBoundingClientRect().top
  const room = Math.min(byId('composer', HTMLFormElement).getBoundingClientRect().top, innerHeight)
  reveal(height < room ? question : answer)
}

/**
 * Shows `element` from its beginning: its title at the top, or as far up as the page's end allows.
 * @param {HTMLElement} element
 */
function reveal(element) {
  element.scrollIntoView({ block: 'start', behavior: motion() })
}

/** After loading: to the latest question, and the button that leads to replies made elsewhere. */
export function startLog() {
  if (!location.hash) document.getElementById('moi-nhat')?.scrollIntoView({ block: 'start' })
  newReply.addEventListener('click', () => {
    newReply.hidden = true
    const last = find(lastReplyId())
    last?.setAttribute('tabindex', '-1')
    last?.focus({ preventScroll: true })
    last?.scrollIntoView({ block: 'start', behavior: motion() })
  })
  addEventListener('scroll', () => {
    if (isAtEnd()) newReply.hidden = true
  })
}
