import { beforeAll, describe, expect, it } from 'vitest'
import { answerOnce } from '../../bot/index.ts'
import { EMPTY_UNIT } from '../../core/index.ts'
import type { LocalDate } from '../../core/index.ts'
import { currentValue, type Entry, type Value, type ValueSlot } from '../../knowledge/index.ts'
import { loadShipped } from '../support/bot/shipped.ts'

/** As written; the reduced fees have ended; the new Luật Hộ tịch applies. */
const [WRITTEN, FULL_FEES, NEW_LAW] = ['2026-11-21', '2027-01-01', '2027-03-01'] as const
const DAYS: readonly LocalDate[] = [WRITTEN, FULL_FEES, NEW_LAW]

/** "đến hết 31/12/2026", "đến ngày 28/2/2027". */
const UNTIL = /(?:đến|tới)(?:\s+(?:hết|cuối|ngày))*\s+(\d{1,2})\/(\d{1,2})\/(\d{4})/giu

let shipped: Awaited<ReturnType<typeof loadShipped>>
let entries: readonly Entry[]
beforeAll(async () => {
  shipped = await loadShipped()
  entries = shipped.knowledge.entries()
})

const shown = (question: string, day: LocalDate): string => {
  const { knowledge, calendar, guard } = shipped
  return answerOnce(knowledge, question, { day, calendar, unit: EMPTY_UNIT, guard }).text
}

/** The line that answers: the one after the title, where only one aspect was asked. */
const answered = (question: string, day: LocalDate): string =>
  shown(question, day).split('\n').slice(1).join('\n').split('\n\n')[0] ?? ''

const slotsOf = (entry: Entry): ValueSlot[] => Object.keys(entry.values) as ValueSlot[]

const textsOf = ({ text, short }: Value): string[] => [text, short ?? '']

const pastDates = (text: string, day: LocalDate): string[] =>
  [...text.matchAll(UNTIL)].flatMap(([words, d = '', m = '', year = '']) =>
    `${year}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` < day ? [words] : [],
  )

describe('what is shown on a day', () => {
  it.each(DAYS)('on %s is not what ended before or begins later', (day) => {
    const wrong: string[] = []
    for (const entry of entries) {
      for (const slot of slotsOf(entry)) {
        const value = currentValue(entry, slot, day)
        if (value === undefined) continue
        const { validFrom = '', validTo = '9999' } = value
        if (validFrom > day || validTo < day) wrong.push(`${entry.id} ${slot}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it.each(DAYS)('on %s speaks of no "đến hết" that is past', (day) => {
    const wrong: string[] = []
    for (const entry of entries) {
      // the entry of a law that is out of force tells when that was
      if (entry.validTo !== null && entry.validTo < day) continue
      for (const slot of slotsOf(entry)) {
        const value = currentValue(entry, slot, day)
        if (value === undefined) continue
        const past = textsOf(value).flatMap((text) => pastDates(text, day))
        if (past.length > 0) wrong.push(`${entry.id} ${slot}: ${past.join(', ')}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('leaves no gap: what ends has a value that follows on the next day', () => {
    const wrong = entries.flatMap((entry) =>
      slotsOf(entry).flatMap((slot) =>
        (entry.values[slot] ?? []).flatMap(({ validTo }) =>
          validTo === undefined || currentValue(entry, slot, nextDay(validTo)) !== undefined
            ? []
            : [`${entry.id} ${slot} after ${validTo}`],
        ),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('names the last day in every text that says "đến hết", as the value itself does', () => {
    const wrong: string[] = []
    for (const entry of entries) {
      for (const slot of slotsOf(entry)) {
        const values = entry.values[slot] ?? []
        for (const value of values) {
          const isLast = value.validTo === undefined
          const ends = textsOf(value).flatMap((text) => [...text.matchAll(UNTIL)])
          const ahead = ends.filter(
            ([, d = '', m = '', y = '']) =>
              (WRITTEN as string) <= `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
          )
          const isFollowed = values.some(
            ({ validFrom = '' }) => validFrom > (value.validFrom ?? ''),
          )
          if (isLast && !isFollowed && ahead.length > 0) wrong.push(`${entry.id} ${slot}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})

function nextDay(day: LocalDate): LocalDate {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

describe('cards on the three days', () => {
  it.each([
    ['đổi căn cước bao nhiêu tiền', '25.000 đ', '50.000 đ'],
    ['lập công ty tnhh lệ phí', '25.000 đ', '50.000 đ'],
    ['mất căn cước làm lại bao nhiêu tiền', '35.000 đ', '70.000 đ'],
    ['làm hộ chiếu bao nhiêu tiền', '100.000 đ đến hết', '200.000 đ; làm lại'],
  ])('"%s": %s until 31/12/2026, then %s', (question, reduced, full) => {
    expect(answered(question, WRITTEN)).toContain(reduced)
    expect(answered(question, WRITTEN)).toContain('31/12/2026')
    for (const day of [FULL_FEES, NEW_LAW]) {
      expect(answered(question, day)).toContain(full)
      expect(answered(question, day)).not.toContain(reduced)
      expect(shown(question, day)).not.toContain('31/12/2026')
    }
  })

  it('says of the passport fee of 2027 that it must be asked', () => {
    expect(answered('làm hộ chiếu bao nhiêu tiền', WRITTEN)).not.toContain('xin hỏi lại')
    expect(answered('làm hộ chiếu bao nhiêu tiền', FULL_FEES)).toContain('xin hỏi lại mức phí')
  })

  it('gives an extract for 0 đ with VNeID until 28/02/2027, and not after', () => {
    const question = 'xin trích lục online bao nhiêu tiền'
    for (const day of [WRITTEN, FULL_FEES]) {
      expect(answered(question, day)).toMatch(/8\.000 đ\/bản.* 0 đ .*28\/02\/2027/)
    }
    expect(answered(question, NEW_LAW)).toMatch(/8\.000 đ\/bản/)
    expect(shown(question, NEW_LAW)).not.toMatch(/\b0 đ\b|28\/02\/2027|TT 117/)
  })

  it('sends a couple to any commune from 01/03/2027', () => {
    const question = 'đăng ký kết hôn ở đâu'
    for (const day of [WRITTEN, FULL_FEES]) {
      expect(answered(question, day)).toMatch(/cư trú/)
      expect(answered(question, day)).not.toMatch(/xã nào cũng được/)
    }
    expect(answered(question, NEW_LAW)).toMatch(/xã nào cũng được.*xin hỏi lại/s)
    expect(shown(question, NEW_LAW)).toContain('Luật Hộ tịch 03/2026/QH16')
    expect(shown(question, NEW_LAW)).toMatch(/lệ phí xin hỏi lại xã/)
  })

  it('calls the Luật Hộ tịch of 2014 in force until its last day only', () => {
    const old = entries.find(({ id }) => id === 'luat-ho-tich-60-2014')
    const summary = (day: LocalDate) => currentValue(old!, 'summary', day)?.text
    expect(summary('2027-02-28')).toMatch(/^Luật đang áp dụng/)
    expect(summary(NEW_LAW)).toMatch(/hết áp dụng/)
    expect(shown('giấy kết hôn căn cứ luật nào', NEW_LAW)).not.toContain('60/2014')
  })

  it('tells the allowance for old people with the amount that holds on all three days', () => {
    for (const day of DAYS) {
      expect(shown('trợ cấp người cao tuổi', day)).toContain('540.000 đ một tháng')
      expect(shown('trợ cấp người cao tuổi', day)).not.toContain('500.000')
    }
  })
})
