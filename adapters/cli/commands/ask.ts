import type { Command } from 'commander'
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
      const why = options.explain && answer.outcome === 'none' ? { reason: answer.reason } : {}
      const json = { ...toJson(answer, text, elapsedMs), ...why }
      context.print({ json, text: text + explained })
    })
}

const identity = ({ id, code, title, kind }: Entry) => ({ id, code, title, kind })

const candidateJson = ({ entry, score }: Candidate) => ({
  id: entry.id,
  code: entry.code,
  title: entry.title,
  score: Math.round(score * 10_000) / 10_000,
})

/** The fields that others build on: no more, no less. */
const toJson = (answer: Answer, text: string, elapsedMs: number) => ({
  outcome: answer.outcome,
  entry: answer.outcome === 'answer' ? identity(answer.entry) : null,
  candidates: answer.candidates.map(candidateJson),
  aspects: answer.aspects,
  text,
  elapsedMs,
})

function explain(answer: Answer, elapsedMs: number): string {
  const rows = answer.candidates.map(
    ({ entry, score }) => `${(score * 100).toFixed(1).padStart(6)} %  ${entry.id}  ${entry.title}`,
  )
  return [say.explained(answer.outcome, answer.aspects, elapsedMs), ...rows].join('\n')
}
