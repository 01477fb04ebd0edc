import { foldText } from '../../../core/index.ts'
import type { BrowseList } from '../../actions.ts'
import type { Feature, Outcome, Turn } from '../../turn.ts'
import { namesEntry } from '../names-entry.ts'
import { sayOnly, showEntry } from '../show-entry.ts'
import { typedNumber } from '../typed-number.ts'
import { listCard, pageOf } from './list-card.ts'
import { listTyped, listingOf } from './lists.ts'

/** What is typed for the two lists, folded. */
const GROUPS =
  /^(?:\/danhmuc|\/menu|menu|(?:xem |mo |cho xem )?(?:danh muc|linh vuc|cac linh vuc|danh sach|danh sach (?:thu tuc|viec|linh vuc))(?: thu tuc| viec)?|co (?:nhung |cac )?(?:thu tuc|viec|linh vuc) (?:nao|gi)|(?:ban |may )?(?:biet|tra loi duoc) (?:nhung )?(?:gi|viec gi|thu tuc nao))$/
const EVENTS = /^(?:\/viectrongdoi|(?:xem )?(?:cac )?(?:viec|su kien) trong doi(?: song)?)$/

/** A longer text is a question. */
const LONGEST_TEXT = 60

/** Looks through fields and events of a life: by words, by the number of a line, and by a name on the list shown. */
export const browse: Feature = (turn) => {
  const { text, browse: content } = turn
  if (text === '' || text.length > LONGEST_TEXT || content.groups.length === 0) return null
  const picked = pickFromList(turn)
  if (picked !== null) return picked
  const folded = foldText(text).replace(/[?!.,\s]+$/g, '')
  if (GROUPS.test(folded)) return showList(turn, 'groups', 1)
  if (EVENTS.test(folded)) return showList(turn, 'events', 1)
  const named = turn.session.list?.list === 'groups' ? listTyped(folded, turn) : null
  return named === null ? null : showList(turn, named.list, 1)
}

/** So many procedures are looked through rather than one of them shown. */
const LIST_FROM = 3

/**
 * The name of a group or field, typed without having been offered: the list when there is much in it, else what the
 * words name by themselves.
 */
export const browseByName: Feature = (turn) => {
  if (turn.text === '' || turn.text.length > LONGEST_TEXT) return null
  const named = listTyped(foldText(turn.text).replace(/[?!.,\s]+$/g, ''), turn)
  if (named === null) return null
  return named.procedures >= LIST_FROM || !namesEntry(turn) ? showList(turn, named.list, 1) : null
}

/** A page of a list; null when there is no such list. */
export function showList(turn: Turn, list: BrowseList, page: number): Outcome | null {
  const listing = listingOf(list, turn)
  if (listing === null) return null
  const card = listCard(list, listing, page)
  const shown = sayOnly(turn, card)
  return { ...shown, session: { ...shown.session, choices: null, list: { list, page } } }
}

/** A number typed under a list that the last card shows, of any of its pages so far. */
function pickFromList(turn: Turn): Outcome | null {
  const { list: shown } = turn.session
  const listing = shown === null ? null : listingOf(shown.list, turn)
  if (shown === null || listing === null) return null
  const { first, items } = pageOf(listing.items, shown.page)
  const number = typedNumber(turn.text, first + items.length - 1)
  const action = number === null ? undefined : listing.items[number - 1]?.action
  if (action === undefined) return null
  if (action.kind === 'browse') return showList(turn, action.list, action.page)
  const entry = action.kind === 'show' ? turn.knowledge.find(action.entryId) : null
  return entry === null ? null : showEntry(turn, { entry, aspects: [] })
}
