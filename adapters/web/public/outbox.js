/**
 * What the person sent and the server has not confirmed. `messageId` stays the same through all tries,
 * so a message that did arrive is not taken twice; only a lasting conflict changes it.
 * @typedef {{ messageId: string, text?: string, action?: string, label: string }} Outgoing
 */

/**
 * What became of a message.
 * @typedef {object} Outcome
 * @property {(replies: import('./log.js').Reply[]) => void} answered
 * @property {(html: string) => void} tooFast
 * @property {(message: string | null) => void} refused
 * @property {() => void} unreachable
 */

/** Pauses between tries, in milliseconds. */
const PAUSES_MS = [1000, 2000, 4000, 8000]
const PATIENCE_MS = 20_000
const STORAGE_KEY = 'unsent'

/** @type {{ outgoing: Outgoing, outcome: Outcome }[]} */
const waiting = []
/** @type {() => void} */
let onIdle = () => {}
let isBusy = false

export const isSending = () => isBusy

/** @param {() => void} listener called whenever nothing is left to send */
export const whenIdle = (listener) => {
  onIdle = listener
}

/**
 * Sends in order, one at a time.
 * @param {Outgoing} outgoing
 * @param {Outcome} outcome
 */
export function send(outgoing, outcome) {
  keep([...kept().filter((one) => one.messageId !== outgoing.messageId), outgoing])
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
 * What the server answers; which parts are there depends on the status.
 * @typedef {object} Answer
 * @property {import('./log.js').Reply[]} [replies]
 * @property {string} [html]
 * @property {{ message: string }} [error]
 */

/**
 * @param {Outgoing} outgoing
 * @param {Outcome} outcome
 */
async function deliver(outgoing, outcome) {
  let conflicts = 0
  for (const pauseMs of [...PAUSES_MS, 0]) {
    const answer = await post(outgoing)
    if (answer === 'conflict') {
      // Two servers may have met over the same message: the same id finds out. If not, the id is taken.
      conflicts += 1
      if (conflicts > 1) rename(outgoing)
    } else if (answer) {
      if (!answer.html) forget(outgoing)
      if (answer.replies) outcome.answered(answer.replies)
      else if (answer.html) outcome.tooFast(answer.html)
      else outcome.refused(answer.error?.message ?? null)
      return
    }
    if (pauseMs > 0) await pause(pauseMs)
  }
  outcome.unreachable()
}

/**
 * @param {Outgoing} outgoing
 * @returns {Promise<Answer | 'conflict' | null>} null when there was none, or the server has to recover
 *   first; `conflict` when the id stands for something else
 */
async function post({ messageId, text, action }) {
  try {
    const response = await fetch('/api/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messageId, text, action }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (response.status >= 500) return null
    if (response.status === 409) return 'conflict'
    const answer = /** @type {Answer} */ (await response.json())
    return response.status === 429 && !answer.html ? null : answer
  } catch {
    return null
  }
}

/**
 * Waits, but no longer than until the network is back; while there is none, trying is of no use.
 * @param {number} pauseMs
 */
const pause = (pauseMs) =>
  new Promise((resolve) => {
    const timer = navigator.onLine ? setTimeout(() => go(), pauseMs) : 0
    const go = () => {
      clearTimeout(timer)
      removeEventListener('online', go)
      resolve(null)
    }
    addEventListener('online', go)
  })

/** A name that nobody else has; `randomUUID` is missing on plain http. */
export const newMessageId = () =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

/**
 * What a reload of the page interrupted, oldest first.
 * @returns {Outgoing[]}
 */
export function kept() {
  try {
    return /** @type {Outgoing[]} */ (JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]'))
  } catch {
    return []
  }
}

/** @param {Outgoing[]} list */
function keep(list) {
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(list))
  } catch {
    // Storage may be switched off: a reload then loses what was not sent.
  }
}

/** @param {Outgoing} outgoing */
const forget = (outgoing) => keep(kept().filter((one) => one.messageId !== outgoing.messageId))

/** @param {Outgoing} outgoing */
function rename(outgoing) {
  forget(outgoing)
  outgoing.messageId = newMessageId()
  keep([...kept(), outgoing])
}

export const forgetAll = () => keep([])
