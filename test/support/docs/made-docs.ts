import { factsCsv } from '../../../adapters/cli/kb/facts.ts'
import type { CliApp } from '../../../adapters/cli/context.ts'
import { EMPTY_UNIT } from '../../../core/index.ts'
import { factsOf } from '../../../knowledge/index.ts'
import {
  HAS_BEHAVIOUR_QUESTIONS,
  behaviourMarkdown,
  judge,
  readBehaviourItems,
  type Verdict,
} from './behaviour.ts'
import { coverageMarkdown, readThemes } from './coverage.ts'
import { SHIPPED_DAY } from './shipped-program.ts'

/** Files under docs/ that are made from the program, by path. */
export async function madeDocs(app: CliApp): Promise<Record<string, string>> {
  const { entries } = await app.entriesOfCurrent()
  return {
    'docs/facts.csv': factsCsv(factsOf(entries, EMPTY_UNIT)),
    'docs/coverage.md': coverageMarkdown(await readThemes(), entries),
    ...(HAS_BEHAVIOUR_QUESTIONS
      ? { 'docs/behaviour.md': behaviourMarkdown(await behaviourVerdicts(app), SHIPPED_DAY) }
      : {}),
  }
}

/** Asks every question of the behaviour list by itself and judges the reply. */
export async function behaviourVerdicts(app: CliApp): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const item of readBehaviourItems()) {
    const { answer, text } = await app.ask(item.q)
    const entries =
      answer.outcome === 'answer'
        ? [answer.entry]
        : answer.outcome === 'choose'
          ? answer.choices.map(({ entry }) => entry)
          : []
    const codes = entries.map(({ id, code, about }) => code ?? about ?? id)
    verdicts.push(judge(item, { outcome: answer.outcome, codes, text }))
  }
  return verdicts
}
