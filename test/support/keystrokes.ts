import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isSyllableShaped, splitWords } from '../../core/index.ts'

/** What a keyboard method writes for hats and tones. */
interface Method {
  hats: Readonly<Record<string, string>>
  tones: Readonly<Record<string, string>>
}

export const TELEX: Method = {
  hats: { ă: 'aw', â: 'aa', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw', đ: 'dd' },
  tones: { '\u0301': 's', '\u0300': 'f', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' },
}
export const VNI: Method = {
  hats: { ă: 'a8', â: 'a6', ê: 'e6', ô: 'o6', ơ: 'o7', ư: 'u7', đ: 'd9' },
  tones: { '\u0301': '1', '\u0300': '2', '\u0309': '3', '\u0303': '4', '\u0323': '5' },
}

/**
 * The keys for one word, each hat straight after its letter.
 * @param tone where its key is pressed: straight after the vowel, or at the end of the word
 */
export function typeWord(word: string, { hats, tones }: Method, tone: 'vowel' | 'end'): string {
  let typed = ''
  let late = ''
  for (const letter of word.normalize('NFC')) {
    const marks = [...letter.normalize('NFD')]
    const mark = marks.find((one) => tones[one] !== undefined) ?? ''
    const bare = marks
      .filter((one) => one !== mark)
      .join('')
      .normalize('NFC')
    typed += (hats[bare] ?? bare) + (tone === 'vowel' ? (tones[mark] ?? '') : '')
    if (tone === 'end') late += tones[mark] ?? ''
  }
  return typed + late
}

const CONTENT = fileURLToPath(new URL('../../content/', import.meta.url))

/** Every different word of the shipped content and lexicon that is shaped like a Vietnamese syllable. */
export function wordsOfContent(): string[] {
  const files = readdirSync(CONTENT, { recursive: true, encoding: 'utf8' })
  const texts = files
    .filter((file) => /\.(md|yaml)$/.test(file))
    .map((file) => readFileSync(CONTENT + file, 'utf8'))
  return [...new Set(texts.flatMap(splitWords))].filter(isSyllableShaped)
}
