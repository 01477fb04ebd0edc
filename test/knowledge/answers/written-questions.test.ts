import { expect, it } from 'vitest'
import { createFindWritten } from '../../../knowledge/answers/written-questions.ts'
import { makeEntry } from '../../support/bot/entries.ts'

const find = createFindWritten([
  makeEntry({ id: 'wedding', title: 'Cưới', questions: ['Làm đám cưới cần gì?'] }),
  makeEntry({ id: 'last', title: 'Cuối năm', questions: ['bạn là ai'] }),
  makeEntry({ id: 'who', title: 'Bạn là ai', questions: ['mày là ai'] }),
  makeEntry({ id: 'fire', title: 'Cháy', questions: [] }),
  makeEntry({ id: 'run', title: 'Chạy', questions: [] }),
])
const idOf = (question: string): string | undefined => find(question)?.id

it('finds what was written word for word, whatever the case and the punctuation', () => {
  expect(idOf('  LÀM đám cưới, cần gì ??')).toBe('wedding')
  expect(idOf('làm đám cưới cần gì'.normalize('NFD'))).toBe('wedding')
  expect(idOf('làm đám cưới cần gì nữa')).toBeUndefined()
  expect(idOf('')).toBeUndefined()
})

it('finds it without marks, unless the marks tell two apart', () => {
  expect(idOf('lam dam cuoi can gi')).toBe('wedding')
  expect(idOf('cháy')).toBe('fire')
  expect(idOf('chay')).toBeUndefined()
  expect(idOf('chảy')).toBeUndefined()
})

it('takes a question before a name', () => {
  expect(idOf('bạn là ai')).toBe('last')
})
