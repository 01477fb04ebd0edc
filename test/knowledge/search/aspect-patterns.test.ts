import { describe, expect, test } from 'vitest'
import { toSyllables } from '../../../core/index.ts'
import { compileAspectPatterns } from '../../../knowledge/search/aspect-patterns.ts'
import type { Aspect } from '../../../knowledge/index.ts'

const finder = compileAspectPatterns({
  words: { small: ['vậy', 'ạ'], không: ['không', 'hông'] },
  units: ['sổ hồng', 'thế nào'],
  patterns: {
    fee: ['tốn|mất …2 tiền <không>', '=phí bao_nhiêu'],
    conditions: ['có được …4 <không>'],
    form: ['mẫu -giáo …2 nào'],
    payment: ['nộp tiền …2 ở_đâu'],
    place_hours: ['ở_đâu'],
    status: ['xong chưa .'],
    nothing: ['được mất tiền không'],
  },
  weak: { online: ['trực_tuyến'] },
  yields: { fee: ['conditions'] },
  otherwise: { steps: ['làm sao'] },
})

/** Clauses end at commas. */
const aspectsIn = (text: string): Aspect[] => {
  const parts = text.split(',').map(toSyllables)
  const clauses = parts.flatMap((part, at) => part.map(() => at))
  return finder.find(parts.flat(), [], clauses).map(({ aspect }) => aspect)
}

describe('patterns of asking', () => {
  test.each<[string, Aspect[]]>([
    ['mất nhiều tiền không', ['fee']],
    ['mat nhieu tien hong vay', ['fee']],
    // gaps have an end, and none reaches into the next clause
    ['mất giấy tờ với tiền không', []],
    ['mất giấy, tiền không', []],
    // marks count where they were typed, always for `=`
    ['phí bao nhiêu', ['fee']],
    ['phi bao nhieu', []],
    ['có dược ở đây không', []],
    // a unit is taken whole or not at all
    ['co duoc cap so hong', []],
    ['co duoc cap so moi hong', ['conditions']],
    ['mẫu đơn thế nào', []],
    ['mẫu đơn nào', ['form']],
    ['mẫu giáo nào', []],
    ['xong chưa ạ', ['status']],
    ['xong chưa làm', []],
    // the longer reading, and `nothing`
    ['nộp tiền ở đâu', ['payment']],
    ['được mất tiền không', []],
    // weak ones only in a clause of their own
    ['nộp trực tuyến', ['online']],
    ['trực tuyến ở đâu', ['place_hours']],
    ['trực tuyến, ở đâu', ['place_hours', 'online']],
    ['có được mất tiền nhiều không', ['conditions']],
    // both where a word joins them, which "mã" is not
    ['có được mà mất tiền không', ['conditions', 'fee']],
    ['có được mã mất tiền không', ['conditions']],
    ['làm sao', ['steps']],
    ['ở đâu làm sao', ['place_hours']],
  ])('"%s": %j', (text, aspects) => {
    expect(aspectsIn(text).toSorted()).toEqual(aspects.toSorted())
  })

  test('the words of a match leave out its gaps', () => {
    const words = toSyllables('mất nhiều tiền không')
    expect(finder.find(words, [], [0, 0, 0, 0])).toEqual([{ aspect: 'fee', at: [0, 2, 3] }])
  })

  test('a list that does not exist is an error', () => {
    const data = { words: { small: ['ạ'] }, units: [], weak: {}, yields: {}, otherwise: {} }
    expect(() => compileAspectPatterns({ ...data, patterns: { fee: ['<giá>'] } })).toThrow('giá')
  })
})
