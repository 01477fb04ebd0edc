import { forgetPast, keepAnswer, showPast } from './history.js'
import {
  addNotice,
  addProblem,
  addQuestion,
  addReplies,
  clearProblem,
  isEmpty,
  showAnswering,
  showTranscript,
  startLog,
} from './log.js'
import { hurry, kept, newMessageId, send } from './outbox.js'
import { byId, copyOf } from './page.js'
import { isResumed, mode, noteSession, sessionHeaders } from './session.js'
import { forgetDevice, keepsNothing } from './storage.js'
import { startStream } from './stream.js'

/** From here on the field says how long the text has become. */
const LONG_TEXT = 1000

const composer = byId('composer', HTMLFormElement)
const field = byId('text', HTMLTextAreaElement)
const counter = byId('counter', HTMLElement)
const offline = byId('offline', HTMLElement)

/** @param {{ text?: string, action?: string, label: string }} message */
function say(message) {
  transmit({ messageId: newMessageId(), ...message, at: Date.now() }, addQuestion(message.label))
}

/** Questions that are under way or wait for the network. */
let pending = 0
let isStuck = false

/**
 * @param {import('./outbox.js').Outgoing} outgoing
 * @param {HTMLElement} question
 */
function transmit(outgoing, question) {
  /** @param {() => void} show */
  const done = (show) => {
    pending -= 1
    isStuck = false
    question.classList.remove('pending')
    clearProblem(question)
    showState()
    show()
  }
  clearProblem(question)
  question.classList.add('pending')
  pending += 1
  showState()
  send(outgoing, {
    answered: ({ replies, question: asked = null, isPrivate }) =>
      done(() => {
        addReplies(question, replies, outgoing.text === undefined ? null : asked)
        // a rating is no question
        if (isPrivate || outgoing.action?.startsWith('rate:')) return
        keepAnswer(replies[0]?.inboxId ?? null, asked ?? outgoing.label, replies)
      }),
    tooFast: (html) => {
      showAnswering(false)
      clearProblem(question)
      addNotice(question, html)
      addProblem(question, null, hurry)
    },
    refused: (message) =>
      done(() => {
        addProblem(question, message, null)
        giveBack(outgoing)
      }),
    unreachable: () => {
      if (keepsNothing) {
        const again = () => transmit(outgoing, question)
        return done(() => addProblem(question, null, again))
      }
      isStuck = true
      showState()
      addProblem(question, null, hurry)
    },
  })
}

/**
 * Back into the field, so that nothing typed is lost.
 * @param {import('./outbox.js').Outgoing} outgoing
 */
function giveBack({ text }) {
  if (text && field.value === '') setText(text)
}

/** @param {string} text */
function setText(text) {
  field.value = text
  field.dispatchEvent(new Event('input'))
}

/** @type {HTMLElement | null} */
let lastPressed = null
document.addEventListener('click', (event) => {
  lastPressed = event.target instanceof Element ? event.target.closest('button') : null
})

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement)) return
  if (form.id === 'start-over') return forgetDevice()
  // Safari tells who submitted only since 15.4.
  const pressed = event.submitter ?? lastPressed
  if (form === composer) {
    event.preventDefault()
    const text = field.value.trim()
    if (text !== '') {
      setText('')
      say({ text, label: text })
    }
    // On a phone the keyboard would cover the answer.
    if (matchMedia('(hover: none)').matches) field.blur()
    else field.focus({ preventScroll: true })
  } else if (pressed instanceof HTMLButtonElement && pressed.name && pressed.form === form) {
    event.preventDefault()
    markPressed(pressed)
    const { name, value, textContent } = pressed
    say(
      name === 'action'
        ? { action: value, label: (textContent ?? '').trim() }
        : { text: value, label: value },
    )
  }
})

/**
 * A rating shows which of its buttons was pressed.
 * @param {HTMLButtonElement} pressed
 */
function markPressed(pressed) {
  if (!pressed.hasAttribute('aria-pressed')) return
  for (const button of pressed.form?.querySelectorAll('button') ?? []) {
    button.setAttribute('aria-pressed', String(button === pressed))
  }
}

field.addEventListener('keydown', (event) => {
  // 229 is how Safari tells that the key belongs to an input method (Telex, VNI).
  // oxlint-disable-next-line typescript/no-deprecated -- isComposing is false there already
  const isComposing = event.isComposing || event.keyCode === 229
  if (event.key !== 'Enter' || event.shiftKey || isComposing) return
  event.preventDefault()
  composer.querySelector('button')?.click()
})

const growsByItself = CSS.supports('field-sizing', 'content')
field.addEventListener('input', () => {
  const number = counter.querySelector('span')
  if (number) number.textContent = field.value.length.toLocaleString('vi-VN')
  counter.hidden = field.value.length <= LONG_TEXT
  if (growsByItself) return
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight + 4}px`
})

/** Says what becomes of questions: under way, waiting for the network, or likely to wait. */
function showState() {
  const isDown = !navigator.onLine
  const waits = pending > 0 && (isDown || isStuck)
  document.body.classList.toggle('stuck', waits)
  showAnswering(pending > 0 && !waits)
  const said = waits ? 'queued-template' : 'offline-template'
  if (offline.dataset['said'] === (isDown || waits ? said : '')) return
  offline.dataset['said'] = isDown || waits ? said : ''
  offline.replaceChildren(...(isDown || waits ? [copyOf(said)] : []))
}
addEventListener('online', showState)
addEventListener('offline', showState)

for (const button of document.querySelectorAll('.forget')) {
  button.addEventListener('click', () => {
    forgetPast()
    if (!isEmpty()) byId('start-over', HTMLFormElement).querySelector('button')?.click()
  })
}

/** The conversation of this tab, where the server could not know it when it made the page. */
async function resume() {
  try {
    const response = await fetch('/api/transcript', { headers: sessionHeaders() })
    noteSession(response)
    if (response.ok)
      showTranscript(/** @type {{ html: string, last: string }} */ (await response.json()))
  } catch {
    // What was said before is not shown; everything else works.
  }
}

/** Keeps a copy of the empty page that opens without a network; browsers allow it on https only. */
function keepOfflinePage() {
  const [, version] = /\/static\/([\w-]+)\//.exec(import.meta.url) ?? []
  if (!('serviceWorker' in navigator) || version === undefined) return
  navigator.serviceWorker.register(`/sw.js?v=${version}`).catch(() => {
    // Without it the page needs the network to open, as any page does.
  })
}

async function start() {
  startLog()
  if (keepsNothing) forgetDevice(['localStorage'])
  if (isResumed) await resume()
  showState()
  showPast(isEmpty(), mode === 'offline')
  document.body.classList.add('ready')
  for (const outgoing of kept()) transmit(outgoing, addQuestion(outgoing.label))
  if (mode === 'page') startStream()
  if (mode === 'embedded') {
    addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') parent.postMessage('tro-ly:close', '*')
    })
  } else if (mode !== 'kiosk') {
    addEventListener('load', keepOfflinePage)
    if (document.readyState === 'complete') keepOfflinePage()
  }
}

// Before the frame has loaded: the loader waits for it no longer than that.
if (mode === 'embedded') parent.postMessage('tro-ly:ready', '*')
void start()
