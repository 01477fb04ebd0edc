import { readFileSync } from 'node:fs'
import { ASPECTS, type Aspect } from '../../knowledge/index.ts'
import { knowledgeOf, shippedEntries, shippedLexicon } from '../support/knowledge/shipped.ts'
import { macroF1, parseAspectQuestions, scoreAspects } from '../support/knowledge/aspect-scores.ts'

/**
 * Prints precision, recall and F1 of each aspect on the practice set and on the exam (`node test/bench/aspects.ts`),
 * and the single errors of practice; those of the exam stay unseen.
 */
const knowledge = knowledgeOf(await shippedEntries(), await shippedLexicon())
const read = (name: string) =>
  parseAspectQuestions(readFileSync(new URL(name, import.meta.url), 'utf8'))
const practice = read('practice-aspects.jsonl')
const aspectsOf = (text: string): readonly Aspect[] => knowledge.aspectsOf(text)
const [practised, examined] = [
  scoreAspects(practice, aspectsOf),
  scoreAspects(read('../golden/aspects.jsonl'), aspectsOf),
]
const percent = (share: number): string => (100 * share).toFixed(1).padStart(6)
console.log('aspect           practice P     R    F1   exam P     R    F1')
for (const aspect of ASPECTS) {
  const columns = [practised, examined].map((scores) => {
    const { precision, recall, f1 } = scores[aspect]
    return percent(precision) + percent(recall) + percent(f1)
  })
  console.log(aspect.padEnd(18) + columns.join('   '))
}
console.log(`macro-F1: practice ${percent(macroF1(practised))}, exam ${percent(macroF1(examined))}`)

for (const { question, aspects } of practice) {
  const found = aspectsOf(question)
  const missing = aspects.filter((aspect) => !found.includes(aspect))
  const extra = found.filter((aspect) => !aspects.includes(aspect))
  if (missing.length + extra.length === 0) continue
  const signs = [...missing.map((aspect) => `-${aspect}`), ...extra.map((aspect) => `+${aspect}`)]
  const words = knowledge.wordsOf(question).map(({ folded }) => folded)
  console.log(`${signs.join(' ')} | ${question} | ${words.join(' ')}`)
}
