import { describe, expect, test } from 'vitest'
import { decodeTelex, decodeVni, foldWord, toneWord } from '../../../core/index.ts'
import { TELEX, typeWord, VNI, wordsOfContent } from '../../support/keystrokes.ts'

const words = wordsOfContent()
const marked = words.filter((word) => word !== foldWord(word))

test('the content has many words with marks', () => {
  expect(marked.length).toBeGreaterThan(800)
})

/** Words that are not read back; the first form of each is shown when a test fails. */
const lost = (type: (word: string) => string, decode: (typed: string) => string | null) =>
  marked.flatMap((word) => {
    const typed = type(word)
    const read = decode(typed)
    if (typed === word) return []
    const isSame =
      read !== null && foldWord(read) === foldWord(word) && toneWord(read) === toneWord(word)
    return isSame ? [] : [`${word}: ${typed} > ${read}`]
  })

describe.each([
  ['Telex', TELEX, decodeTelex],
  ['VNI', VNI, decodeVni],
] as const)('%s', (_name, method, decode) => {
  // measured: all 899 words, both ways
  test.each(['end', 'vowel'] as const)('reads every word back, tone typed at the %s', (tone) => {
    const unread = lost((word) => typeWord(word, method, tone), decode)
    expect(unread.length / marked.length, unread.join('\n')).toBeLessThanOrEqual(0.002)
  })

  test('reads upper case and decomposed text', () => {
    expect(decode(typeWord('đường', method, 'end').toUpperCase())).toBe(
      decode(typeWord('đường', method, 'end')),
    )
  })
})

test.each([
  ['dduwowcj', 'được'],
  ['dduocwj', 'được'],
  ['thuongwf', 'thường'],
  ['thuowngf', 'thường'],
  ['nhwngx', 'những'],
  ['tw', 'tư'],
  ['thuowr', 'thuở'],
  ['quowr', 'quở'],
  ['dangdw', 'đăng'],
  ['dongdoj', 'động'],
  ['hoawcj', 'hoặc'],
  ['khaif', 'khài'],
  ['gif', 'gì'],
  ['quas', 'quá'],
  ['srs', null],
  ['trur', 'trủ'],
  ['hoox', 'hỗ'],
  ['hooị', 'hội'],
])('Telex %s is %s', (typed, word) => {
  const read = decodeTelex(typed)
  expect(read === null ? null : toneWord(read)).toBe(word === null ? null : toneWord(word))
})

test.each([
  ['d9a8ng', 'đăng'],
  ['dang98', 'đăng'],
  ['thu7o7ng2', 'thường'],
  ['thuong72', 'thường'],
  ['luu7', 'lưu'],
  ['ruou75', 'rượu'],
  ['thuo73', 'thuở'],
  ['ky1', 'ký'],
])('VNI %s is %s', (typed, word) => {
  expect(toneWord(decodeVni(typed) ?? '')).toBe(toneWord(word))
})

test('words that are typed as they are written are no keystrokes', () => {
  expect(words.filter((word) => decodeVni(word) !== null)).toEqual([])
  // Telex keys are letters: some short foreign words can also be read as keystrokes
  const read = words.filter((word) => decodeTelex(word) !== null)
  expect(read.length, read.join(' ')).toBeLessThanOrEqual(words.length * 0.01)
})

test.each([
  '',
  's',
  'hso',
  'passport',
  'download',
  'xyz',
  'kmt',
  'vneid',
  'strong',
  'capf',
  'hocx',
  'thees2s',
  'nhà',
  'được',
  'ct01',
  '2026',
  'b2',
])('%j is no keystrokes', (word) => {
  expect(decodeTelex(word)).toBeNull()
  expect(decodeVni(word)).toBeNull()
})
