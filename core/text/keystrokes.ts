/** What a Telex or VNI keyboard leaves in the text when it is switched off: `ddawng kys`, `d9a8ng ky1`. */

const TELEX_TONES: Readonly<Record<string, string>> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
}
const VNI_TONES: Readonly<Record<string, string>> = {
  1: '\u0301',
  2: '\u0300',
  3: '\u0309',
  4: '\u0303',
  5: '\u0323',
}
const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/gu
const SYLLABLE =
  /^(ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?([aăâeêioôơuưy]{1,3})(ng|nh|ch|[cmnpt])?$/

/** Whether the word is shaped like a Vietnamese syllable, with or without hats and tones. */
export const isSyllableShaped = (word: string): boolean =>
  SYLLABLE.test(word.normalize('NFD').replace(TONE_MARKS, '').normalize('NFC'))

const withTone = (letters: string, tone: string): string =>
  letters.replace(/[aăâeêioôơuưy](?=[^aăâeêioôơuưy]*$)/u, (vowel) => vowel + tone).normalize('NFC')

function finish(letters: string, tone: string): string | null {
  if (!SYLLABLE.test(letters)) return null
  return tone === '' ? letters : withTone(letters, tone)
}

/**
 * Reads one word as Telex keystrokes, wherever in the word the marks were typed (`thuowngf`, `dduwowcj`, `nhuw`).
 * Already accented letters may stand beside them (`hooị`).
 * @returns the Vietnamese syllable (tone on its last vowel), or null when no reading is a possible syllable
 */
export function decodeTelex(word: string): string | null {
  let letters = word.toLowerCase()
  let tone = ''
  const tail = /[sfrxj]/g
  const first = /^(tr|[srx])/.exec(letters)?.[0].length ?? 0
  const head = letters.slice(0, first)
  const rest = letters.slice(first)
  const tones = rest.match(tail) ?? []
  if (tones.length > 1) return null
  letters = head + rest.replace(tail, '')
  tone = TELEX_TONES[tones[0] ?? ''] ?? ''
  letters = letters
    .replace(/^d(.*)d$/, 'dd$1')
    .replace(/^dd/, 'đ')
    .replace(
      /([aeo])([^aeo]*)\1/g,
      (_, vowel: string, between: string) => ({ a: 'â', e: 'ê', o: 'ô' })[vowel] + between,
    )
    .replace(/uwow|uow|uwo/g, 'ươ')
    .replace(/(uo)([^w]*)w/, 'ươ$2')
    .replace(
      /([aou])([^w]*)w/,
      (_, vowel: string, between: string) => ({ a: 'ă', o: 'ơ', u: 'ư' })[vowel] + between,
    )
  return letters === word.toLowerCase() ? null : finish(letters, tone)
}

/** Reads one word as VNI keystrokes (`d9a8ng`, `thu7o7ng2`, `ke61t`); null when it is no syllable. */
export function decodeVni(word: string): string | null {
  if (!/\d/.test(word) || !/[a-zđ]/.test(word.toLowerCase())) return null
  const tones = word.match(/[1-5]/g) ?? []
  if (tones.length > 1) return null
  let letters = word
    .toLowerCase()
    .replace(/[1-5]/g, '')
    .replace(/^d(.*)9/, 'đ$1')
  for (const [digit, pairs] of VNI_HATS) {
    while (letters.includes(digit)) {
      const at = letters.indexOf(digit)
      const vowelAt = lastIndexOfAny(letters, Object.keys(pairs), at)
      const hat = pairs[letters[vowelAt] ?? '']
      if (vowelAt < 0 || hat === undefined) return null
      letters =
        letters.slice(0, vowelAt) + hat + letters.slice(vowelAt + 1, at) + letters.slice(at + 1)
    }
  }
  return finish(letters.replace('uơ', 'ươ'), VNI_TONES[tones[0] ?? ''] ?? '')
}

const VNI_HATS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['6', { a: 'â', e: 'ê', o: 'ô' }],
  ['7', { o: 'ơ', u: 'ư' }],
  ['8', { a: 'ă' }],
]

function lastIndexOfAny(text: string, letters: readonly string[], before: number): number {
  for (let at = before - 1; at >= 0; at -= 1) if (letters.includes(text[at] ?? '')) return at
  return -1
}
