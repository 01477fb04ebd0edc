import { expect, test } from 'vitest'
import { renderPlain } from '../../core/index.ts'

test('the title stands on its own line, blocks are set apart, buttons are not text', () => {
  const text = renderPlain({
    title: 'Đăng ký khai sinh: giấy tờ',
    paragraphs: [['- Tờ khai', '- Giấy chứng sinh'], ['Thời hạn: trong ngày']],
    buttons: [{ label: 'Xem lệ phí', action: 'v:1.001193:fee' }],
  })
  expect(text).toBe(
    'Đăng ký khai sinh: giấy tờ\n- Tờ khai\n- Giấy chứng sinh\n\nThời hạn: trong ngày',
  )
})

test('a card of a title alone is its title', () => {
  expect(renderPlain({ title: 'Xin chào', paragraphs: [], buttons: [] })).toBe('Xin chào')
})
