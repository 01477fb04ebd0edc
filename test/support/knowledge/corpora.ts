import fc from 'fast-check'
import type { SearchDocument } from '../../../knowledge/search/document.ts'

/** Words of which some differ in marks alone, some in one letter, and some are far from all others. */
const WORDS = (
  'khai sinh tử tu tự thường trú trứ tạm hộ hồ khẩu đất đai bò nghiêng làm lại lai lái việc phước ' +
  'quyết giấy phép chứng nhận nhân đăng ký kí 3 1.001193 2'
).split(' ')

const text = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...WORDS), { maxLength }).map((words) => words.join(' '))

/** What a document says, without its id. */
export const contents: fc.Arbitrary<Omit<SearchDocument, 'id'>> = fc.record({
  title: text(5),
  aliases: fc.array(text(3), { maxLength: 2 }),
  phrases: fc.array(text(4), { maxLength: 2 }),
  text: fc.array(text(14), { maxLength: 2 }),
  isProcedure: fc.boolean(),
  isAtCommune: fc.boolean(),
  isOnlyAtMinistry: fc.boolean(),
})

/** Documents of different ids, of which some say the same. */
export const corpus = (maxLength: number): fc.Arbitrary<SearchDocument[]> =>
  fc
    .array(fc.tuple(contents, fc.integer({ min: 0, max: 12 })), { minLength: 1, maxLength })
    .map((list) =>
      list.map(([one, twin], at) => ({ ...(list[twin]?.[0] ?? one), id: `d${(at * 7) % 10}` })),
    )

type Slip = 'none' | 'dropped' | 'doubled' | 'swapped' | 'unmarked'

const slipped = (word: string, slip: Slip): string => {
  const at = Math.floor(word.length / 2)
  if (slip === 'dropped') return word.slice(0, at) + word.slice(at + 1)
  if (slip === 'doubled') return word.slice(0, at) + word.slice(at - 1)
  if (slip === 'swapped')
    return word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1)
  return slip === 'unmarked'
    ? word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd')
    : word
}

/** Questions of the same words, some misspelt or without marks, and of words that no document has. */
export const questions: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...WORDS, 'giấy máu', 'xyz', 'nghỉnh'),
      fc.constantFrom<Slip>('none', 'none', 'none', 'dropped', 'doubled', 'swapped', 'unmarked'),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((words) => words.map(([word, slip]) => slipped(word, slip)).join(' '))
