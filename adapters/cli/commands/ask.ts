import type { Command } from 'commander'
import type { GuardAnswer } from '../../../bot/index.ts'
import type { Answer, Candidate, Entry } from '../../../knowledge/index.ts'
import type { CliContext } from '../context.ts'
import { askWording as say } from './wording.ts'

/** `cchc ask "…"`: one question, one answer, nothing stored. */
export function registerAsk(program: Command, context: CliContext): void {
  program
    .command('ask')
    .argument('<question...>', say.argument)
    .option('--explain', say.explain)
    .description(say.description)
    .addHelpText('after', say.examples)
    .action(async (words: string[], options: { explain?: boolean }) => {
      const { ask } = await context.app()
      const { answer, text, elapsedMs } = await ask(words.join(' '))
      const explained = options.explain ? `\n\n${explain(answer, elapsedMs)}` : ''
      const why = options.explain ? reasonOf(answer) : {}
      const json = { ...toJson(answer, text, elapsedMs), ...why }
      context.print({ json, text: text + explained })
    })
}

/** A guide or FAQ bears the code of the procedure that it is about. */
const codeOf = ({ code, about }: Entry): string | null => code ?? about

const identity = (entry: Entry) => ({
  id: entry.id,
  code: codeOf(entry),
  title: entry.title,
  kind: entry.kind,
})

const candidateJson = ({ entry, score }: Candidate) => ({
  id: entry.id,
  code: codeOf(entry),
  title: entry.title,
  score: Math.round(score * 10_000) / 10_000,
})

/** The fields that others build on: no more, no less. */
const toJson = (answer: Answer | GuardAnswer, text: string, elapsedMs: number) => ({
  outcome: answer.outcome,
  entry: answer.outcome === 'answer' ? identity(answer.entry) : null,
  candidates: answer.candidates.map(candidateJson),
  aspects: answer.aspects,
  text,
  elapsedMs,
})

/** Why nothing was looked up, or nothing found. */
function reasonOf(answer: Answer | GuardAnswer): { reason?: string } {
  if (answer.outcome === 'guard') return { reason: answer.kind }
  return answer.outcome === 'none' ? { reason: answer.reason } : {}
}

function explain(answer: Answer | GuardAnswer, elapsedMs: number): string {
  const rows = answer.candidates.map(
    ({ entry, score }) => `${(score * 100).toFixed(1).padStart(6)} %  ${entry.id}  ${entry.title}`,
  )
  return [say.explained(answer.outcome, answer.aspects, elapsedMs), ...rows].join('\n')
}
