/** Something the reader can press; every button also has a typed form. */
export interface Button {
  /** At most 25 characters, verb first. */
  label: string
  /** Sent back when pressed: ASCII, at most 60 bytes (Telegram allows 64). */
  action: string
}

/**
 * One answer as any channel can show it (thẻ trả lời): plain text in paragraphs, at most five buttons.
 * A channel may make the title bold and nothing else.
 */
export interface Card {
  /** First line: names the procedure and the aspect asked. */
  title: string
  /** Blocks of lines; a channel puts a blank line between blocks. Plain text: no Markdown, no HTML. */
  paragraphs: readonly (readonly string[])[]
  buttons: readonly Button[]
  /** Set when the reader may rate the answer; the identifier of the asked question. */
  ratingFor?: string
}

/** The card as the poorest channel shows it: first screen at most 600 characters, buttons not counted. */
export const renderPlain = (card: Card): string =>
  [card.title, ...card.paragraphs.map((lines) => lines.join('\n'))]
    .join('\n\n')
    .replace(/^([^\n]*)\n\n/, '$1\n')
