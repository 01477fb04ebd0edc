import { readTab, writeTab } from './storage.js'

/**
 * How the page is shown: `page`, `offline` (the copy that opens without a network), `kiosk` (a public
 * machine) or `embedded` (in the frame of another site).
 */
export const mode = document.body.dataset['mode'] ?? 'page'

const HEADER = 'x-tro-ly-session'
/** A public machine forgets who has been away longer than this. */
const KIOSK_AWAY_MS = 135_000

/**
 * A frame of another site has no cookies and a public machine shall have none: there the session is a
 * token in this tab, sent as a header. Elsewhere it is a cookie, and this is null.
 */
let token = document.body.dataset['session'] ?? null
const kept = token === null ? null : readTab('session')
const isAway = mode === 'kiosk' && Date.now() - Number(readTab('seen') ?? 0) > KIOSK_AWAY_MS

/** Whether the tab has a conversation that the server did not put on the page. */
export const isResumed = kept !== null && !isAway

keepToken(isResumed ? kept : token)
touchSession()

/** @param {string | null} given */
function keepToken(given) {
  token = given
  if (token !== null) writeTab('session', token)
}

/** On a public machine: notes that the person is still there. */
export function touchSession() {
  if (mode === 'kiosk') writeTab('seen', String(Date.now()))
}

/** @returns {Record<string, string>} */
export const sessionHeaders = () => (token === null ? {} : { [HEADER]: token })

/**
 * The server gives another token when it does not know ours.
 * @param {Response} response
 */
export function noteSession(response) {
  const given = response.headers.get(HEADER)
  if (token !== null && given !== null && given !== token) keepToken(given)
}
