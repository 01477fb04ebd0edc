import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toSyllables } from '../../../core/index.ts'
import { createPhraseBook } from '../../../knowledge/search/phrase-book.ts'

const find = (phrases: readonly string[], text: string) =>
  createPhraseBook(phrases.map((phrase) => [phrase, phrase] as const))
    .find(toSyllables(text))
    .map(({ start, end, value }) => `${start}-${end} ${value}`)

test('the longest phrase wins, and the next one starts behind it', () => {
  const book = ['đăng ký', 'đăng ký khai sinh', 'khai sinh', 'sinh con']
  expect(find(book, 'tôi đăng ký khai sinh con')).toEqual(['1-5 đăng ký khai sinh'])
  expect(find(book, 'đăng ký sinh con, khai sinh')).toEqual([
    '0-2 đăng ký',
    '2-4 sinh con',
    '4-6 khai sinh',
  ])
})

test('a longer phrase whose marks disagree gives way to a shorter one', () => {
  expect(find(['nộp thuế nhà', 'nộp thuê'], 'nộp thuê nhà')).toEqual(['0-2 nộp thuê'])
})

test('several values of one phrase are all found', () => {
  const book = createPhraseBook([
    ['ở đâu', 'place'],
    ['Ở Đâu', 'hours'],
  ])
  expect(book.find(toSyllables('nộp ở đâu')).map(({ value }) => value)).toEqual(['place', 'hours'])
})

test.each([
  ['thuế nhà đất', 'thue nha dat', true],
  ['thuế nhà đất', 'thuế nha đất', true],
  ['thuế nhà đất', 'thuê nhà đất', false],
  ['thue nha dat', 'thuê nhà đất', true],
  ['hòa giải', 'hoà giải', true],
  ['kỹ sư', 'kĩ sư', true],
  ['hộ khẩu', 'ho khau'.normalize('NFD'), true],
])('phrase %j in text %j: %j', (phrase, text, isFound) => {
  expect(find([phrase], text).length > 0).toBe(isFound)
})

test.each([
  ['sổ', 'sổ', true],
  ['sổ', 'Sổ'.normalize('NFD'), true],
  ['sổ', 'so', false],
  ['sổ', 'số', false],
  ['so', 'sổ', false],
  ['thủy', 'thuỷ', true],
  ['đc', 'dc', true],
  ['đc', 'đc', true],
  ['dc', 'đc', false],
])('phrase of one syllable %j in text %j: %j', (phrase, text, isFound) => {
  expect(find([phrase], text).length > 0).toBe(isFound)
})

test('an empty book, an empty phrase, an empty text', () => {
  expect(find([], 'khai sinh')).toEqual([])
  expect(find(['', ' ?! '], 'khai sinh')).toEqual([])
  expect(find(['khai sinh'], '')).toEqual([])
})

test('matches of any phrases in any text are in order, apart, and say what is written', () => {
  const word = fc.constantFrom('khai', 'sinh', 'tử', 'tu', 'hộ', 'hồ', 'sơ', 'đc')
  const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(
      fc.uniqueArray(phrase, { maxLength: 12 }),
      fc.array(word, { maxLength: 12 }),
      (phrases, words) => {
        const text = toSyllables(words.join(' '))
        const matches = createPhraseBook(phrases.map((one) => [one, one] as const)).find(text)
        let end = 0
        for (const match of matches) {
          const isTwin = match.start < end && match.end === end
          expect(match.start >= end || isTwin).toBe(true)
          end = match.end
          const written = text.slice(match.start, match.end).map(({ folded }) => folded)
          expect(toSyllables(match.value).map(({ folded }) => folded)).toEqual(written)
        }
      },
    ),
  )
})
