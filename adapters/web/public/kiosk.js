import { byId } from './page.js'
import { touchSession } from './session.js'
import { forgetDevice } from './storage.js'

const IDLE_MS = 120_000
const COUNTDOWN_MS = 15_000
const LOOK_EVERY_MS = 250

const dialog = byId('idle', HTMLDialogElement)
const left = byId('idle-left', HTMLElement)
let activeAt = Date.now()

/** The next person finds nothing of this one. */
function forget() {
  forgetDevice()
  location.replace('/?kiosk')
}

/** Whether there is nothing to forget: the first screen, with nothing typed. */
function isFresh() {
  const log = document.getElementById('log')
  const field = document.querySelector('textarea')
  return log !== null && log.querySelector('.mine') === null && !field?.value
}

/** While the question is asked only its answer counts: a touch would fall on what lies below it. */
function noteActivity() {
  if (!dialog.open) stay()
}

function stay() {
  activeAt = Date.now()
  touchSession()
}

function look() {
  const idleMs = Date.now() - activeAt
  if (idleMs < IDLE_MS) return
  if (isFresh()) {
    activeAt = Date.now()
    return
  }
  const leftMs = IDLE_MS + COUNTDOWN_MS - idleMs
  if (leftMs <= 0) return forget()
  left.textContent = String(Math.ceil(leftMs / 1000))
  if (!dialog.open) dialog.showModal()
}

/**
 * Links stay on this machine's pages: those of the assistant keep its mode, others lead nowhere.
 * @param {MouseEvent} event
 */
function keepHere(event) {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null || link.getAttribute('href')?.startsWith('#')) return
  event.preventDefault()
  const url = new URL(link.href)
  if (url.origin !== location.origin) return
  url.searchParams.set('kiosk', '')
  location.assign(url)
}

for (const type of ['pointerdown', 'keydown', 'wheel', 'touchmove', 'input']) {
  addEventListener(type, noteActivity, { passive: true, capture: true })
}
dialog.addEventListener('click', () => dialog.close())
dialog.addEventListener('close', stay)
document.addEventListener('click', keepHere)
for (const button of document.querySelectorAll('.end')) button.addEventListener('click', forget)
// A page that the browser brings back as it was may be somebody else's.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) forget()
})
setInterval(look, LOOK_EVERY_MS)
