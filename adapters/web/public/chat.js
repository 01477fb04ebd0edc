import {
  addNotice,
  addProblem,
  addQuestion,
  addReplies,
  clearProblem,
  showAnswering,
  startLog,
} from './log.js'
import { forgetAll, kept, newMessageId, send } from './outbox.js'
import { byId, copyOf } from './page.js'
import { startStream } from './stream.js'

/** From here on the field says how long the text has become. */
const LONG_TEXT = 1000

const composer = byId('composer', HTMLFormElement)
const field = byId('text', HTMLTextAreaElement)
const counter = byId('counter', HTMLElement)
const offline = byId('offline', HTMLElement)

/** @param {{ text?: string, action?: string, label: string }} message */
function say(message) {
  const outgoing = { messageId: newMessageId(), ...message }
  transmit(outgoing, addQuestion(message.label))
}

let underWay = 0

/**
 * @param {import('./outbox.js').Outgoing} outgoing
 * @param {HTMLElement} question
 */
function transmit(outgoing, question) {
  /** @param {() => void} show */
  const done = (show) => {
    underWay -= 1
    showAnswering(underWay > 0)
    show()
  }
  const resend = once(() => transmit(outgoing, question))
  clearProblem(question)
  underWay += 1
  showAnswering(true)
  send(outgoing, {
    answered: (replies) => done(() => addReplies(question, replies)),
    tooFast: (html) =>
      done(() => {
        addNotice(question, html)
        addProblem(question, null, resend)
      }),
    refused: (message) =>
      done(() => {
        addProblem(question, message, null)
        if (outgoing.text && field.value === '') setText(outgoing.text)
      }),
    unreachable: () =>
      done(() => {
        addProblem(question, null, resend)
        addEventListener('online', resend, { once: true })
      }),
  })
}

/**
 * Both the button and the returning network may send again: the first one does.
 * @param {() => void} action
 */
function once(action) {
  let isDone = false
  return () => {
    if (!isDone) action()
    isDone = true
  }
}

/** @param {string} text */
function setText(text) {
  field.value = text
  field.dispatchEvent(new Event('input'))
}

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement)) return
  if (form.id === 'start-over') return forgetAll()
  const pressed = event.submitter
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
  } else if (pressed instanceof HTMLButtonElement && pressed.name) {
    event.preventDefault()
    markPressed(pressed)
    const { name, value, textContent } = pressed
    say(
      name === 'action'
        ? { action: value, label: textContent.trim() }
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
  composer.requestSubmit()
})

field.addEventListener('input', () => {
  const number = counter.querySelector('span')
  if (number) number.textContent = field.value.length.toLocaleString('vi-VN')
  counter.hidden = field.value.length <= LONG_TEXT
})

const showNetwork = () =>
  offline.replaceChildren(...(navigator.onLine ? [] : [copyOf('offline-template')]))
addEventListener('online', showNetwork)
addEventListener('offline', showNetwork)

showNetwork()
startLog()
startStream()
for (const outgoing of kept()) transmit(outgoing, addQuestion(outgoing.label))
