import { expect, test } from 'vitest'
import { createSeeded } from '../../support/seeded.ts'
import { makeEntry } from '../../support/bot/entries.ts'
import { multiply } from './multiply.ts'

const SYLLABLES = 'thu tuc cap giay phep kinh doanh dat dai nha cua nuoc cong chung thuc'.split(' ')
const { pick } = createSeeded(3)
const phrase = (length: number): string =>
  Array.from({ length }, () => pick(SYLLABLES) + pick(SYLLABLES)).join(' ')

const entries = Array.from({ length: 20 }, (_, at) =>
  makeEntry({
    id: `1.${String(at).padStart(6, '0')}`,
    title: phrase(8),
    text: phrase(60),
    keywords: [phrase(3)],
    values: { fee: [phrase(10)] },
    replaces: ['2.000001'],
  }),
)

const words = (text: string): string[] => text.split(' ')

test('fewer entries are taken evenly, none twice', () => {
  const some = multiply(entries, 5)
  expect(some.map(({ id }) => id)).toEqual(
    ['1.000000', '1.000004', '1.000008', '1.000012', '1.000016'], // each fourth
  )
  expect(multiply(entries, entries.length)).toEqual(entries)
})

test('more entries are the originals and copies with codes of their own', () => {
  const many = multiply(entries, 70)
  expect(many).toHaveLength(70)
  expect(many.slice(0, entries.length)).toEqual(entries)
  expect(new Set(many.map(({ id }) => id)).size).toBe(70)
  expect(many.slice(entries.length).every(({ id, code }) => id === code)).toBe(true)
  expect(many.slice(entries.length).flatMap(({ replaces }) => replaces)).toEqual([])
})

test('copies are distinct: part of the words of every text is another, drawn from the vocabulary', () => {
  const many = multiply(entries, 60)
  expect(new Set(many.map(({ text }) => text)).size).toBe(60)
  const known = new Set(entries.flatMap(({ title, text }) => words(`${title} ${text}`)))
  const copies = many.slice(entries.length)
  const changes = copies.flatMap((copy, at) => {
    const original = words(entries[at % entries.length]!.text)
    return words(copy.text).map((word, place) => word !== original[place])
  })
  const changed = changes.filter(Boolean).length / changes.length
  expect(changed).toBeGreaterThan(0.15)
  expect(changed).toBeLessThan(0.35)
  expect(copies.flatMap(({ text }) => words(text)).filter((word) => !known.has(word))).toEqual([])
  expect(copies[0]!.values.fee![0]!.text).not.toBe(entries[0]!.values.fee![0]!.text)
  expect(copies[0]!.title).toBe(copies[0]!.shortTitle)
})

test('the same entries give the same copies; none give none', () => {
  expect(multiply(entries, 45)).toEqual(multiply(entries, 45))
  expect(multiply([], 45)).toEqual([])
})
