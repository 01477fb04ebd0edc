import { beforeAll, describe, expect, it } from 'vitest'
import { answerCard } from '../../bot/cards/answer-card.ts'
import { chooseCard } from '../../bot/cards/choose-card.ts'
import { entryButtons } from '../../bot/cards/buttons.ts'
import { renderPlain } from '../../core/index.ts'
import type { Card, WorkingCalendar } from '../../core/index.ts'
import { ASPECTS } from '../../knowledge/index.ts'
import type { Aspect, Entry, Knowledge } from '../../knowledge/index.ts'
import { loadShipped } from '../support/bot/shipped.ts'

let knowledge: Knowledge
let calendar: WorkingCalendar
beforeAll(async () => ({ knowledge, calendar } = await loadShipped()))

const DAYS = ['2026-11-21', '2027-01-02', '2027-03-02']

/** What no line may end with: half a number, an open bracket, a word that leads on to a value. */
const TORN = [/\d…$/, /\($/, /(?:đến|từ|hết|tối đa|không|chưa|hoặc|và|của|nếu)…$/iu]
/** A value cut inside, seen before the remark that follows it. */
const TORN_INSIDE = [/\d… ?\(/, /\p{L}… ?\(/u, /…\./]

function problemsOf(card: Card): string[] {
  const text = renderPlain(card)
  const lines = text.split('\n')
  const torn = lines.filter(
    (line) =>
      TORN.some((pattern) => pattern.test(line)) ||
      TORN_INSIDE.some((pattern) => pattern.test(line)) ||
      (line.endsWith('…') && line.lastIndexOf('(') > line.lastIndexOf(')')),
  )
  const labels = card.buttons.flatMap(({ label }) =>
    label.length > 25 || /…|\($/.test(label) || label.trim() === '' ? [`[${label}]`] : [],
  )
  const size = text.normalize('NFC').length > 600 ? [`${text.length} characters`] : []
  const parts = foldedTitle(card.title)
  const isDouble = parts.length === 2 && parts[0] === parts[1]
  return [...torn, ...labels, ...size, ...(isDouble ? [card.title] : [])]
}

function screensOf(entry: Entry, aspects: readonly Aspect[], day: string): Card[] {
  const cards: Card[] = []
  do {
    const page = cards.length + 1
    const shared = { entry, aspects, day, calendar, page }
    cards.push(answerCard({ ...shared, replacedCode: null, ratingFor: null }))
  } while (cards.at(-1)?.buttons[0]?.label === 'Xem tiếp' && cards.length < 20)
  return cards
}

const foldedTitle = (title: string): string[] => title.toLowerCase().normalize('NFC').split(': ')

describe('every shipped entry', () => {
  it('makes whole cards for every aspect, on each day and each screen', () => {
    const asked: (readonly Aspect[])[] = [[], ...ASPECTS.map((aspect) => [aspect])]
    asked.push(['fee', 'duration'], ['postal', 'fee', 'duration'])
    const all = knowledge
      .entries()
      .flatMap((entry) => DAYS.map((day) => ({ entry, day })))
      .flatMap(({ entry, day }) => asked.flatMap((aspects) => screensOf(entry, aspects, day)))
    const problems = new Set(
      all.flatMap((card) => problemsOf(card).map((problem) => `${card.title}: ${problem}`)),
    )
    const count = all.length
    expect(count).toBeGreaterThan(5_000)
    expect([...problems]).toEqual([])
  }, 60_000)

  it('has a label of whole words on its buttons, also as a choice', () => {
    const entries = knowledge.entries()
    for (const [at, entry] of entries.entries()) {
      const [button] = entryButtons([entry])
      expect(button?.label.length).toBeLessThanOrEqual(25)
      expect(button?.label).not.toContain('…')
      const options = [entry, ...entries.slice(at + 1, at + 4)]
      if (options.length < 2) continue
      const card = chooseCard(options, ['fee'], null, '2026-11-21')
      expect(problemsOf(card)).toEqual([])
      expect(card.buttons.at(-1)?.action).toBe('people')
      expect(new Set(card.buttons.map(({ label }) => label)).size).toBe(card.buttons.length)
      if (entry.buttonLabel !== null && options.every(({ buttonLabel }) => buttonLabel !== null)) {
        expect(card.buttons[0]?.label).toBe(`1 ${entry.buttonLabel}`)
      }
    }
  })
})
