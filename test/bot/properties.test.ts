import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_UNIT, cleanText, maskPersonalNumbers, renderPlain } from '../../core/index.ts'
import type { Card } from '../../core/index.ts'
import { encodeAction, parseAction } from '../../bot/actions.ts'
import { answerCard } from '../../bot/cards/answer-card.ts'
import { chooseCard } from '../../bot/cards/choose-card.ts'
import { answerOnce } from '../../bot/index.ts'
import { EMPTY_BROWSE } from '../../bot/browse.ts'
import { contentOf } from '../../bot/read-message.ts'
import { respond } from '../../bot/respond.ts'
import { EMPTY_SESSION, readSession } from '../../bot/session-data.ts'
import type { SessionData } from '../../bot/session-data.ts'
import { ASPECTS } from '../../knowledge/index.ts'
import { calendar } from '../support/bot/calendar.ts'
import { ENTRIES, makeEntry } from '../support/bot/entries.ts'
import { createTokenKnowledge } from '../support/bot/token-knowledge.ts'

const knowledge = createTokenKnowledge(ENTRIES)
const day = '2026-11-21'

function expectGood(card: Card, text = renderPlain(card)): void {
  expect(text.normalize('NFC').length, text).toBeLessThanOrEqual(600)
  expect(card.title.trim()).not.toBe('')
  expect(card.buttons.length).toBeGreaterThan(0)
  expect(card.buttons.length).toBeLessThanOrEqual(5)
  for (const { label, action } of card.buttons) {
    expect(label.length, label).toBeLessThanOrEqual(25)
    expect(label.trim()).not.toBe('')
    expect(parseAction(action), action).not.toBeNull()
  }
}

const turnText = (text: string, session: SessionData) =>
  respond({
    text: maskPersonalNumbers(cleanText(text)),
    action: null,
    session,
    knowledge,
    calendar,
    unit: EMPTY_UNIT,
    browse: EMPTY_BROWSE,
    day,
    questionId: 'q1',
  })

/** What people type: anything, and pieces of real questions in any order. */
const pieces = fc.constantFrom(
  'khai sinh',
  'căn cước',
  'độc thân',
  'lệ phí',
  'mất bao lâu',
  'ở đâu',
  'thế còn',
  '2',
  'cái đầu',
  'cả hai',
  'chào',
  'cảm ơn',
  'chưa đúng',
  'đúng rồi',
  'việc khác',
  'tiếp',
  'menu',
  '/start',
  '1.001193',
  '2.000986',
  'làm lại khai sinh',
  '001099012345',
  '😀',
  '<b>',
  '?',
  '',
  'Gặp cán bộ',
  '4 Việc khác',
  'Xem tiếp',
)
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(pieces, { maxLength: 6 }).map((list) => list.join(' ')),
)

describe('any text', () => {
  it('gets at least one card with a first screen of 600 characters and a next step, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 6 }), (texts) => {
        let session: SessionData = EMPTY_SESSION
        for (const text of texts) {
          const outcome = turnText(text, session)
          expect(outcome.cards.length).toBeGreaterThan(0)
          for (const card of outcome.cards) expectGood(card)
          const stored = JSON.parse(JSON.stringify(outcome.session)) as Record<string, unknown>
          session = readSession(
            {
              channel: 'web',
              conversationId: 'c',
              version: 1,
              data: stored,
              updatedAt: '2026-11-21T02:00:00.000Z',
            },
            new Date('2026-11-21T02:01:00Z'),
          )
          expect(session).toEqual(outcome.session)
        }
      }),
      { numRuns: 400, seed: 20_261_121 },
    )
  })

  it('never gives the same failure twice running', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 30 }), { minLength: 2, maxLength: 6 }),
        (texts) => {
          let session: SessionData = EMPTY_SESSION
          let last = ''
          for (const text of texts) {
            const outcome = turnText(text, session)
            const isMiss = outcome.session.misses > session.misses
            const shown = outcome.cards.map((card) => renderPlain(card)).join('\n')
            if (isMiss) expect(shown).not.toBe(last)
            last = isMiss ? shown : ''
            session = outcome.session
          }
        },
      ),
      { numRuns: 300, seed: 7 },
    )
  })

  it('one question on the command line gives the card as text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const {
          card,
          answer,
          text: shown,
        } = answerOnce(knowledge, text, {
          day,
          calendar,
          unit: EMPTY_UNIT,
          guard: () => null,
        })
        expect(shown).toBe(renderPlain(card))
        expect(card.ratingFor).toBeUndefined()
        expect(['answer', 'choose', 'none']).toContain(answer.outcome)
        expectGood(card)
      }),
      { numRuns: 300, seed: 3 },
    )
  })
})

it('10,000 characters take the conversation less than 50 ms', () => {
  const parts = [
    'a',
    'lệ phí ',
    'a. ',
    '😀',
    '1 ',
    '? ',
    'ở đâu; ',
    'khai sinh ',
    '0912345678 ',
    'ắ ',
  ]
  const sessions: SessionData[] = [
    EMPTY_SESSION,
    { ...EMPTY_SESSION, entryId: '1.001193' },
    { ...EMPTY_SESSION, choices: { entryIds: ['1.001193', '1.014063'], aspects: [], text: 'x' } },
  ]
  for (const part of parts) {
    for (const session of sessions) {
      const text = part.repeat(10_000).slice(0, 10_000)
      const runs = Array.from({ length: 3 }, () => {
        const before = performance.now()
        const stored = contentOf(
          { channel: 'web', conversationId: 'c', messageId: 'm', text },
          () => null,
        )
        expect(turnText(stored.text ?? '', session).cards.length).toBeGreaterThan(0)
        return performance.now() - before
      })
      expect(Math.min(...runs), JSON.stringify(part)).toBeLessThan(50)
    }
  }
})

describe('any entry', () => {
  const prose = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'giấy tờ',
          'cơ quan',
          '7 ngày làm việc',
          '25.000 đ',
          '- một',
          '\n',
          '. ',
          'xin hỏi lại',
        ),
        fc.string({ maxLength: 40 }),
      ),
      { minLength: 1, maxLength: 120 },
    )
    .map((list) => list.join(' '))
  const value = fc.record(
    {
      text: prose,
      short: fc.string({ maxLength: 150 }),
      validTo: fc.constantFrom('2026-11-20', '2026-12-31', '2027-06-30'),
      validFrom: fc.constantFrom('2026-01-01', '2027-01-01'),
      doubt: fc.string({ minLength: 1, maxLength: 60 }),
    },
    { requiredKeys: ['text'] },
  )
  const slots = fc.constantFrom(...ASPECTS, 'summary' as const, 'note' as const)
  const anyEntry = fc
    .record({
      title: prose,
      hint: fc.option(prose),
      agency: fc.option(prose),
      kind: fc.constantFrom(
        'procedure' as const,
        'guide' as const,
        'office' as const,
        'faq' as const,
      ),
      onlineLevel: fc.constantFrom('full' as const, 'partial' as const, 'none' as const, null),
      values: fc.dictionary(slots, fc.array(value, { maxLength: 3 })),
      isRepealed: fc.boolean(),
      id: fc.constantFrom('1.000001', 'mot-dinh-danh-rat-dai-'.repeat(4)),
      related: fc.array(
        fc.record({
          label: fc.string({ minLength: 1, maxLength: 60 }),
          entryId: fc.constant('1.001193'),
        }),
        { maxLength: 4 },
      ),
    })
    .map((input) => makeEntry({ ...input, title: cleanText(input.title) || 'Việc' }))

  it('gives cards within the limits on every screen, in bounded number', () => {
    fc.assert(
      fc.property(anyEntry, fc.subarray([...ASPECTS], { maxLength: 4 }), (entry, aspects) => {
        let page = 1
        for (; page < 60; page += 1) {
          const card = answerCard({
            entry,
            aspects,
            day,
            calendar,
            replacedCode: null,
            page,
            ratingFor: null,
          })
          const text = renderPlain(card).normalize('NFC')
          expect(text.length, text).toBeLessThanOrEqual(600)
          expect(card.buttons.length).toBeGreaterThan(0)
          expect(card.buttons.length).toBeLessThanOrEqual(5)
          for (const { label, action } of card.buttons) {
            expect(label.length).toBeLessThanOrEqual(25)
            expect(parseAction(action)).not.toBeNull()
          }
          if (card.buttons[0]?.label !== 'Xem tiếp') break
        }
        expect(page).toBeLessThan(60)
      }),
      { numRuns: 300, seed: 11 },
    )
  })

  it('a question back about any entries stays within the limits', () => {
    fc.assert(
      fc.property(
        fc.array(anyEntry, { minLength: 2, maxLength: 5 }),
        anyText,
        (entries, question) => {
          expectGood(chooseCard(entries, ['fee'], question, '2026-11-21'))
          expectGood(chooseCard(entries, [], null, '2026-11-21'))
        },
      ),
      { numRuns: 200, seed: 5 },
    )
  })
})

it('actions read back as they were written', () => {
  for (const aspect of ASPECTS) {
    const action = {
      kind: 'show' as const,
      entryId: 'a:b',
      aspects: [aspect, 'fee' as const],
      page: 3,
    }
    expect(parseAction(encodeAction(action) ?? '')).toEqual({
      ...action,
      aspects: [...new Set(action.aspects)],
    })
  }
  expect(parseAction('rate:01abc:no')).toEqual({
    kind: 'rate',
    questionId: '01abc',
    isHelpful: false,
  })
  expect(parseAction('pick:2')).toEqual({ kind: 'pick', number: 2 })
  for (const text of [
    '',
    'show:',
    'rate:x',
    'pick:12',
    'pick:a',
    'đ',
    'show:a:b:1\n',
    'x'.repeat(61),
  ]) {
    expect(parseAction(text), text).toBeNull()
  }
})
