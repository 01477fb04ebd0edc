import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { newFolder, runJson, runProgram } from '../support/process/program.ts'
import { procedure } from '../support/records.ts'

const KB = [
  procedure(1, { code: '1.000001', name: 'Đăng ký khai sinh' }),
  procedure(2, { code: '1.000002', name: 'Đăng ký kết hôn' }),
  procedure(3, { code: '1.000003', name: 'Cấp giấy phép xây dựng nhà ở riêng lẻ' }),
  procedure(4, { code: '1.000004', name: 'Đăng ký thành lập hộ kinh doanh' }),
]
const QUESTIONS = [
  {
    question: 'đăng ký khai sinh',
    procedure_id: '1.000001',
    acceptable_ids: [],
    hard: false,
    variants: {
      unaccented: 'dang ky khai sinh',
      typo2: 'đăng kí khai snih',
      telex: 'ddawng ky khai sinh',
      tonePlacement: 'đăng ký khai sinh',
    },
  },
  // Right by an acceptable id; the id of the procedure itself is not in the file at all.
  {
    question: 'đăng ký kết hôn',
    procedure_id: '9.999999',
    acceptable_ids: ['1.000002'],
    hard: true,
    variants: { unaccented: 'dang ky ket hon' },
  },
  // Never right: its answer is not in the file.
  { question: 'cấp giấy phép xây dựng nhà ở', procedure_id: '8.888888', hard: true },
  { question: 'đăng ký thành lập hộ kinh doanh', procedure_id: '1.000004' },
]
const OUT_OF_SCOPE = [{ question: 'thời tiết ngày mai thế nào' }, { question: 'giá vàng hôm nay' }]

const lines = (rows: readonly unknown[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('')

async function putFiles(): Promise<string> {
  const folder = await newFolder()
  await writeFile(join(folder, 'kb.jsonl.gz'), gzipSync(lines(KB)))
  await writeFile(join(folder, 'questions.jsonl'), `\uFEFF${lines(QUESTIONS)}\n`)
  await writeFile(join(folder, 'others.jsonl'), lines(OUT_OF_SCOPE))
  return folder
}

const FIELDS = [
  ...['answered', 'confidentWrong', 'hard', 'hitAt1', 'hitAt3', 'hitAt5', 'indexBuildMs'],
  ...['latencyMs', 'mrr10', 'n', 'outOfScopeAnswered', 'rssMb'],
]
const BASE = ['eval', '--kb', 'kb.jsonl.gz', '--questions', 'questions.jsonl']

test('eval counts as the contract says, over the records of the file alone', async () => {
  const env = { INIT_CWD: await putFiles() }
  const words = [...BASE, '--out-of-scope', 'others.jsonl', '--variants']
  const { code, json, err } = await runJson(words, { env })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(Object.keys(json).toSorted()).toEqual([...FIELDS, 'variants'])
  expect(json).toMatchObject({
    ...{ n: 4, hitAt1: 0.75, hitAt3: 0.75, hitAt5: 0.75, mrr10: 0.75 },
    hard: { n: 2, hitAt1: 0.5, hitAt3: 0.5 },
    outOfScopeAnswered: 0,
    variants: {
      unaccented: { hitAt1: 1, hitAt3: 1 },
      typo2: { hitAt1: 1, hitAt3: 1 },
      telex: { hitAt1: 1, hitAt3: 1 },
      tonePlacement: { hitAt1: 1, hitAt3: 1 },
    },
  })
  const { answered, confidentWrong, latencyMs, indexBuildMs, rssMb } = json as {
    [name: string]: number
  } & { latencyMs: Record<'p50' | 'p95' | 'p99', number> }
  // Each of the four is either answered or asked back; the one that is wrong counts only when answered.
  expect([0, 0.25, 0.5, 0.75, 1]).toContain(answered)
  expect([0, 0.25]).toContain(confidentWrong)
  expect(latencyMs.p50).toBeGreaterThan(0)
  expect(latencyMs.p50).toBeLessThanOrEqual(latencyMs.p95)
  expect(latencyMs.p95).toBeLessThanOrEqual(latencyMs.p99)
  expect(indexBuildMs).toBeLessThan(1_000)
  expect(rssMb).toBeGreaterThan(30)
  expect(rssMb).toBeLessThan(1_000)

  const short = await runJson(BASE, { env })
  expect(Object.keys(short.json).toSorted()).toEqual(FIELDS)
  expect(short.json).toMatchObject({ outOfScopeAnswered: null })
})

test('eval names the file and the line that are wrong', async () => {
  const folder = await putFiles()
  const env = { INIT_CWD: folder }
  const good = lines(QUESTIONS.slice(0, 1))
  const wrong: [string, string, string[]][] = [
    ['--questions', `${good}{"question":\n`, ['dòng 2']],
    ['--questions', `${good}\n{"question":"x"}\n`, ['dòng 3']],
    ['--questions', '', ['không có câu hỏi']],
    ['--out-of-scope', `${lines(OUT_OF_SCOPE)}{"q":"x"}\n`, ['dòng 3']],
    ['--kb', `${lines(KB.slice(0, 1))}{"code":\n`, ['wrong.jsonl', 'dòng 2']],
    ['--kb', '{"code":"1.000001"}\n', ['--kb']],
    ['--kb', '', ['--kb']],
  ]
  for (const [option, text, named] of wrong) {
    await writeFile(join(folder, 'wrong.jsonl'), text)
    const { code, json } = await runJson([...BASE, option, 'wrong.jsonl'], { env })
    expect({ option, text, code }).toEqual({ option, text, code: 2 })
    for (const name of named) {
      expect(json).toEqual({ error: { kind: 'input', message: expect.stringContaining(name) } })
    }
  }
  for (const option of ['--kb', '--questions', '--out-of-scope']) {
    const { code, err } = await runProgram([...BASE, option, 'missing.jsonl'], { env })
    expect({ option, code }).toEqual({ option, code: 2 })
    expect(err).toMatch(/^[^\n]*missing\.jsonl[^\n]*\n$/)
  }
})
