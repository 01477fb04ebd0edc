import { keepAnswer } from './history.js'
import { addFromElsewhere, lastReplyId } from './log.js'
import { isSending, whenIdle } from './outbox.js'
import { elementFrom } from './page.js'

const RETRY_MS = 30_000

/** @type {EventSource | null} */
let source = null
/** @type {import('./log.js').Reply[]} */
let held = []

/** Shows replies that were made elsewhere as long as the page is looked at. */
export function startStream() {
  whenIdle(release)
  const follow = () => (document.visibilityState === 'visible' ? open() : close())
  document.addEventListener('visibilitychange', follow)
  addEventListener('pagehide', close)
  addEventListener('pageshow', follow)
  follow()
}

function open() {
  if (source && source.readyState !== EventSource.CLOSED) return
  source = new EventSource(`/api/stream?after=${encodeURIComponent(lastReplyId())}`)
  source.addEventListener('reply', (event) => {
    held.push(/** @type {import('./log.js').Reply} */ (JSON.parse(String(event.data))))
    if (!isSending()) release()
  })
  // The browser reconnects by itself, except when the server refused.
  source.addEventListener('error', () => {
    if (source?.readyState === EventSource.CLOSED) {
      setTimeout(() => document.visibilityState === 'visible' && open(), RETRY_MS)
    }
  })
}

function close() {
  source?.close()
  source = null
}

/** While a message is under way its reply may come here first; its own answer places it better. */
function release() {
  const replies = held
  held = []
  for (const reply of replies) {
    addFromElsewhere(reply)
    const said = reply.question && elementFrom(reply.question).querySelector('.said')?.textContent
    if (said && !reply.isPrivate) keepAnswer(reply.inboxId, said, [reply])
  }
}
