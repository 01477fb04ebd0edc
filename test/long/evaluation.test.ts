import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, runJson } from '../support/process/program.ts'

const DATA = join(ROOT, '../shared/data')
const hasData = existsSync(join(DATA, 'procedures.jsonl.gz'))
if (!hasData) console.log('Skipped: the real procedures and questions are not beside the program.')

// the real texts are not part of the repository
test.skipIf(!hasData)(
  'cchc eval --variants gives every figure on the real procedures',
  async () => {
    const { code, json, err } = await runJson([
      ...['eval', '--variants', '--kb', join(DATA, 'procedures.jsonl.gz')],
      ...['--questions', join(DATA, 'questions-dev.jsonl')],
      ...['--out-of-scope', join(DATA, 'out-of-scope-dev.jsonl')],
    ])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    console.log(JSON.stringify(json))
    const rate = expect.toSatisfy((value: unknown) => Number(value) >= 0 && Number(value) <= 1)
    const hits = { hitAt1: rate, hitAt3: rate }
    expect(json).toEqual({
      ...{ n: 346, hitAt1: rate, hitAt3: rate, hitAt5: rate, mrr10: rate },
      hard: { n: 87, ...hits },
      ...{ answered: rate, confidentWrong: rate, outOfScopeAnswered: rate },
      latencyMs: { p50: expect.any(Number), p95: expect.any(Number), p99: expect.any(Number) },
      variants: { unaccented: hits, typo2: hits, telex: hits, tonePlacement: hits },
      ...{ indexBuildMs: expect.any(Number), rssMb: expect.any(Number) },
    })
    // The bars of this stage; a later one raises them.
    expect(json['hitAt1']).toBeGreaterThanOrEqual(0.66)
    expect(json['hitAt3']).toBeGreaterThanOrEqual(0.83)
    expect(json['outOfScopeAnswered']).toBeLessThanOrEqual(0.08)
  },
)
