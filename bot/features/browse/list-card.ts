import type { Button, Card } from '../../../core/index.ts'
import { encodeAction } from '../../actions.ts'
import type { Action, BrowseList } from '../../actions.ts'
import { LONGEST_LABEL, peopleButton } from '../../cards/buttons.ts'
import { clip, wholeWords } from '../../cards/clip.ts'
import { buttonWords } from '../../wording.ts'
import type { ListItem, Listing } from './lists.ts'
import { browseWords as say } from './wording.ts'

/** How many lines a page has. */
const PAGE = 8
const MOST_BUTTONS = 5
const LONGEST_NAME = 60

/** The items of a page (from 1) with the number of the first. */
export function pageOf(
  items: readonly ListItem[],
  page: number,
): { items: readonly ListItem[]; first: number; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / PAGE))
  const at = Math.min(Math.max(1, page), pages)
  const start = (at - 1) * PAGE
  return { items: items.slice(start, start + PAGE), first: start + 1, page: at, pages }
}

/** One page of a list: a numbered line each; buttons for the first ones and the next page. */
export function listCard(list: BrowseList, { title, items: all }: Listing, asked: number): Card {
  const { items, first, page, pages } = pageOf(all, asked)
  const hasMore = page < pages
  const more = hasMore ? toButton(buttonWords.more, { kind: 'browse', list, page: page + 1 }) : []
  const room = MOST_BUTTONS - 1 - more.length
  return {
    title: say.page(title, page, pages),
    paragraphs: [
      items.map(({ name }, at) => say.item(first + at, clip(name, LONGEST_NAME))),
      [all.length === 0 ? say.empty : hasMore ? say.pickOrMore : say.pick],
    ],
    buttons: [
      ...items
        .slice(0, room)
        .flatMap(({ label, action }, at) => toButton(say.button(first + at, label), action)),
      ...more,
      peopleButton,
    ],
  }
}

function toButton(label: string, action: Action): Button[] {
  const encoded = encodeAction(action)
  return encoded === null ? [] : [{ label: wholeWords(label, LONGEST_LABEL), action: encoded }]
}
