import { foldText } from './fold.ts'

const cache = new Map<string, string>()

/**
 * Like `foldText` for composed text, but every character keeps its place, so that offsets hold for both texts.
 * Full-width and styled digits become ASCII digits.
 */
export const foldKeepingLength = (text: string): string =>
  text.toLowerCase().length === text.length
    ? text.toLowerCase().replace(/[^\u0000-\u007f]/gu, foldCharacter)
    : text.replace(/[^\u0000-\u007f]|[A-Z]/gu, foldCharacter)

function foldCharacter(character: string): string {
  const known = cache.get(character)
  if (known !== undefined) return known
  const folded = foldText(character.normalize('NFKC'))
  // a digit outside the first plane takes two places: the invisible second one counts as a gap
  const kept = folded.length === 1 ? folded.padEnd(character.length, '\u200b') : character
  if (cache.size < 4_096) cache.set(character, kept)
  return kept
}
