/** The process that `growth.ts` starts: measures one engine at one size and prints it as JSON. */
import { readCountry, readQuestions } from '../../support/knowledge/country.ts'
import { shippedLexicon } from '../../support/knowledge/shipped.ts'
import { createCollect } from './bytes.ts'
import { fts5 } from './fts5.ts'
import type { Growth, GrowthRequest } from './growth.ts'
import { measure } from './measure.ts'
import { miniSearchExact } from './mini-search.ts'
import { multiply } from './multiply.ts'
import { createOurs } from './ours.ts'
import { takeEvery } from './take-every.ts'

/** Questions before the clock counts: enough for the compiler, few enough for slow engines at 20,000. */
const WARM_UP_EVERY = 3

const { engine, size, every } = JSON.parse(process.argv[2] ?? '') as GrowthRequest
const engines = [createOurs(await shippedLexicon()), miniSearchExact, fts5]
const chosen = engines.find(({ name }) => name === engine)
if (chosen === undefined) throw new Error(`no engine named ${engine}`)
const entries = multiply(await readCountry(), size)
const questions = takeEvery(readQuestions(), every)
createCollect()()
const rssBefore = process.memoryUsage.rss()
const { indexMs, indexBytes, memoryBytes, latencyMs } = measure(chosen, {
  entries,
  questions,
  warmUp: takeEvery(questions, WARM_UP_EVERY),
})
const rssAfter = process.memoryUsage.rss()
const grown: Growth = {
  engine,
  entries: entries.length,
  indexMs,
  indexBytes,
  memoryBytes,
  rssBefore,
  rssAfter,
  latencyMs,
}
process.stdout.write(JSON.stringify(grown))
