import { expect, test, vi } from 'vitest'
import { newFolder, runJson, runProgram } from '../support/process/program.ts'

// Whole processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

test('ask --explain tells how it came to the answer, for people and as JSON', async () => {
  const data = ['--data', await newFolder()]
  const { code, json } = await runJson(['ask', 'sang tên', '--explain', ...data])
  expect(code).toBe(0)
  expect(json).toMatchObject({
    outcome: 'choose',
    explanation: {
      words: [{ word: 'sang' }, { word: 'ten' }],
      decision: { outcome: 'choose', rule: 'open_words' },
    },
  })
  const ids = (json['candidates'] as { id: string }[]).map(({ id }) => id)
  expect(ids.slice(0, 2)).toEqual(['1.013831', '1.013076'])
  const { out } = await runProgram(['ask', 'lam khai sinh cho con', '--explain', ...data])
  expect(out).toMatch(/^Đăng ký khai sinh/)
  expect(out).toMatch(/\nĐọc câu hỏi .*\n {3}lam 1,00/)
  expect(out).toMatch(/\n1\. 1\.001193 – \d+,\d %, .*\n {3}Đăng ký khai sinh\n/)
  expect(out).toMatch(/\nVì sao: trả lời – /)
  const guarded = await runProgram(['ask', 'nhà cháy cứu với', '--explain', ...data])
  expect(guarded.out).toMatch(/Không tìm: câu này được trả lời ngay vì an toàn/)
})
