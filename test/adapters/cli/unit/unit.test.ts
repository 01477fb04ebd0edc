import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EMPTY_UNIT, systemClock } from '../../../../core/index.ts'
import { openParts, runJson, runLine } from '../../../support/cli/open-parts.ts'

const FILE = `
name: UBND xã Kỳ Anh
province: Tỉnh Hà Tĩnh
commune: xã Kỳ Anh
center:
  phone: 0239 3000 001
  hours: thứ Hai đến thứ Sáu 7:30-11:30, 13:30-17:00; thứ Bảy 7:30-11:30
`

describe('cchc unit', () => {
  it('shows what is known and what is empty', async () => {
    const { parts } = await openParts(systemClock, { ...EMPTY_UNIT, name: 'UBND xã Mẫu' })
    const { exit, out } = await runLine(parts, 'unit', 'show')
    expect(exit).toBe(0)
    expect(out).toMatch(/tên đơn vị +UBND xã Mẫu/)
    expect(out).toMatch(/giờ làm việc Công an +\(trống\)/)
    expect(out).toContain('Còn 12 mục trống')
    expect(await runJson(parts, 'unit', 'show')).toMatchObject({ unit: { name: 'UBND xã Mẫu' } })
  })

  it('loads a file, and forgets it again', async () => {
    const { parts, dataFolder, unit } = await openParts(systemClock, EMPTY_UNIT)
    await writeFile(join(dataFolder, 'xa.yaml'), FILE)
    const { out } = await runLine(parts, 'unit', 'load', 'xa.yaml')
    expect(out).toContain('Đã nạp thông tin đơn vị; còn 8 mục trống.')
    expect(unit.current()).toMatchObject({ province: 'tỉnh Hà Tĩnh' })
    expect((await runLine(parts, 'unit', 'show')).out).toContain(
      'thứ Hai đến thứ Sáu 07:30–11:30, 13:30–17:00; thứ Bảy 07:30–11:30',
    )
    await runLine(parts, 'unit', 'reset')
    expect(unit.current()).toEqual(EMPTY_UNIT)
  })

  it('says what is wrong with a file and changes nothing', async () => {
    const { parts, dataFolder, unit } = await openParts(systemClock, EMPTY_UNIT)
    await writeFile(join(dataFolder, 'xa.yaml'), 'center: { hours: cả ngày }')
    const wrong = await runLine(parts, 'unit', 'load', 'xa.yaml')
    expect(wrong).toMatchObject({ exit: 2, out: '' })
    expect(wrong.err).toContain('mục center.hours: chưa hiểu; xin viết như: thứ Hai')
    const missing = await runLine(parts, 'unit', 'load', 'khong-co.yaml')
    expect(missing.exit).toBe(2)
    expect(missing.err).toContain('Không tìm thấy tệp "khong-co.yaml"')
    expect(unit.current()).toEqual(EMPTY_UNIT)
  })

  it('prints the address of the page, the same until another code is asked for', async () => {
    const { parts } = await openParts(systemClock)
    const link = async (...more: string[]) =>
      (await runJson(parts, 'unit', 'link', ...more)) as { url: string }
    const { url } = await link()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/thiet-lap\?ma=[a-z0-9]{16}$/)
    expect((await link()).url).toBe(url)
    expect((await link('--new')).url).not.toBe(url)
  })
})
