import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createJobRunStore } from '../../../../adapters/sql/index.ts'
import { Failure } from '../../../../core/index.ts'
import { openParts, runJson, runLine } from '../../../support/cli/open-parts.ts'
import { DrivenClock } from '../../../support/jobs/driven-clock.ts'
import { EMPTY_UNIT } from '../../../../core/index.ts'

const NOW = '2026-11-21T03:00:00.000Z'
const ENTRY = {
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  values: { fee: [{ text: 'Miễn lệ phí.', source: 'NQ 1', checked_on: '2026-11-01' }] },
}

interface Examination {
  ok: boolean
  must: number
  advice: number
  checks: { name: string; level: string; message: string }[]
}

const levelsOf = ({ checks }: Examination): Record<string, string> =>
  Object.fromEntries(checks.map(({ name, level }) => [name, level]))

const examine = async (parts: Parameters<typeof runJson>[0]): Promise<Examination> =>
  (await runJson(parts, 'doctor')) as Examination

describe('cchc doctor', () => {
  it('finds nothing that must be done in a new system with knowledge and a name', async () => {
    const { parts, publishEntry, snapshots } = await openParts(new DrivenClock(NOW))
    await publishEntry(ENTRY)
    const { exit, out } = await runLine(parts, 'doctor')
    expect(out).toContain('Dữ liệu thủ tục: ổn: bản phát hành số 1, 1 mục.')
    expect(out).toContain('Thông tin đơn vị: ổn: UBND xã Kỳ Anh.')
    expect(exit).toBe(0)
    expect(out).toContain('Chỉ mục tìm kiếm: ổn: chưa có bản lưu')
    expect(await examine(parts)).toMatchObject({ ok: true, must: 0 })
    await snapshots.save('1-a', new Uint8Array(2_000))
    expect((await runLine(parts, 'doctor')).out).toContain('khoảng 2000 byte mỗi mục')
  })

  it('ends with 1 when something must be done and says what', async () => {
    const { parts } = await openParts(new DrivenClock(NOW), EMPTY_UNIT)
    const { exit, out } = await runLine(parts, 'doctor')
    expect(exit).toBe(1)
    expect(out).toContain('Dữ liệu thủ tục: cần làm: chưa có thủ tục nào')
    expect(out).toContain('Thông tin đơn vị: nên làm: còn trống: tên đơn vị; ')
    expect(out.trimEnd()).toMatch(/Có 1 việc cần làm và 1 việc nên làm\.$/)
    expect(await examine(parts)).toMatchObject({ ok: false, must: 1, advice: 1 })
  })

  it('sees failed and stuck runs, missed questions and a clock that was set back', async () => {
    const clock = new DrivenClock(NOW)
    const { parts, desk, jobRuns, database } = await openParts(clock)
    const runs = createJobRunStore(database)
    const slot = '2026-11-20T19:30:00.000Z'
    await runs.claim({ job: 'retention', slot, owner: 'dead', startedAt: slot })
    expect((await jobRuns.last('retention'))?.state).toBe('running')
    await desk.record({
      ...{ id: '1', channel: 'web', text: 'câu hỏi khó', outcome: 'none', reason: 'not_found' },
      ...{ entryId: null, revision: 1 },
    })
    expect(levelsOf(await examine(parts))).toMatchObject({
      ...{ clock: 'ok', jobs: 'must', missed: 'advice' },
    })
    clock.set('2026-11-20T03:00:00.000Z')
    expect(levelsOf(await examine(parts))).toMatchObject({ clock: 'must' })
  })

  it('forgets runs of the future when told, so that jobs run again', async () => {
    const clock = new DrivenClock(NOW)
    const { parts, database, jobRuns } = await openParts(clock)
    const runs = createJobRunStore(database)
    for (const slot of ['2026-11-20T19:30:00.000Z', '2030-01-01T19:30:00.000Z']) {
      await runs.claim({ job: 'retention', slot, owner: 'a', startedAt: slot })
      await runs.finish(
        { job: 'retention', slot, owner: 'a' },
        { state: 'done', finishedAt: slot, detail: 'Xong.' },
      )
    }
    expect(levelsOf(await examine(parts))).toMatchObject({ clock: 'must' })
    const { exit, out } = await runLine(parts, 'doctor', '--forget-future-runs')
    expect({ exit, out }).toEqual({
      exit: 0,
      out: 'Đã quên 1 lượt chạy ghi ở thời điểm tương lai.\n',
    })
    expect((await jobRuns.last('retention'))?.slot).toBe('2026-11-20T19:30:00.000Z')
    expect(levelsOf(await examine(parts))).toMatchObject({ clock: 'ok' })
  })

  it('reports a database that does not open and examines the rest', async () => {
    const { parts } = await openParts(new DrivenClock(NOW))
    const problem = 'Cơ sở dữ liệu mới hơn chương trình; cài phiên bản mới.'
    const database = () => Promise.reject(new Failure('ours', problem))
    const { exit, out } = await runLine({ ...parts, database, app: database }, 'doctor')
    expect(exit).toBe(1)
    expect(out).toContain(`Cơ sở dữ liệu: cần làm: ${problem}`)
    expect(out).toContain('Thư mục dữ liệu: ổn')
    expect(out).toContain('Công việc tự động: cần làm: chưa khám được')
  })

  it('reports content that stops the start', async () => {
    const { parts } = await openParts(new DrivenClock(NOW))
    const problem = 'Tệp content/x.md hỏng; lấy lại từ bản cài đặt.'
    const app = () => Promise.reject(new Failure('input', problem))
    const { exit, out } = await runLine({ ...parts, app }, 'doctor')
    expect(exit).toBe(1)
    expect(out).toContain(`Dữ liệu thủ tục: cần làm: ${problem}`)
  })

  it('notices a data folder that cannot be written', async () => {
    const { parts, dataFolder } = await openParts(new DrivenClock(NOW))
    // A file where a folder should be stops everybody, also an administrator whom no permission stops.
    const blocked = join(dataFolder, 'blocked')
    await writeFile(blocked, '')
    const settings = () => ({ dataFolder: join(blocked, 'var'), programFolder: '', url: '' })
    const { exit, out } = await runLine({ ...parts, settings }, 'doctor')
    expect(exit).toBe(1)
    expect(out).toContain('Thư mục dữ liệu: cần làm: không ghi được vào')
  })
})
