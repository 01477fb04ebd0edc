import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText, foldText } from '../../../core/index.ts'

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))

test('composed and decomposed text fold to the same', () => {
  const text = 'Đăng ký kết hôn, khai tử, thẻ Căn cước: 1.001193'
  expect(foldText(text)).toBe('dang ky ket hon, khai tu, the can cuoc: 1.001193')
  expect(foldText(text.normalize('NFD'))).toBe(foldText(text))
  fc.assert(
    fc.property(
      anyText,
      (any) => foldText(any.normalize('NFD')) === foldText(any.normalize('NFC')),
    ),
  )
})

test('đ, Đ and the Icelandic ð that some fonts put in its place', () => {
  expect(foldText('đĐðÐ')).toBe('dddd')
  expect(cleanText('ðường Ðất')).toBe('đường Đất')
})

test('folding folded text, cleaning clean text changes nothing', () => {
  fc.assert(fc.property(anyText, (any) => foldText(foldText(any)) === foldText(any)))
  fc.assert(fc.property(anyText, (any) => cleanText(cleanText(any)) === cleanText(any)))
})

test('clean text is one composed line without control or invisible characters', () => {
  expect(cleanText('  khai\u0000 sinh\u200b\r\n\tcho con\u00a0 ')).toBe('khai sinh cho con')
  expect(cleanText('hộ'.normalize('NFD'))).toBe('hộ')
  fc.assert(
    fc.property(anyText, (any) => {
      const clean = cleanText(any)
      return clean === clean.trim() && !/[\p{Cc}\p{Cf}]|\s\s/u.test(clean)
    }),
  )
})
