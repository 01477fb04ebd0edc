import { describe, expect, it } from 'vitest'
import { EMPTY_UNIT, fillUnit, officesIn } from '../../../core/index.ts'
import { WHOLE_UNIT } from '../../support/units.ts'

const TEXT = '{trung tâm, điện thoại} của {xã}, {tỉnh}; {công an xã}; {UBND xã}'

describe('fillUnit', () => {
  it('puts the names in, with the telephone where it is asked for', () => {
    expect(fillUnit(TEXT, WHOLE_UNIT)).toBe(
      'Trung tâm Phục vụ hành chính công xã Kỳ Anh, 0239 3000 001 của xã Kỳ Anh, tỉnh Hà Tĩnh; Công an xã Kỳ Anh; UBND xã Kỳ Anh',
    )
  })

  it('reads as general words where nothing is known', () => {
    expect(fillUnit(TEXT, EMPTY_UNIT)).toBe(
      'Trung tâm Phục vụ hành chính công xã của xã, tỉnh; Công an xã; UBND xã',
    )
  })

  it('knows tokens in decomposed letters, and leaves other braces alone', () => {
    expect(fillUnit('{trung tâm} {khác} {'.normalize('NFD'), EMPTY_UNIT)).toBe(
      `Trung tâm Phục vụ hành chính công xã ${'{khác} {'.normalize('NFD')}`,
    )
  })

  it('does not read what it put in again', () => {
    const unit = { ...WHOLE_UNIT, commune: '{tỉnh}' }
    expect(fillUnit('{xã}', unit)).toBe('{tỉnh}')
  })
})

it('names the offices of a text, each once', () => {
  expect(officesIn('{công an xã}, {trung tâm} hoặc {trung tâm, điện thoại}')).toEqual([
    'center',
    'police',
  ])
  expect(officesIn('Công an xã nơi cư trú')).toEqual([])
})
