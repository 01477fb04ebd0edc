import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildIndex } from '../../../knowledge/index.ts'
import { openIndex } from '../../../knowledge/search/search-index.ts'
import { createSpelling, editDistance } from '../../../knowledge/search/spelling.ts'
import { document } from '../../support/knowledge/sample.ts'

/** Optimal string alignment as the textbook has it: the whole table, no limit. */
function textbookDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const costs = [
        table[i - 1]![j]! + 1,
        table[i]![j - 1]! + 1,
        table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      ]
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        costs.push(table[i - 2]![j - 2]! + 1)
      table[i]![j] = Math.min(...costs)
    }
  }
  return table[a.length]![b.length]!
}

const word = fc.string({ unit: fc.constantFrom(...'abhnt'), maxLength: 8 })

test('the edit distance is that of the textbook up to its limit, and above it beyond', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
      const right = textbookDistance(a, b)
      const found = editDistance(a, b, limit)
      return right <= limit ? found === right : found > limit
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ['khai', 'khai', 0],
  ['kahi', 'khai', 1],
  ['khi', 'khai', 1],
  ['khaii', 'khai', 1],
  ['khoi', 'khai', 1],
  ['nghieng', 'nghinge', 2],
])('from %s to %s: %d', (a, b, distance) => {
  expect(editDistance(a, b, 3)).toBe(distance)
})

const WORDS = ['khai', 'sinh', 'nghiep', 'chung', 'nhan', 'ho', 'truong', 'thuong', 'quyet']
const correct = createSpelling(openIndex(buildIndex([document('a', WORDS.join(' '))])))
const suggestions = (typed: string): string[] => correct(typed).map(({ folded }) => folded)

test('one edit finds a short word, two edits a long one', () => {
  expect(suggestions('kahi')).toEqual(['khai'])
  expect(suggestions('snh')).toEqual(['sinh'])
  expect(suggestions('snig')).toEqual([])
  expect(suggestions('nghipe')).toEqual(['nghiep'])
  expect(suggestions('ngiepp')).toEqual(['nghiep'])
  expect(suggestions('thruong')).toContain('truong')
})

test('the nearest come first, at most six', () => {
  for (const typed of ['thuongg', 'trouong', 'thhuong']) {
    const distances = correct(typed).map(({ distance }) => distance)
    expect(distances).toEqual(distances.toSorted((a, b) => a - b))
    expect(distances.length).toBeLessThanOrEqual(6)
    expect(distances.length).toBeGreaterThan(0)
  }
})

test.each(['', 'k', 'x1', '12', 'đ', 'abcdefghijklm', '日本'])('nothing is near to %j', (typed) => {
  expect(suggestions(typed)).toEqual([])
})

test('every single slip of a known word of four letters finds it', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  for (const known of WORDS.filter(({ length }) => length >= 4)) {
    for (let at = 0; at < known.length; at += 1) {
      const [before, after] = [known.slice(0, at), known.slice(at)]
      const slips = [
        before + after.slice(1),
        before + after.charAt(1) + after.charAt(0) + after.slice(2),
        ...letters.map((letter) => before + letter + after),
        ...letters.map((letter) => before + letter + after.slice(1)),
      ]
      const lost = slips.filter((slip) => !suggestions(slip).includes(known))
      expect(lost, known).toEqual([])
    }
  }
})

test('the answer to a word does not depend on what was asked before', () => {
  const fresh = createSpelling(openIndex(buildIndex([document('a', WORDS.join(' '))])))
  for (let i = 0; i < 2_500; i += 1) fresh(`kha${i.toString(26).replace(/\d/g, 'x')}`)
  for (const typed of ['kahi', 'nghipe', 'thruong']) expect(fresh(typed)).toEqual(correct(typed))
})
