import { describe, expect, it } from 'vitest'
import { runChecks, type Check, type DoctorFacts } from '../../../../adapters/cli/doctor/checks.ts'
import type { JobRun } from '../../../../jobs/index.ts'
import { WHOLE_UNIT } from '../../../support/units.ts'

const NOW = new Date('2026-11-21T03:00:00.000Z')
const run = (changes: Partial<JobRun> = {}): JobRun => ({
  job: 'retention',
  slot: '2026-11-20T19:30:00.000Z',
  owner: 'a',
  state: 'done',
  startedAt: '2026-11-20T19:30:00.000Z',
  finishedAt: '2026-11-20T19:30:05.000Z',
  detail: 'Đã xóa 3 câu hỏi.',
  ...changes,
})
const healthy: DoctorFacts = {
  now: NOW,
  folder: { value: { path: 'var', freeBytes: 50e9 } },
  database: { value: 'SQLite' },
  newestStoredAt: { value: '2026-11-21T02:59:00.000Z' },
  knowledge: {
    value: { revision: 3, entryCount: 139, expired: [], doubtful: 0, unchecked: 0 },
  },
  indexBytes: { value: 260_000 },
  unit: { value: WHOLE_UNIT },
  lastRuns: { value: [run()] },
  missedQuestions: { value: 0 },
}
const check = (name: string, changes: Partial<DoctorFacts>): Check => {
  const found = runChecks({ ...healthy, ...changes }).find((one) => one.name === name)
  if (found === undefined) throw new Error(`no check named ${name}`)
  return found
}

describe('runChecks', () => {
  it('finds a healthy system in order, one line a subject', () => {
    const checks = runChecks(healthy)
    expect(checks.map(({ level }) => level)).toEqual(checks.map(() => 'ok'))
    expect(checks.map(({ name }) => name)).toEqual([
      'folder',
      'database',
      'clock',
      'knowledge',
      'expired',
      'doubtful',
      'unchecked',
      'index',
      'unit',
      'jobs',
      'missed',
    ])
  })

  it('passes on why something could not be examined', () => {
    const problem = 'không mở được; kiểm tra lại.'
    const checks = runChecks({
      ...healthy,
      folder: { problem },
      database: { problem },
      knowledge: { problem },
      lastRuns: { problem },
      missedQuestions: { problem },
      newestStoredAt: { problem },
    })
    const troubled = checks.filter(({ level }) => level === 'must')
    expect(troubled.map(({ name }) => name)).toEqual([
      'folder',
      'database',
      'knowledge',
      'jobs',
      'missed',
    ])
    expect(troubled.every(({ message }) => message === problem)).toBe(true)
  })

  it.each([
    [0.1e9, 'must', '0,1 GB'],
    [0.9e9, 'advice', '0,9 GB'],
    [1e9, 'ok', '1,0 GB'],
  ] as const)('judges %d free bytes as %s', (freeBytes, level, shown) => {
    const found = check('folder', { folder: { value: { path: 'var', freeBytes } } })
    expect(found.level).toBe(level)
    expect(found.message).toContain(shown)
  })

  it.each(['1970-01-01T00:00:00.000Z', '2025-12-31T23:59:59.000Z', '2107-01-01T00:00:00.000Z'])(
    'does not believe the year of %s',
    (now) => {
      expect(check('clock', { now: new Date(now) }).level).toBe('must')
    },
  )

  it('notices a clock that was set back, by stored data and by runs', () => {
    const stored = check('clock', { newestStoredAt: { value: '2026-11-21T03:02:01.000Z' } })
    expect(stored.level).toBe('must')
    expect(stored.message).toContain('21/11/2026 10:02')
    const ran = check('clock', { lastRuns: { value: [run({ slot: '2027-03-01T19:30:00.000Z' })] } })
    expect(ran.message).toContain('02/03/2027 02:30')
    expect(ran.message).toContain('--forget-future-runs')
  })

  it('lets two machines differ by two minutes', () => {
    expect(check('clock', { newestStoredAt: { value: '2026-11-21T03:02:00.000Z' } }).level).toBe(
      'ok',
    )
    expect(check('clock', { newestStoredAt: { value: null } }).level).toBe('ok')
  })

  it('wants knowledge, and says how to get it', () => {
    const empty = { revision: 1, entryCount: 0, expired: [], doubtful: 0, unchecked: 0 }
    const found = check('knowledge', { knowledge: { value: empty } })
    expect(found.level).toBe('must')
    expect(found.message).toContain('cchc kb import')
  })

  it('names up to five entries that have expired; doubt and age are advice', () => {
    const ids = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6']
    const value = { revision: 3, entryCount: 139, expired: ids, doubtful: 2, unchecked: 4 }
    const expired = check('expired', { knowledge: { value } })
    expect(expired.level).toBe('must')
    expect(expired.message).toContain('6 mục')
    expect(expired.message).toContain('1.1, 1.2, 1.3, 1.4, 1.5, …')
    expect(check('doubtful', { knowledge: { value } })).toMatchObject({ level: 'advice' })
    expect(check('unchecked', { knowledge: { value } })).toMatchObject({ level: 'advice' })
  })

  it('tells how much the index takes, and that having none is no fault', () => {
    expect(check('index', {}).message).toContain('0,3 MB, khoảng 1871 byte mỗi mục')
    const problem = 'mục trước đó có lỗi'
    const unknown = check('index', { knowledge: { problem } })
    expect(unknown.message).toMatch(/0,3 MB\.$/)
    expect(check('index', { indexBytes: { value: null } })).toMatchObject({ level: 'ok' })
    expect(check('index', { indexBytes: { problem } })).toMatchObject({ level: 'must' })
  })

  it('lists what the unit has not filled in', () => {
    const found = check('unit', { unit: { value: { ...WHOLE_UNIT, name: null, feedback: null } } })
    expect(found.level).toBe('advice')
    expect(found.message).toContain('tên đơn vị; nơi nhận phản ánh, kiến nghị.')
    expect(found.message).toContain('cchc unit link')
  })

  it('reports a failed run with its reason', () => {
    const failed = run({ state: 'failed', detail: 'Ổ đĩa đầy.' })
    const found = check('jobs', { lastRuns: { value: [failed] } })
    expect(found.level).toBe('must')
    expect(found.message).toContain('Ổ đĩa đầy.')
  })

  it('calls a run stuck after an hour, not before', () => {
    const since = (startedAt: string) =>
      check('jobs', {
        lastRuns: { value: [run({ state: 'running', startedAt, finishedAt: null })] },
      })
    expect(since('2026-11-21T02:00:00.000Z').level).toBe('ok')
    expect(since('2026-11-21T01:59:59.999Z').level).toBe('must')
  })

  it('mentions waiting missed questions as advice', () => {
    const found = check('missed', { missedQuestions: { value: 12 } })
    expect(found.level).toBe('advice')
    expect(found.message).toContain('12 câu hỏi')
  })
})
