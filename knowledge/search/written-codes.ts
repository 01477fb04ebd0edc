/** Procedure codes (mã thủ tục) as notices print them: `1.001193`, also with what follows (`.000.00.00.H15`). */
const CODE = /(?<![\d.])[1-9]\.\d{6}(?!\d)/g
/** The same with another sign, a space or nothing for the dot; seven digits are rarely anything else. */
const LOOSE_CODE =
  /(?<![\d.,/-])([1-3])[-–,_/ ]? ?(\d{6})(?![\d/]|[.,-]\d{3}(?!\.\d)| ?(?:đ|d|vnd|đồng|dong)(?!\p{L}))/giu

/** Codes in the text in their usual form; those that nobody has are for the caller to leave out. */
export function codesIn(text: string): string[] {
  if (!/\d{6}/.test(text)) return []
  const written = text.match(CODE) ?? []
  const loose = [...text.matchAll(LOOSE_CODE)].map(([, first, rest]) => `${first}.${rest}`)
  return [...new Set([...written, ...loose])]
}
