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

/** After a final c, ch, p or t only these two tones are ever spoken. */
const STOPPED = /(?:[cpt]|ch)$/
const STOPPED_TONES = new Set(['', '\u0301', '\u0323'])

function finish(letters: string, tone: string): string | null {
  if (!SYLLABLE.test(letters) || (STOPPED.test(letters) && !STOPPED_TONES.has(tone))) return null
  return tone === '' ? letters : withTone(letters, tone)
}

/** `ươ` stands before another letter (`thương`), `uơ` at the end (`thuở`). */
const hornBoth = (letters: string): string =>
  letters.replace(/ươ$/u, 'uơ').replace(/(?<!q)uơ(?=.)/u, 'ươ')

/** Words may begin with these letters, which are also keys for tones. */
const TELEX_HEAD = /^(?:tr|[srx])/
const TELEX_TONE_KEYS = /[sfrxj]/g
const VOWELS = 'aăâeêioôơuưy'
/** A key for a tone is taken as such once a vowel stands before it. */
const TELEX_EARLY_TONE = new RegExp(`^[^${VOWELS}w]*[sfrxj]`)

/**
 * Reads one word as Telex keystrokes, wherever in the word the marks were typed (`thuowngf`, `dduwowcj`, `nhw`).
 * Already accented letters may stand beside them (`hooị`).
 * @returns the Vietnamese syllable (tone on its last vowel), or null when no reading is a possible syllable
 */
export function decodeTelex(word: string): string | null {
  const decomposed = word.toLowerCase().normalize('NFD')
  const marks = decomposed.match(TONE_MARKS) ?? []
  const typed = decomposed.replace(TONE_MARKS, '').normalize('NFC')
  const head = TELEX_HEAD.exec(typed)?.[0] ?? ''
  const rest = typed.slice(head.length)
  const tones = rest.match(TELEX_TONE_KEYS) ?? []
  if (tones.length + marks.length > 1 || TELEX_EARLY_TONE.test(rest)) return null
  const bare = head + rest.replace(TELEX_TONE_KEYS, '')
  const letters = hornBoth(
    bare
      .replace(/^d(.*)d/, 'đ$1')
      .replace(
        /([aeo])([^aeo]*)\1/g,
        (_, vowel: string, between: string) => ({ a: 'â', e: 'ê', o: 'ô' })[vowel] + between,
      )
      .replace(/uwow|uow|uwo/g, 'ươ')
      .replace(/(uo)([^w]*)w/, 'ươ$2')
      .replace(/oa([^w]*)w/, 'oă$1')
      .replace(/qua([^w]*)w/, 'quă$1')
      .replace(
        /([aou])([^w]*)w/,
        (_, vowel: string, between: string) => ({ a: 'ă', o: 'ơ', u: 'ư' })[vowel] + between,
      )
      .replace('w', 'ư'),
  )
  return letters === typed ? null : finish(letters, marks[0] ?? TELEX_TONES[tones[0] ?? ''] ?? '')
}

/** Keys for hats, each with the last vowel before it that can carry one. */
const VNI_HATS: readonly (readonly [RegExp, Readonly<Record<string, string>>])[] = [
  [/([aeo])([^aeo6]*)6/g, { a: 'â', e: 'ê', o: 'ô' }],
  [/([ou])([^ou7]*)7/g, { o: 'ơ', u: 'ư' }],
  [/(a)([^a8]*)8/g, { a: 'ă' }],
]

/** Reads one word as VNI keystrokes (`d9a8ng`, `thu7o7ng2`, `ke61t`); null when it is no syllable. */
export function decodeVni(word: string): string | null {
  const typed = word.toLowerCase().normalize('NFC')
  if (!/^\p{L}.*\d/u.test(typed)) return null
  const tones = typed.match(/[1-5]/g) ?? []
  if (tones.length > 1) return null
  let letters = typed
    .replace(/[1-5]/g, '')
    .replace(/^d(.*)9/, 'đ$1')
    .replace(/u(o?u[^7]*)7/, 'ư$1')
    .replace('ưou', 'ươu')
  for (const [key, hats] of VNI_HATS) {
    letters = letters.replace(key, (_, vowel: string, between: string) => hats[vowel] + between)
  }
  return finish(hornBoth(letters), VNI_TONES[tones[0] ?? ''] ?? '')
}
