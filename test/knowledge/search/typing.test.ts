import { beforeAll, describe, expect, test } from 'vitest'
import { buildIndex, toSearchDocument } from '../../../knowledge/index.ts'
import type { Entry } from '../../../knowledge/index.ts'
import { createSearch, type Search } from '../../../knowledge/search/search.ts'
import { NOISES } from '../../support/knowledge/noise.ts'
import { document, lexiconOf } from '../../support/knowledge/sample.ts'
import { shippedEntries, shippedLexicon } from '../../support/knowledge/shipped.ts'

let entries: Entry[]
let search: Search
beforeAll(async () => {
  entries = await shippedEntries()
  search = createSearch(buildIndex(entries.map(toSearchDocument)), await shippedLexicon())
})

/** The words of a question as understood, folded. */
const read = (text: string): string =>
  search
    .analyse(text)
    .words.map(({ folded }) => folded)
    .join(' ')

describe('what was typed is understood', () => {
  test.each([
    // spaces
    ['khaisinh', 'khai sinh'],
    ['dangky tamtru', 'dang ki tam tru'],
    ['CanCuoc', 'can cuoc'],
    ['làmcăn cước', 'lam can cuoc'],
    ['kh ai sinh', 'khai sinh'],
    ['đăngk ý tạm trú', 'dang ki tam tru'],
    ['đăng ký thư ờng trú', 'dang ki thuong tru'],
    ['dang ky thu ong tru', 'dang ki thuong tru'],
    // held keys, keyboards switched off
    ['mấttt căn cước', 'mat can cuoc'],
    ['thuowngf trus', 'thuong tru'],
    ['d9a8ng ky1 ke61t ho6n', 'dang ki ket hon'],
    // slips
    ['khai shin cho con', 'khai sinh cho con'],
    ['dang ky khia snih', 'dang ki khai sinh'],
    ['đăng ký hết hôn', 'dang ki ket hon'],
    ['hộ ngèo', 'ho ngheo'],
    // sounds
    ['khai xinh cho con', 'khai sinh cho con'],
    ['chích lục khai sinh', 'trich luc khai sinh'],
    ['giấy phép xây zựng', 'giay phep xay dung'],
    ['zợ tui', 'vo tui'],
    // digits for Roman numbers
    ['công trình cấp IV', 'cong trinh cap 4'],
  ])('%j as %j', (typed, understood) => {
    expect(read(typed)).toBe(understood)
  })

  test.each(['sữa đổi giấy khai sinh', 'hổ trợ mai táng', 'kêt hôn có yếu tố nước ngoài', 'sỗ đõ'])(
    'the marks of %j are put right without a word',
    (typed) => {
      expect(search.analyse(typed).corrected).toBeNull()
    },
  )

  test('wrong marks do not keep a phrase of the lexicon from being found', () => {
    const rows = (text: string) => search.analyse(text).everyday
    expect(rows('làm sỗ đỏ').length).toBeGreaterThan(0)
    expect(rows('làm sỗ đỏ')).toEqual(rows('làm sổ đỏ'))
  })
})

describe('it says how it understood', () => {
  test.each([
    ['đăng ký hết hôn', 'đăng ký kết hôn'],
    ['dang ky khia sinh', 'đăng ký khai sinh'],
    ['giấy phép xây zựng', 'giấy phép xây dựng'],
    ['trợ cấp hộ ngèo, bảo hiểm y tế', 'trợ cấp hộ nghèo, bảo hiểm y tế'],
  ])('%j as %j', (typed, understood) => {
    expect(search.analyse(typed).corrected).toBe(understood)
  })

  test.each([
    'đăng ký kết hôn',
    'dang ky ket hon',
    'đăng kí kết hôn',
    'khaisinh',
    'ddawng kys',
    'uỷ quyền',
    'Kết Hôn'.normalize('NFD'),
    'zalo',
    'ship về nhà ko',
    '',
  ])('nothing for %j', (typed) => {
    expect(search.analyse(typed).corrected).toBeNull()
  })

  test('names, questions and what was put right already are never changed', () => {
    const lines = entries.flatMap(({ title, shortTitle, questions }) => [
      title,
      shortTitle,
      ...questions,
    ])
    const changed = lines.filter((line) => search.analyse(line).corrected !== null)
    expect(changed).toEqual([])
    const questions = entries
      .flatMap(({ questions: list }) => list)
      .filter((_, at) => at % 40 === 0)
    const kinds = ['twoSlips', 'twoSlipsBare', 'otherWord', 'sounds', 'spaceShifted'] as const
    const corrected = kinds.flatMap((kind) =>
      questions.flatMap((line) => search.analyse(NOISES[kind]?.(line) ?? '').corrected ?? []),
    )
    expect(corrected.length).toBeGreaterThan(150)
    expect(corrected.filter((line) => search.analyse(line).corrected !== null)).toEqual([])
  })
})

describe('a word that is known', () => {
  const small = createSearch(
    buildIndex([
      ...Array.from({ length: 40 }, (_, at) => document(`a${at}`, `Đăng ký kết hôn ở xã ${at}`)),
      document('b', 'Cấp lại giấy chứng nhận hết hiệu lực'),
      document('c', 'Hướng dẫn về hôn nhân'),
    ]),
    lexiconOf({ common: ['hết'] }),
  )
  const wordsOf = (text: string): string =>
    small
      .analyse(text)
      .words.map((w) => w.folded)
      .join(' ')

  test('is replaced only where its neighbours leave no doubt', () => {
    expect(wordsOf('đăng ký hết hôn')).toBe('dang ki ket hon')
    expect(wordsOf('giấy chứng nhận hết hiệu lực')).toBe('giay chung nhan het hieu luc')
    expect(wordsOf('hết rồi, hôn nhân')).toBe('het roi hon nhan')
  })

  test('stays among what is looked for when it was replaced', () => {
    const { tokens } = small.analyse('đăng ký hết hôn')
    const names = tokens[2]?.readings.map(({ syllable }) => small.index.nameOfSyllable(syllable))
    expect(names?.slice(0, 2)).toEqual(['ket', 'het'])
  })

  test('does not give way to a word with other marks', () => {
    expect(wordsOf('cấp lái giấy chứng nhận')).toBe('cap lai giay chung nhan')
    expect(small.analyse('đăng ký bết hôn').corrected).toBe('đăng ký kết hôn')
    expect(small.analyse('đăng ký bét hôn').corrected).toBeNull()
  })
})

describe('a long letter', () => {
  const letter =
    'Kính gửi ủy ban. Gia đình tôi làm ruộng, năm ngoái nhà bị bão, mái tôn bay mất, phải ở nhờ nhà bà con mấy tháng trời. ' +
    'Nay tôi muốn xin cấp giấy phép xây dựng nhà ở thì nộp hồ sơ ở đâu?'

  test('counts less where it asks nothing', () => {
    const { tokens, words } = search.analyse(letter)
    const weightOf = (word: string) =>
      tokens[words.findIndex(({ folded }) => folded === word)]?.weight
    expect(weightOf('phep')).toBe(1)
    expect(weightOf('bao')).toBeLessThan(1)
    expect(weightOf('bao')).toBeGreaterThan(0)
  })

  test('counts whole when the sentence that asks does not say of what', () => {
    const { tokens, words } = search.analyse(
      'Tôi muốn xin cấp giấy phép xây dựng nhà ở riêng lẻ trên thửa đất mẹ cho, đã có sổ đỏ đứng tên hai vợ chồng tôi từ năm ngoái. Nộp ở đâu?',
    )
    expect(tokens[words.findIndex(({ folded }) => folded === 'phep')]?.weight).toBe(1)
  })
})

test('any text is read without an error, and quickly', () => {
  const texts = [
    'a'.repeat(2_000),
    'khaisinh'.repeat(200),
    'ơ '.repeat(1_000),
    '\u0301\u0302',
    '1.'.repeat(900),
  ]
  for (const text of texts) expect(search.analyse(text).tokens.length).toBeLessThanOrEqual(500)
})
