import { expect, test } from 'vitest'
import type { LabelledQuestion } from '../../../knowledge/index.ts'
import { makeEntry } from '../../support/bot/entries.ts'
import { shippedLexicon } from '../../support/knowledge/shipped.ts'
import { compare } from './compare.ts'
import type { Engine } from './engine.ts'
import { fts5 } from './fts5.ts'
import { fuseTokens, fuseWhole } from './fuse.ts'
import { miniSearchExact, miniSearchLoose } from './mini-search.ts'
import { createOurs } from './ours.ts'
import { toMarkdown } from './report.ts'

const TITLES = [
  'Đăng ký nuôi ong mật trong rừng phòng hộ',
  'Cấp giấy phép thả diều ban đêm',
  'Xác nhận số lượng chim bồ câu đưa thư',
  'Hỗ trợ sửa chữa cối xay gió hộ gia đình',
  'Thẩm định thiết kế xuồng ba lá chở khách',
  'Công nhận làng làm đèn lồng giấy',
]
const entries = TITLES.map((title, at) =>
  makeEntry({
    id: `1.00000${at}`,
    title,
    level: 'Cấp Xã',
    text: 'Nộp hồ sơ tại bộ phận một cửa.',
  }),
)
const questions: LabelledQuestion[] = TITLES.map((title, at) => ({
  question: title,
  procedureId: `1.00000${at}`,
  acceptableIds: [],
  isHard: at % 2 === 0,
  variants: {},
}))

const others: Engine[] = [miniSearchExact, miniSearchLoose, fts5, fuseWhole, fuseTokens]
const ours = createOurs(await shippedLexicon())

test.each([ours, ...others])('$name finds a plain title, with and without diacritics', (engine) => {
  const built = engine.build(entries)
  for (const [at, title] of TITLES.entries()) {
    expect(built.search(title)[0]).toBe(`1.00000${at}`)
  }
  expect(built.search('cap giay phep tha dieu ban dem')[0]).toBe('1.000001')
  expect(built.search('"*( -:^?')).toEqual([])
  built.close()
})

test('the comparison counts every engine on the questions that it was asked, and prints it', () => {
  const entrants = others.map((engine, at) => ({ engine, every: at === 0 ? 2 : 1 }))
  const told: string[] = []
  const engines = compare(ours, entrants, { entries, questions }, (name) => told.push(name))
  expect(told).toEqual(['ours', ...others.map(({ name }) => name)])
  expect(engines.map(({ n, nHard }) => [n, nHard])).toEqual([
    [6, 3],
    [3, 3],
    ...Array.from({ length: 4 }, () => [6, 3]),
  ])
  for (const { all, hard, lead, indexMs, latencyMs } of engines) {
    expect([all['hit@1'].mean, hard['MRR@10'].mean, lead?.all['hit@1'].mean ?? 0]).toEqual([
      1, 1, 0,
    ])
    expect(Math.min(indexMs, latencyMs.p50)).toBeGreaterThan(0)
  }
  expect(engines.map(({ indexBytes }) => (indexBytes ?? 0) > 0)).toEqual(
    [true, false, false, true, false, false], // ours and SQLite know theirs
  )
  const machine = { cores: 2, loadBefore: 0.25 }
  const markdown = toMarkdown({ entries: entries.length, engines, growth: [], machine })
  expect(markdown).toMatch(/^\| ours +\| 6 \(3\) +\| 1\.000 \(1\.000–1\.000\) \|/m)
  expect(markdown).toContain('2 cores, load 0.3 before')
  expect(markdown).toContain('Slow: asked only 3 of the 6 questions.')
  const widths = markdown
    .split('\n\n')
    .filter((part) => part.startsWith('|'))
    .map((part) => new Set(part.split('\n').map((line) => line.split('|').length)).size)
  expect(widths.slice(0, 3)).toEqual([1, 1, 1])
})

test('an engine that finds another entry loses, and ours leads by it', () => {
  const blind: Engine = {
    name: 'blind',
    settings: 'always the same entry',
    build: () => ({
      search: () => ['1.000000'],
      indexBytes: 0,
      foreignBytes: 0,
      close: () => {},
    }),
  }
  const [, row] = compare(ours, [{ engine: blind, every: 1 }], { entries, questions }, () => {})
  expect(row!.all['hit@1'].mean).toBeCloseTo(1 / 6)
  expect(row!.lead!.all['hit@1'].mean).toBeCloseTo(5 / 6)
  expect(row!.hard['hit@5'].mean).toBeCloseTo(1 / 3)
  expect(row!.timesOurs).toBeLessThan(1)
})
