import { byId, elementFrom } from './page.js'
import { deviceList, forgetDevice, keepsNothing } from './storage.js'

/**
 * A question and its answer, as the server gave both back: personal numbers are masked in it.
 * @typedef {{ id: string, at: number, question: string, html: string }} Past
 */

const MOST_KEPT = 40
const MOST_CHARACTERS = 100_000
const MOST_KEPT_MS = 30 * 86_400_000

/** @type {{ read(): Past[], write(list: readonly Past[]): boolean }} */
const list = deviceList('past-1')

/** @returns {Past[]} */
const valid = () =>
  list.read().filter(
    ({ id, at, question, html }) =>
      [id, question, html].every((part) => typeof part === 'string') &&
      // a clock that was set back leaves days to come
      Math.abs(Date.now() - at) < MOST_KEPT_MS,
  )

/**
 * Keeps an answered question; the oldest make room.
 * @param {string | null} id of the question; null keeps nothing
 * @param {string} question
 * @param {readonly import('./log.js').Reply[]} replies
 */
export function keepAnswer(id, question, replies) {
  if (keepsNothing || id === null || replies.length === 0) return
  const html = replies.map((reply) => readable(elementFrom(reply.html))).join('')
  const others = valid().filter((past) => past.id !== id)
  let all = [...others, { id, at: Date.now(), question, html }].slice(-MOST_KEPT)
  while (all.length > 1 && JSON.stringify(all).length > MOST_CHARACTERS) all = all.slice(1)
  while (all.length > 0 && !list.write(all)) all = all.slice(Math.ceil(all.length / 2))
  showKept()
}

/**
 * The cards without what can only be pressed in the conversation they stood in.
 * @param {HTMLElement} reply
 */
function readable(reply) {
  for (const pressable of reply.querySelectorAll('form, button, .who')) pressable.remove()
  return reply.innerHTML
}

/** Says how much is kept, where the page says that it keeps it. */
function showKept() {
  byId('kept', HTMLElement).hidden = valid().length === 0
}

/**
 * Offers what was asked before this conversation began.
 * @param {boolean} isNew whether the server shows a conversation of which nothing was said yet
 * @param {boolean} isOpen
 */
export function showPast(isNew, isOpen) {
  if (keepsNothing) return
  showKept()
  const past = byId('past', HTMLDetailsElement)
  const before = valid()
  if (!isNew || before.length === 0) return
  const items = byId('past-items', HTMLElement)
  items.replaceChildren(...before.map(pastElement))
  const count = past.querySelector('summary span')
  if (count) count.textContent = before.length.toLocaleString('vi-VN')
  past.open = isOpen
  past.hidden = false
}

/** @param {Past} past */
function pastElement({ at, question, html }) {
  const item = document.createElement('li')
  const time = document.createElement('time')
  time.dateTime = new Date(at).toISOString()
  time.textContent = new Date(at).toLocaleDateString('vi-VN')
  const said = document.createElement('p')
  said.className = 'said'
  said.textContent = question
  item.append(time, said, elementFrom(`<div>${html}</div>`))
  return item
}

/** Takes away what the device kept, and the sight of it. */
export function forgetPast() {
  forgetDevice()
  byId('past', HTMLDetailsElement).hidden = true
  byId('past-items', HTMLElement).replaceChildren()
  showKept()
}
