import { describe, expect, it } from 'vitest'
import { openParts, runJson, runLine } from '../../../support/cli/open-parts.ts'
import { DrivenClock } from '../../../support/jobs/driven-clock.ts'

const START = '2026-11-21T03:00:00.000Z'
const asked = (id: string, text: string, changes: object = {}) => ({
  ...{ id, text, channel: 'web', outcome: 'none' as const, reason: 'not_found' },
  ...{ entryId: null, revision: 1, ...changes },
})

describe('cchc log misses', () => {
  it('groups equal questions, the most frequent first', async () => {
    const clock = new DrivenClock(START)
    const { parts, desk } = await openParts(clock)
    await desk.record(asked('1', 'Xin cấp lại thẻ đoàn viên?'))
    await desk.record(asked('2', 'thời tiết hôm nay', { reason: 'out_of_scope' }))
    clock.advance(86_400_000)
    await desk.record(asked('3', 'xin cap lai the doan vien'))
    const { exit, out } = await runLine(parts, 'log', 'misses')
    const json = await runJson(parts, 'log', 'misses')
    expect(exit).toBe(0)
    expect(out).toBe(
      [
        'Số lần  Chưa hữu ích  Lần cuối    Lý do            Câu hỏi',
        '     2             0  22/11/2026  chưa có dữ liệu  xin cap lai the doan vien',
        '     1             0  21/11/2026  ngoài phạm vi    thời tiết hôm nay',
        '',
      ].join('\n'),
    )
    expect(json).toMatchObject({ misses: [{ count: 2, firstAt: START }, { count: 1 }] })
  })

  it('lists a question whose answer did not help, and which answer it was', async () => {
    const { parts, desk } = await openParts(new DrivenClock(START))
    const answered = { outcome: 'answer' as const, reason: null, entryId: '1.1' }
    await desk.record(asked('1', 'làm lại bằng', answered))
    await desk.record(asked('2', 'làm lại bằng', answered))
    await desk.record(asked('3', 'làm lại sổ', answered))
    await desk.rate('1', false)
    await desk.rate('3', true)
    const { out } = await runLine(parts, 'log', 'misses')
    expect(out.split('\n')[1]).toMatch(
      /^ +1 +1 +21\/11\/2026 +trả lời bằng 1\.1, bị chê +làm lại bằng$/,
    )
    expect(await runJson(parts, 'log', 'misses')).toMatchObject({
      misses: [{ text: 'làm lại bằng', count: 1, unhelpful: 1, entryId: '1.1' }],
    })
  })

  it('shows at most --limit lines and refuses what is no number of lines', async () => {
    const { parts, desk } = await openParts(new DrivenClock(START))
    for (const id of ['1', '2', '3']) await desk.record(asked(id, `câu hỏi số ${id}`))
    const json = await runJson(parts, 'log', 'misses', '--limit', '2')
    expect(json).toMatchObject({ misses: { length: 2 } })
    for (const wrong of ['0', '-1', '1001', 'nhiều', '1.5']) {
      const refused = await runLine(parts, 'log', 'misses', '--limit', wrong)
      expect(refused.exit).toBe(2)
      expect(refused.err).toContain('từ 1 đến 1000')
    }
  })

  it('says that nothing is missing', async () => {
    const { parts } = await openParts(new DrivenClock(START))
    const { out } = await runLine(parts, 'log', 'misses')
    expect(out).toBe('Không có câu hỏi nào chưa trả lời được.\n')
    expect(await runJson(parts, 'log', 'misses')).toEqual({ misses: [] })
  })

  it('cuts a long question so that a line stays a line', async () => {
    const { parts, desk } = await openParts(new DrivenClock(START))
    await desk.record(asked('1', 'rất '.repeat(200)))
    const { out } = await runLine(parts, 'log', 'misses')
    expect(out.trimEnd().split('\n')).toHaveLength(2)
    expect(out).toContain('…')
  })
})

describe('cchc log ratings', () => {
  it('shows the worst first, with the title of entries that are in force', async () => {
    const { parts, desk, publishEntry } = await openParts(new DrivenClock(START))
    await publishEntry({ code: '1.001193', name: 'Đăng ký khai sinh' })
    const answered = { outcome: 'answer' as const, reason: null }
    for (const [id, entryId, isHelpful] of [
      ['1', '1.001193', true],
      ['2', '1.001193', true],
      ['3', 'gone', false],
    ] as const) {
      await desk.record(asked(id, 'câu hỏi', { ...answered, entryId }))
      expect(await desk.rate(id, isHelpful)).toBe(true)
    }
    const { exit, out } = await runLine(parts, 'log', 'ratings')
    const json = await runJson(parts, 'log', 'ratings')
    expect(exit).toBe(0)
    const [heading, first, second] = out.split('\n')
    expect(heading).toBe('Chưa hữu ích  Hữu ích  Mã        Tên')
    expect(first).toBe('           1        0  gone      (không còn hiệu lực)')
    expect(second).toMatch(/^ {11}0 {8}2 {2}1\.001193 {2}\S.*khai sinh/i)
    expect(json).toMatchObject({
      ratings: [
        { entryId: 'gone', helpful: 0, unhelpful: 1, title: null },
        { entryId: '1.001193', helpful: 2, unhelpful: 0 },
      ],
    })
  })

  it('says that nobody has rated yet', async () => {
    const { parts } = await openParts(new DrivenClock(START))
    expect((await runLine(parts, 'log', 'ratings')).out).toBe('Chưa có đánh giá nào.\n')
  })
})
