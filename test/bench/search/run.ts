/**
 * Ours beside other search engines, on the real procedures and labelled questions that lie beside the repository:
 * accuracy, time, memory, growth (`npm run bench:search -- --help`).
 */
import { availableParallelism, loadavg } from 'node:os'
import { toError } from '../../../core/index.ts'
import { hasCountry, readCountry, readQuestions } from '../../support/knowledge/country.ts'
import { shippedLexicon } from '../../support/knowledge/shipped.ts'
import { compare, type Entrant } from './compare.ts'
import { fts5 } from './fts5.ts'
import { fuseTokens, fuseWhole } from './fuse.ts'
import { GROWTH_ENGINES, measureGrowth, SIZES, type Growth } from './growth.ts'
import { miniSearchExact, miniSearchLoose } from './mini-search.ts'
import { HELP, NOTHING_TO_MEASURE, readOptions, type BenchOptions } from './options.ts'
import { createOurs } from './ours.ts'
import { toMarkdown, type BenchResult } from './report.ts'
import { takeEvery } from './take-every.ts'

const QUICK_EVERY = 5
/** Growth is about time and memory: half of the questions tell as much as all. */
const GROWTH_EVERY = 2

const say = (line: string): void => void process.stderr.write(`${line}\n`)

async function runBench({ isQuick, fuseEvery }: BenchOptions): Promise<BenchResult> {
  const machine = { cores: availableParallelism(), loadBefore: loadavg()[0] ?? 0 }
  const entries = await readCountry()
  const questions = takeEvery(readQuestions(), isQuick ? QUICK_EVERY : 1)
  const others: Entrant[] = [miniSearchExact, miniSearchLoose, fts5].map((engine) => ({
    engine,
    every: 1,
  }))
  const slow: Entrant[] = [fuseWhole, fuseTokens].map((engine) => ({ engine, every: fuseEvery }))
  const entrants = isQuick ? others : [...others, ...slow]
  const ours = createOurs(await shippedLexicon())
  const engines = compare(ours, entrants, { entries, questions }, (name) => say(`${name} ✓`))
  const growth = await measureSizes(
    SIZES.filter((size) => !isQuick || size <= entries.length),
    isQuick ? QUICK_EVERY : GROWTH_EVERY,
  )
  return { entries: entries.length, engines, growth, machine }
}

async function measureSizes(sizes: readonly number[], every: number): Promise<Growth[]> {
  const growth: Growth[] = []
  for (const size of sizes) {
    for (const engine of GROWTH_ENGINES) {
      // one at a time: beside each other they would measure each other
      growth.push(await measureGrowth({ engine, size, every }))
      say(`${engine}, ${size} ✓`)
    }
  }
  return growth
}

/** Null after saying what is wrong with the command line. */
function parseOptions(args: readonly string[]): BenchOptions | null {
  try {
    return readOptions(args)
  } catch (error) {
    say(`${toError(error).message}\n\n${HELP}`)
    process.exitCode = 2
    return null
  }
}

async function main(args: readonly string[]): Promise<void> {
  const options = parseOptions(args)
  if (options === null) return
  if (options.isHelp) return void process.stdout.write(HELP)
  if (!hasCountry) return void process.stdout.write(NOTHING_TO_MEASURE)
  const result = await runBench(options)
  if (!options.isJson) return void process.stdout.write(toMarkdown(result))
  process.stderr.write(toMarkdown(result))
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
}

await main(process.argv.slice(2))
