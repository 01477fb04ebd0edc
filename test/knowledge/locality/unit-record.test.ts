import { describe, expect, it } from 'vitest'
import { EMPTY_UNIT } from '../../../core/index.ts'
import { emptyFields, readUnit, toUnitRecord } from '../../../knowledge/index.ts'
import { WHOLE_UNIT } from '../../support/units.ts'

describe('readUnit', () => {
  it('gives back what toUnitRecord wrote', () => {
    expect(readUnit(toUnitRecord(WHOLE_UNIT)).unit).toEqual(WHOLE_UNIT)
    expect(readUnit(toUnitRecord(EMPTY_UNIT)).unit).toEqual(EMPTY_UNIT)
  })

  it('reads nothing as a unit of which nothing is known', () => {
    for (const record of [null, undefined, {}, { name: '  ', center: null }]) {
      expect(readUnit(record).unit).toEqual(EMPTY_UNIT)
    }
  })

  it('writes kinds in lower case, as they stand inside sentences', () => {
    const { unit } = readUnit({ province: 'Tỉnh  Hà Tĩnh', commune: 'Phường Sông Trí' })
    expect(unit).toMatchObject({ province: 'tỉnh Hà Tĩnh', commune: 'phường Sông Trí' })
  })

  it('takes a telephone number that YAML read as a number', () => {
    expect(readUnit({ center: { phone: 1022 } }).unit?.offices.center.phone).toBe('1022')
  })

  it('takes several telephone numbers, and nothing invisible', () => {
    const { unit } = readUnit({
      name: 'UBND\u202e xã\u0000 Mới\u200b',
      center: { phone: '0239.3865.123, 0239/3865124' },
    })
    expect(unit?.name).toBe('UBND xã Mới')
    expect(unit?.offices.center.phone).toBe('0239.3865.123, 0239/3865124')
  })

  it.each([
    [{ center: { phone: 'gọi bác Ba' } }, 'center.phone', 'số điện thoại'],
    [{ center: { phone: '(---)' } }, 'center.phone', 'số điện thoại'],
    [{ police: { hours: 'cả ngày' } }, 'police.hours', 'thứ Hai đến thứ Sáu'],
    [{ name: 'x'.repeat(201) }, 'name', '200'],
    [{ commune: '{tỉnh}' }, 'commune', 'dấu {'],
    [{ nam: 'UBND' }, 'nam', 'mục lạ'],
  ])('says what is wrong with %j', (record, field, message) => {
    const { unit, problems } = readUnit(record)
    expect(unit).toBeNull()
    expect(problems).toHaveLength(1)
    expect(problems[0]?.field).toBe(field)
    expect(problems[0]?.message).toContain(message)
  })
})

describe('emptyFields', () => {
  it('finds none in a whole unit and thirteen in an empty one', () => {
    expect(emptyFields(WHOLE_UNIT)).toEqual([])
    expect(emptyFields(EMPTY_UNIT)).toHaveLength(13)
  })

  it('asks a province for no commune', () => {
    expect(emptyFields({ ...WHOLE_UNIT, commune: null })).toEqual([])
  })
})
