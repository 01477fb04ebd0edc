import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  foldWord,
  hasDiacritics,
  isSyllableShaped,
  splitWords,
  toneWord,
  toSyllables,
  writeToned,
} from '../../../core/index.ts'
import { wordsOfContent } from '../../support/keystrokes.ts'

/** Words ending in `oa`, `oe`, `uy`: the tone may stand on either vowel. */
const PAIRS = ['oa', 'oe', 'uy'].flatMap((vowels) =>
  ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'].flatMap((tone) =>
    ['', 'h', 'kh', 'th', 'l', 't', 'x', 'ng'].map(
      (onset) =>
        [
          (onset + vowels + tone).normalize('NFC'),
          (onset + vowels.slice(0, 1) + tone + vowels.slice(1)).normalize('NFC'),
        ] as const,
    ),
  ),
)

test('the place of the tone mark makes no difference', () => {
  expect(PAIRS.map(([one]) => one)).toEqual(expect.arrayContaining(['hoà', 'thuỷ', 'uỷ', 'khoẻ']))
  expect(PAIRS.map(([, other]) => other)).toEqual(
    expect.arrayContaining(['hòa', 'thủy', 'ủy', 'khỏe']),
  )
  for (const [one, other] of PAIRS) {
    expect(one).not.toBe(other)
    expect([toneWord(one), foldWord(one)]).toEqual([toneWord(other), foldWord(other)])
  }
})

test.each([
  ['kỹ', 'kĩ'],
  ['ký', 'kí'],
  ['lý', 'lí'],
  ['mỹ', 'mĩ'],
  ['quý', 'quí'],
  ['hy', 'hi'],
  ['sỹ', 'sĩ'],
  ['tỷ', 'tỉ'],
])('%s and %s are one word', (one, other) => {
  expect([toneWord(one), foldWord(one)]).toEqual([toneWord(other), foldWord(other)])
})

test.each([
  ['tay', 'tai'],
  ['thuê', 'thuế'],
  ['đất', 'dất'],
  ['thúy', 'thúi'],
  ['hoa', 'hoà'],
  ['tư', 'tứ'],
  ['o', 'ô'],
])('%s and %s stay different with their marks', (one, other) => {
  expect(toneWord(one)).not.toBe(toneWord(other))
})

test('different words of the content differ in their exact form', () => {
  const byForm = Map.groupBy(
    wordsOfContent().map((word) => word.normalize('NFC')),
    toneWord,
  )
  const merged = [...byForm.values()].filter((words) => words.length > 1)
  const standard = (word: string): string =>
    word
      .normalize('NFD')
      .replace(/([\u0300\u0301\u0303\u0309\u0323])([aey])$/u, '$2$1')
      .replace(/y(?=[\u0300\u0301\u0303\u0309\u0323]?$)/u, 'i')
  for (const words of merged) expect(new Set(words.map(standard)).size, words.join(' ')).toBe(1)
})

test('words, numbers with their dots, nothing else', () => {
  expect(splitWords('Mã 1.001193, mẫu CT01: “sổ đỏ”/GCN – 20.000đ?')).toEqual([
    'mã',
    '1.001193',
    'mẫu',
    'ct',
    '01',
    'sổ',
    'đỏ',
    'gcn',
    '20.000',
    'đ',
  ])
  expect(splitWords('👶 !!! \u0000')).toEqual([])
  expect(toSyllables('Kỹ').at(0)).toEqual({ raw: 'kỹ', folded: 'ki', toned: 'ki4' })
})

test('syllables of a decomposed text are those of the composed one', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...wordsOfContent()), { maxLength: 20 }), (words) => {
      const text = words.join(' ')
      expect(toSyllables(text.normalize('NFD'))).toEqual(toSyllables(text))
      expect(toSyllables(text.toUpperCase())).toEqual(toSyllables(text))
    }),
  )
})

test('any text splits without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      for (const { raw, folded } of toSyllables(any)) {
        expect(raw).not.toMatch(/\s/)
        expect(folded).toBe(foldWord(raw))
      }
    }),
  )
})

test('what is shaped like a syllable', () => {
  const shaped = ['nghiêng', 'đường', 'a', 'quyết', 'uỷ', 'giường', 'oai']
  expect(shaped.filter((word) => !isSyllableShaped(word))).toEqual([])
  const others = ['passport', 'vneid', 'zalo', 'cccd', 'bck', 'ct01', '', 'ngx', 'khaisinh']
  expect(others.filter(isSyllableShaped)).toEqual([])
})

test.each([
  ['hạng III', 'hạng 3'],
  ['LOẠI II', 'loại 2'],
  ['cong trinh cap iv', 'công trình cấp 4'],
  ['mức độ I', 'mức độ 1'],
  ['khu vực V', 'khu vực 5'],
  ['Phụ lục VIII', 'phụ lục 8'],
])('%s has the words of %s', (roman, digits) => {
  expect(splitWords(roman).map(foldWord)).toEqual(splitWords(digits).map(foldWord))
})

test.each(['vi phạm', 'xi măng', 'thị xã', 'i', 'v', 'x quang', 'vix', 'vvv', 'hạng mục', 'ý'])(
  '%s has no Roman number',
  (text) => {
    expect(splitWords(text).join(' ')).toBe(text)
  },
)

test('a tone-exact form is written as it is read', () => {
  const written = [
    'hòa',
    'ký',
    'quý',
    'đường',
    'khuỷu',
    'giấy',
    'già',
    'toán',
    'ngoài',
    'thuở',
    'y',
    'nghĩa',
  ]
  expect(written.map((word) => writeToned(toneWord(word)))).toEqual(written)
  for (const word of wordsOfContent()) {
    expect(toneWord(writeToned(toneWord(word)))).toBe(toneWord(word))
  }
})

test('a text has diacritics or not', () => {
  expect(
    ['Đăng', 'ký', 'đi', 'hộ'.normalize('NFD')].filter((text) => !hasDiacritics(text)),
  ).toEqual([])
  expect(['', 'HO SO', 'a.b 12 ?!'].filter(hasDiacritics)).toEqual([])
})
