import { beforeAll, describe, expect, test } from 'vitest'
import { foldText } from '../../../core/index.ts'
import type { Answer, Knowledge } from '../../../knowledge/index.ts'
import { sampleEntry, lexiconOf } from '../../support/knowledge/sample.ts'
import {
  knowledgeOf,
  shippedEntries,
  shippedLexicon,
  TODAY,
} from '../../support/knowledge/shipped.ts'

let knowledge: Knowledge
beforeAll(async () => {
  knowledge = knowledgeOf(await shippedEntries(), await shippedLexicon())
})
const ask = (question: string): Answer => knowledge.ask(question, { day: TODAY })
const idsOf = (answer: Answer): string[] =>
  answer.outcome === 'choose' ? answer.choices.map(({ entry }) => entry.id) : []

/** A word that fits several procedures: what it is typed with, the choices, and words that decide. */
interface Case {
  bare: string[]
  choices: string[]
  decided: [question: string, id: string][]
}

const CASES: Record<string, Case> = {
  'khai sinh': {
    bare: ['khai sinh', 'khai sinh mất bao lâu vậy ad', 'giấy khai sinh cần gì'],
    choices: ['1.001193', '2.000635', '1.004884', '1.004859'],
    decided: [
      ['làm khai sinh cho bé mới sinh', '1.001193'],
      ['trích lục khai sinh của mẹ', '2.000635'],
      ['khai sinh lại vì sổ gốc bị cháy', '1.004884'],
      ['sửa năm sinh trong khai sinh', '1.004859'],
    ],
  },
  'làm lại': {
    bare: ['làm lại', 'em muốn làm lại thì cần giấy tờ gì', 'cấp lại bao nhiêu tiền'],
    choices: ['1.014064', '3.000348', '2.000635', '1.002759'],
    decided: [
      ['làm lại căn cước bị mất', '1.014064'],
      ['làm lại bằng lái xe máy', '3.000348'],
      ['làm lại sổ bảo hiểm xã hội', '1.002759'],
    ],
  },
  'sang tên': {
    bare: ['sang tên', 'sang tên mất bao nhiêu tiền', 'sang tên cho con trai em'],
    choices: ['1.013831', '1.013076'],
    decided: [
      ['sang tên xe máy', '1.013076'],
      ['sang tên cái ô tô cũ', '1.013076'],
      ['sang tên sổ đỏ cho con', '1.013831'],
      ['sang tên chiếc wave mới mua lại', '1.013076'],
    ],
  },
  'công chứng': {
    bare: ['công chứng', 'công chứng bao nhiêu tiền ạ', 'xin công chứng cho má em cần gì'],
    choices: ['2.000815', '2.000884', '2.001035'],
    decided: [
      ['công chứng bằng đại học', '2.000815'],
      ['công chứng hợp đồng mua bán xe', '2.001035'],
      ['công chứng di chúc', '2.001019'],
    ],
  },
  'nhập khẩu': {
    bare: ['nhập khẩu', 'nhập khẩu cần gì vậy anh chị'],
    choices: ['1.004222', 'xuat-nhap-khau'],
    decided: [
      ['nhập khẩu vào nhà chồng', '1.004222'],
      ['nhập khẩu cho con mới sinh', '1.004222'],
      ['nhập khẩu thủy sản', 'xuat-nhap-khau'],
    ],
  },
  'mai táng': {
    bare: ['mai táng', 'mai táng được bao nhiêu tiền'],
    choices: ['2.000821', '1.001731', '1.014028', '1.010824'],
    decided: [
      ['mai táng cựu chiến binh', '2.002307'],
      ['mai táng thanh niên xung phong', '2.002308'],
      ['mai táng phí người khuyết tật', '1.001731'],
    ],
  },
  'giấy phép': {
    bare: ['giấy phép', 'xin giấy phép cần gì'],
    choices: ['1.013225', '1.001612', '3.000347', '2.000620'],
    decided: [
      ['giấy phép xây nhà', '1.013225'],
      ['giấy phép bán rượu', '2.000620'],
      ['giấy phép lái xe hết hạn', '3.000347'],
    ],
  },
  'hộ nghèo': {
    bare: ['hộ nghèo', 'hộ nghèo cần gì'],
    choices: ['1.011607', 'ho-ngheo', '1.011608'],
    decided: [
      ['xin vào hộ nghèo', '1.011607'],
      ['thoát hộ nghèo', '1.011608'],
      ['xét hộ nghèo cuối năm', '1.011606'],
    ],
  },
  bh: {
    bare: ['bh', 'bh ở đâu', 'bảo hiểm cần gì'],
    choices: ['1.014137', '1.001939', '1.001613', '1.001978'],
    decided: [
      ['bh thất nghiệp', '1.001978'],
      ['bh xã hội một lần', '1.001613'],
      ['bh y tế hộ gia đình', '1.001939'],
    ],
  },
  đk: {
    bare: ['đk', 'đk cần gì', 'dk cho vợ em'],
    choices: ['1.001193', '1.000894', '1.004194', '1.012575'],
    decided: [
      ['đk kết hôn', '1.000894'],
      ['đk tạm trú', '1.004194'],
      ['đk kinh doanh', '1.001612'],
    ],
  },
  'căn cước': {
    bare: ['căn cước', 'căn cước mất bao nhiêu tiền', 'căn cước mất mấy ngày'],
    choices: ['1.014061', '1.014063', '1.014064'],
    decided: [
      ['căn cước bị mất', '1.014064'],
      ['căn cước hết hạn', '1.014063'],
      ['căn cước cho bé 3 tuổi', '1.116410'],
    ],
  },
  'chuyển trường': {
    bare: ['chuyển trường', 'chuyển trường cho con cần gì'],
    choices: ['2.002481', '1.005099'],
    decided: [
      ['chuyển trường cấp 2', '2.002481'],
      ['chuyển trường tiểu học', '1.005099'],
      ['chuyển trường cho con đang học lớp 3', '1.005099'],
    ],
  },
  'gia hạn': {
    bare: ['gia hạn', 'xin gia hạn ở đâu'],
    choices: ['1.002755', '1.013227', '1.014201'],
    decided: [
      ['gia hạn tạm trú', '1.002755'],
      ['gia hạn giấy phép xây dựng', '1.013227'],
      ['gia hạn giấy phép lao động', '1.014201'],
    ],
  },
  'xác nhận': {
    bare: ['xác nhận', 'xin giấy xác nhận cần gì'],
    choices: ['1.004873', '1.010041', '2.002516', '2.000884'],
    decided: [
      ['xác nhận độc thân', '1.004873'],
      ['xác nhận nơi cư trú', '1.010041'],
      ['xác nhận sơ yếu lý lịch', '2.000884'],
    ],
  },
}

describe.each(Object.entries(CASES))('%s', (_word, { bare, choices, decided }) => {
  test.each(bare.flatMap((text) => [text, foldText(text)]))('%j is asked back', (question) => {
    expect(idsOf(ask(question))).toEqual(choices)
    const ids = ask(question).candidates.map(({ entry }) => entry.id)
    expect(ids.slice(0, choices.length)).toEqual(choices)
  })

  test.each(decided.flatMap(([text, id]) => [[text, id] as const, [foldText(text), id] as const]))(
    '%j means %s',
    (question, id) => {
      const answer = ask(question)
      expect(answer.candidates[0]?.entry.id).toBe(id)
      if (answer.outcome === 'answer') expect(answer.entry.id).toBe(id)
      expect(answer.outcome).not.toBe('none')
    },
  )
})

describe('open words and official terms', () => {
  const row = {
    ...{ phrases: ['nhập khẩu'], means: [], codes: ['1.000001', '1.000002'], ask: true },
    ...{ isOutOfScope: false, isAmbiguous: false },
  }
  const entries = [
    sampleEntry('1.000001', 'Đăng ký thường trú'),
    sampleEntry('1.000002', 'Hỏi về hàng hóa qua biên giới'),
    sampleEntry('1.000003', 'Cấp phép nhập khẩu thủy sản sống'),
    sampleEntry('1.000004', 'Thông báo lưu trú'),
  ]
  const small = (): Knowledge => knowledgeOf(entries, lexiconOf({ everyday: [row] }))

  test('the words alone are asked back, in the order of the lexicon', () => {
    expect(idsOf(small().ask('nhập khẩu', { day: TODAY }))).toEqual(['1.000001', '1.000002'])
  })

  test('inside a longer term that names have they are not', () => {
    const answer = small().ask('nhập khẩu thủy sản', { day: TODAY })
    expect(answer.candidates[0]?.entry.id).toBe('1.000003')
    expect(idsOf(answer)).not.toContain('1.000001')
  })

  test('a row that only asks back changes no ranking', () => {
    const rankOf = (asked: Knowledge) =>
      asked
        .explain('nhập khẩu thủy sản', { day: TODAY })
        .candidates.map(({ id, score }) => [id, score])
    expect(rankOf(small())).toEqual(rankOf(knowledgeOf(entries, lexiconOf())))
  })

  test('what was replaced is offered as what replaced it, once', () => {
    const [first, second, ...others] = entries as [(typeof entries)[0], (typeof entries)[0]]
    const ended = { ...first, isRepealed: true, replacedBy: second.id }
    const asked = knowledgeOf([ended, second, ...others], lexiconOf({ everyday: [row] }))
    expect(idsOf(asked.ask('nhập khẩu', { day: TODAY }))).not.toContain(first.id)
    const answer = asked.ask('nhập khẩu', { day: TODAY })
    expect(answer.candidates.filter(({ entry }) => entry.id === second.id).length).toBeLessThan(2)
  })
})
