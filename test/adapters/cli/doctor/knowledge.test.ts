import { describe, expect, it } from 'vitest'
import { examineKnowledge } from '../../../../adapters/cli/doctor/knowledge.ts'
import type { Entry, Provenance, Value } from '../../../../knowledge/index.ts'

const NOW = new Date('2026-11-21T03:00:00.000Z')
const provenance = (changes: Partial<Provenance> = {}): Provenance => ({
  source: 'TT 64/2025/TT-BTC',
  confidence: 'high',
  checkedOn: '2026-11-01',
  ...changes,
})
const value = (changes: Partial<Value> = {}): Value => ({
  text: '50.000 đồng',
  provenance: provenance(),
  ...changes,
})
const entry = (id: string, changes: Partial<Entry> = {}): Entry => ({
  id,
  kind: 'procedure',
  code: id,
  about: null,
  tone: null,
  title: 'Đăng ký khai sinh',
  shortTitle: 'Khai sinh',
  buttonLabel: null,
  field: null,
  level: null,
  agency: null,
  audience: null,
  onlineLevel: null,
  values: { fee: [value()] },
  keywords: [],
  questions: [],
  hint: null,
  isRepealed: false,
  replacedBy: null,
  replaces: [],
  related: [],
  text: '',
  provenance: provenance(),
  validTo: null,
  ...changes,
})

describe('examineKnowledge', () => {
  it('finds nothing wrong with fresh, certain entries', () => {
    expect(examineKnowledge(7, [entry('1.1'), entry('1.2')], NOW)).toEqual({
      revision: 7,
      entryCount: 2,
      expired: [],
      doubtful: 0,
      unchecked: 0,
    })
  })

  it('names entries whose value has ended without a successor, by the day in Viet Nam', () => {
    const until = (validTo: string, more: Value[] = []) => ({
      values: { fee: [value({ validTo }), ...more] },
    })
    const entries = [
      entry('ended', until('2026-11-20')),
      entry('last-day', until('2026-11-21')),
      entry('succeeded', until('2026-11-20', [value({ validFrom: '2026-11-21' })])),
      entry('successor-to-come', until('2026-11-20', [value({ validFrom: '2027-01-01' })])),
      entry('whole-entry', { validTo: '2026-11-20' }),
      entry('repealed', { ...until('2026-11-20'), isRepealed: true }),
    ]
    expect(examineKnowledge(1, entries, NOW).expired).toEqual(['ended', 'whole-entry'])
    // 17:00 UTC is midnight in Viet Nam: the last day is over.
    const nextDay = new Date('2026-11-21T17:00:00.000Z')
    expect(examineKnowledge(1, entries, nextDay).expired).toContain('last-day')
  })

  it('counts entries with a doubtful value that is shown today, not with one that has ended', () => {
    const doubtful = value({ provenance: provenance({ confidence: 'low' }) })
    const entries = [
      entry('a', { values: { fee: [doubtful] } }),
      entry('b', { values: { fee: [value(), { ...doubtful, validTo: '2026-01-01' }] } }),
    ]
    expect(examineKnowledge(1, entries, NOW).doubtful).toBe(1)
  })

  it('counts entries that nobody checked for more than 180 days, or ever', () => {
    const checked = (checkedOn: string | null) => ({
      values: { fee: [value({ provenance: provenance({ checkedOn }) })] },
    })
    const entries = [
      entry('180 days ago', checked('2026-05-25')),
      entry('181 days ago', checked('2026-05-24')),
      entry('never', checked(null)),
    ]
    expect(examineKnowledge(1, entries, NOW).unchecked).toBe(2)
  })
})
