import { noteSession, sessionHeaders } from './session.js'
import { deviceList, keepsNothing } from './storage.js'

/**
 * What the person sent and the server has not confirmed. `messageId` stays the same through all tries,
 * so a message that did arrive is not taken twice; only a lasting conflict changes it.
 * @typedef {{ messageId: string, text?: string, action?: string, label: string, at: number }} Outgoing
 */

/**
 * What the server answers; which parts are there depends on the status.
 * @typedef {object} Answer
 * @property {import('./log.js').Reply[]} [replies]
 * @property {string | null} [question] what was asked, as it is stored
 * @property {boolean} [isPrivate] whether nothing of it may be kept on the device
 * @property {string} [html]
 * @property {{ message: string }} [error]
 */

/**
 * What became of a message.
 * @typedef {object} Outcome
 * @property {(answer: Answer & { replies: import('./log.js').Reply[] }) => void} answered
 * @property {(html: string) => void} tooFast it is sent again by itself
 * @property {(message: string | null) => void} refused
 * @property {() => void} unreachable it stays in the queue, or is given up on a public machine
 */

/** Pauses between tries, in milliseconds; after them the page says that it waits. */
const PAUSES_MS = [1000, 2000, 4000, 8000]
const SLOW_PAUSE_MS = 30_000
const PATIENCE_MS = 20_000
const MOST_KEPT_MS = 3 * 86_400_000

/** @type {{ read(): Outgoing[], write(list: readonly Outgoing[]): boolean }} */
const queue = deviceList('unsent-1')

/** @type {{ outgoing: Outgoing, outcome: Outcome }[]} */
const waiting = []
/** @type {() => void} */
let onIdle = () => {}
let isBusy = false
let wake = () => {}

export const isSending = () => isBusy

/** @param {() => void} listener called whenever nothing is left to send */
export const whenIdle = (listener) => {
  onIdle = listener
}

/** Tries again now instead of later. */
export const hurry = () => wake()

/**
 * Sends in order, one at a time; one that cannot be sent holds up those behind it.
 * @param {Outgoing} outgoing
 * @param {Outcome} outcome
 */
export function send(outgoing, outcome) {
  queue.write([...kept().filter((one) => one.messageId !== outgoing.messageId), outgoing])
  waiting.push({ outgoing, outcome })
  if (!isBusy) void work()
}

async function work() {
  isBusy = true
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    await deliver(next.outgoing, next.outcome)
  }
  isBusy = false
  onIdle()
}

/**
 * @param {Outgoing} outgoing
 * @param {Outcome} outcome
 */
async function deliver(outgoing, outcome) {
  let conflicts = 0
  for (let tries = 1; ; tries += 1) {
    const { answer, isConflict, waitMs } = await post(outgoing)
    if (isConflict) {
      // Two servers may have met over the same message: the same id finds out. If not, the id is taken.
      conflicts += 1
      if (conflicts > 1) rename(outgoing)
    } else if (answer?.html !== undefined) {
      outcome.tooFast(answer.html)
    } else if (answer !== null) {
      forget(outgoing)
      if (answer.replies) outcome.answered({ ...answer, replies: answer.replies })
      else outcome.refused(answer.error?.message ?? null)
      return
    }
    const isStuck = answer === null && (!navigator.onLine || tries > PAUSES_MS.length)
    if (isStuck) {
      outcome.unreachable()
      if (keepsNothing) return
    }
    await pause(waitMs ?? (isStuck ? SLOW_PAUSE_MS : (PAUSES_MS[tries - 1] ?? SLOW_PAUSE_MS)))
  }
}

/**
 * @typedef {object} Posted
 * @property {Answer | null} answer null when there was none, or the server has to recover first
 * @property {boolean} [isConflict] the id stands for something else
 * @property {number} [waitMs] how long the server asks to wait
 */

/**
 * @param {Outgoing} outgoing
 * @returns {Promise<Posted>}
 */
async function post({ messageId, text, action }) {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
  try {
    const response = await fetch('/api/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...sessionHeaders() },
      body: JSON.stringify({ messageId, text, action }),
      signal: patience.signal,
    })
    noteSession(response)
    if (response.status >= 500) return { answer: null }
    if (response.status === 409) return { answer: null, isConflict: true }
    const answer = /** @type {Answer} */ (await response.json())
    if (response.status !== 429) return { answer }
    const waitMs = 1000 * Number(response.headers.get('retry-after') ?? 1)
    return { answer: answer.html ? answer : null, waitMs }
  } catch {
    return { answer: null }
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Waits, but no longer than until the network is back or the person asks for it.
 * @param {number} pauseMs
 */
const pause = (pauseMs) =>
  new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      removeEventListener('online', go)
      wake = () => {}
      resolve(null)
    }
    const timer = setTimeout(go, pauseMs)
    wake = go
    addEventListener('online', go)
  })

/** A name that nobody else has; `randomUUID` is missing on plain http. */
export const newMessageId = () =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

/**
 * What could not be sent before the page was left, oldest first.
 * @returns {Outgoing[]}
 */
export const kept = () =>
  queue.read().filter(({ at }) => typeof at === 'number' && Date.now() - at < MOST_KEPT_MS)

/** @param {Outgoing} outgoing */
const forget = (outgoing) =>
  queue.write(kept().filter((one) => one.messageId !== outgoing.messageId))

/** @param {Outgoing} outgoing */
function rename(outgoing) {
  const before = outgoing.messageId
  outgoing.messageId = newMessageId()
  queue.write(kept().map((one) => (one.messageId === before ? outgoing : one)))
}
