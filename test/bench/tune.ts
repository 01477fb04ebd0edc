/**
 * Fits the weights of the ranking and of the decision whether to answer (knowledge/search/fitted.ts) on the labelled
 * questions that lie beside the repository and on the practice questions (test/bench/practice-*.jsonl).
 *
 *   node test/bench/tune.ts            prints figures
 *   node test/bench/tune.ts --write    writes the weights, too
 *
 * The figures are cross-validated: every question is ranked and judged by weights that were fitted on others. The
 * weights to use are fitted on all of them. The exam (test/golden) is never read here. Run it after features, the
 * lexicon or the content changed; it takes some minutes.
 */
import { writeFileSync } from 'node:fs'
import { hasCountry } from '../support/knowledge/country.ts'
import { shippedLexicon } from '../support/knowledge/shipped.ts'
import { fitRanking, judge, judgeUnseen, shuffledFolds } from './tune/cross-validate.ts'
import { print, printAnswers, printHits, printOffers } from './tune/report.ts'
import { dot, sigmoid } from './tune/fit.ts'
import { answerFrom, fitConfidence, fitRelevance, see, type Seen } from './tune/sureness.ts'
import { askAll } from './tune/worlds.ts'
import { RANKING_WEIGHTS } from '../../knowledge/search/fitted.ts'

const SEED = 3
const SETS = [
  'country',
  'practice in the country',
  'practice',
  'country in all',
  'practice in all',
  'own lines',
] as const
const FITTED = new URL('../../knowledge/search/fitted.ts', import.meta.url)

/** How sure the first place is, by weights fitted without the question itself. */
function unseenSureness(seen: readonly Seen[]): (one: Seen) => number {
  const folds = shuffledFolds(seen.length, SEED + 1)
  const fitted = new Map(
    [...new Set(folds)].map((fold) => [
      fold,
      fitConfidence(seen.filter((_, at) => folds[at] !== fold)),
    ]),
  )
  const sureness = new Map(
    seen.map((one, at) => [one, sigmoid(dot(one.features, fitted.get(folds[at] ?? 0) ?? []))]),
  )
  return (one) => sureness.get(one) ?? 0
}

const source = (name: string, weights: readonly number[]): string =>
  `export const ${name}: readonly number[] = [\n${weights
    .map((weight) => `  ${Math.round(weight * 1_000) / 1_000},\n`)
    .join('')}]\n`

function write(
  ranking: number[],
  confidence: number[],
  relevance: number[],
  { portal, own }: { portal: number; own: number },
): void {
  writeFileSync(
    FITTED,
    [
      '/** Made by `node test/bench/tune.ts --write`; not written by hand. Weights stand in the order of their features. */\n',
      source('RANKING_WEIGHTS', ranking),
      '\n/** For: the first place is right. */\n',
      source('CONFIDENCE_WEIGHTS', confidence),
      '\n/** Answer when the first place is right with this probability, below it ask back: entries with question lines, and others. */\n',
      `export const ANSWER_FROM = { withLines: ${own.toFixed(2)}, others: ${portal.toFixed(2)} }\n`,
      '\n/** For: the right one is among the first four. */\n',
      source('RELEVANCE_WEIGHTS', relevance),
    ].join(''),
  )
  print('Written. Now: npx prettier --write knowledge/search/fitted.ts, and the tests.')
}

async function run(shouldWrite: boolean): Promise<void> {
  if (!hasCountry) {
    print('The records and questions of the country are not beside the repository: nothing to fit.')
    return
  }
  const asked = await askAll(await shippedLexicon())
  print('Weights in use, on the questions they were fitted on:')
  for (const set of SETS) {
    const used = asked.filter((one) => one.set === set)
    printHits(
      set,
      used.map((one) => judge(one, RANKING_WEIGHTS)),
    )
  }
  const unseen = judgeUnseen(asked, SEED)
  print('Every question by weights fitted on others (95 % intervals):')
  for (const set of SETS)
    printHits(
      set,
      unseen.filter((one) => one.asked.set === set),
    )
  const seen = unseen.map(see)
  print('Answered / wrongly answered, of all, by the threshold; fitted on others:')
  const sureness = unseenSureness(seen)
  printAnswers(seen, sureness)
  const thresholds = {
    portal: answerFrom(seen, 'country', sureness),
    own: answerFrom(seen, 'practice', sureness),
  }
  print(
    `  answered from ${thresholds.portal.toFixed(2)}, our own content ${thresholds.own.toFixed(2)}`,
  )
  const relevance = fitRelevance(seen)
  print('Offering a choice:')
  printOffers(seen, relevance)
  if (shouldWrite) write(fitRanking(asked), fitConfidence(seen), relevance, thresholds)
}

await run(process.argv.includes('--write'))
