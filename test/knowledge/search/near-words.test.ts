import { expect, test } from 'vitest'
import { atOnce } from '../../../core/index.ts'
import { nearWordsParts } from '../../../knowledge/search/near-words.ts'
import { editDistance } from '../../../knowledge/search/spelling.ts'

const WORDS = [
  'khai',
  'sinh',
  'xinh',
  'trich',
  'duong',
  'giuong',
  'nghieu',
  'dung',
  'binh',
  'benh',
  'an',
  'ho',
]
const near = atOnce(nearWordsParts(WORDS))

test('words one edit apart', () => {
  const letters = [...'abcdefghiklmnopqrstuvxy']
  for (const word of WORDS.filter(({ length }) => length > 2)) {
    for (let at = 0; at < word.length; at += 1) {
      const [before, after] = [word.slice(0, at), word.slice(at)]
      const slips = [
        before + after.slice(1),
        before + after.charAt(1) + after.charAt(0) + after.slice(2),
        ...letters.flatMap((letter) => [before + letter + after, before + letter + after.slice(1)]),
      ].filter((slip) => slip.length > 1 && !WORDS.includes(slip))
      for (const slip of slips) {
        expect(editDistance(slip, word, 1)).toBe(1)
        expect(near(slip), slip).toContain(word)
      }
    }
  }
})

test.each([
  ['chich', 'trich'],
  ['xinh', 'sinh'],
  ['gieng', null],
  ['zung', 'dung'],
  ['rung', 'dung'],
  ['shin', 'sinh'],
  ['khia', 'khai'],
  ['ngieu', 'nghieu'],
])('%s may be %s', (typed, word) => {
  if (word === null) expect(near(typed)).toEqual([])
  else expect(near(typed)).toContain(word)
})

test.each(['', 'a', 'h', '12', 'ct01', 'quatdaivaigioi', 'đăng'])('%j has none', (typed) => {
  expect(near(typed)).toEqual([])
})

test('never the word itself', () => {
  for (const word of WORDS) expect(near(word)).not.toContain(word)
})
