import { foldWord, splitWords } from '../../core/index.ts'

const NUMBERS: Readonly<Record<string, number>> = {
  mot: 1,
  nhat: 1,
  dau: 1,
  hai: 2,
  nhi: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
}

/** Words that may stand around a typed number. */
const AROUND = new Set(
  'so cai viec thu chon chon toi em anh chi minh lua phuong an muc a ah nhe nha nhen nghe di cho lay xin la y tien dau so day do oi u uh vang da ok dc duoc cau option xem'
    .split(' ')
    .map(foldWord),
)
const JOINING = new Set(['va', 'voi', 'vs', 'cung'])
const MOST_WORDS = 7

/** "2", "số 2", "mot", "cái đầu", "việc thứ hai", "cái cuối"; null when the text is no number. */
export function typedNumber(text: string, count: number): number | null {
  const words = wordsOf(text)
  if (words.length === 0 || words.length > MOST_WORDS) return null
  if (words.every((word) => AROUND.has(word) || word === 'cuoi' || word === 'cung')) {
    if (words.includes('cuoi')) return count
    return words.includes('dau') ? 1 : null
  }
  const numbers = words.filter((word) => !AROUND.has(word))
  return numbers.length === 1 ? numberOf(numbers[0] ?? '') : null
}

/** "1 và 3", "2, 3": the numbers, each once; empty when the text says anything else or one is above `count`. */
export function severalNumbers(text: string, count: number): number[] {
  const words = wordsOf(text).filter((word) => !AROUND.has(word) && !JOINING.has(word))
  const numbers = words.map(numberOf)
  const isList = !/\d[/.-]\d/.test(text) && numbers.every((n) => n !== null && n >= 1 && n <= count)
  return isList && words.length <= count ? [...new Set(numbers.flatMap((n) => n ?? []))] : []
}

const numberOf = (word: string): number | null =>
  /^\d{1,2}$/.test(word) ? Number(word) : (NUMBERS[word] ?? null)

const wordsOf = (text: string): string[] => splitWords(text).map(foldWord)
