import { readFileSync } from 'node:fs'
import { ASPECTS, type Aspect } from '../../knowledge/index.ts'
import { knowledgeOf, shippedEntries, shippedLexicon } from '../support/knowledge/shipped.ts'
import { macroF1, parseAspectQuestions, scoreAspects } from '../support/knowledge/aspect-scores.ts'

/**
 * Prints precision, recall and F1 of each aspect on both practice sets and on the exam (`node test/bench/aspects.ts`),
 * and the single errors of practice; those of the exam stay unseen. With `--practice` the exam is left alone.
 */
const knowledge = knowledgeOf(await shippedEntries(), await shippedLexicon())
const read = (name: string) =>
  parseAspectQuestions(readFileSync(new URL(name, import.meta.url), 'utf8'))
const practice = ['practice-aspects.jsonl', 'practice-aspects-2.jsonl'].map(read)
const isPracticeOnly = process.argv.includes('--practice')
const sets = isPracticeOnly ? practice : [...practice, read('../golden/aspects.jsonl')]
const aspectsOf = (text: string): readonly Aspect[] => knowledge.aspectsOf(text)
const scored = sets.map((questions) => scoreAspects(questions, aspectsOf))
const percent = (share: number): string => (100 * share).toFixed(1).padStart(6)
const names = ['practice', 'practice 2', 'exam'].slice(0, sets.length)
console.log('aspect            ' + names.map((name) => `${name} P, R, F1`.padEnd(21)).join(''))
for (const aspect of ASPECTS) {
  const columns = scored.map((scores) => {
    const { precision, recall, f1 } = scores[aspect]
    return percent(precision) + percent(recall) + percent(f1)
  })
  console.log(aspect.padEnd(18) + columns.join('   '))
}
const macros = scored.map((scores, at) => `${names[at] ?? ''} ${percent(macroF1(scores))}`)
console.log(`macro-F1: ${macros.join(', ')}`)

for (const { question, aspects } of practice.flat()) {
  const found = aspectsOf(question)
  const missing = aspects.filter((aspect) => !found.includes(aspect))
  const extra = found.filter((aspect) => !aspects.includes(aspect))
  if (missing.length + extra.length === 0) continue
  const signs = [...missing.map((aspect) => `-${aspect}`), ...extra.map((aspect) => `+${aspect}`)]
  const words = knowledge.wordsOf(question).map(({ folded }) => folded)
  console.log(`${signs.join(' ')} | ${question} | ${words.join(' ')}`)
}
