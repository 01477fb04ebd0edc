import type { Command } from 'commander'
import type { GuardAnswer } from '../../../bot/index.ts'
import type { Answer, Candidate, Entry } from '../../../knowledge/index.ts'
import type { CliContext } from '../context.ts'
import { explanationText } from './explain/explanation-text.ts'
import { explainWording } from './explain/wording.ts'
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
      const { answer, text, elapsedMs, explain } = await ask(words.join(' '))
      const json = toJson(answer, text, elapsedMs)
      if (options.explain !== true) {
        context.print({ json, text })
        return
      }
      if (answer.outcome === 'guard') {
        const reason = explainWording.guarded(answer.kind)
        context.print({ json: { ...json, reason: answer.kind }, text: `${text}\n\n${reason}` })
        return
      }
      const explanation = explain()
      const shown = [
        explanationText(explanation, answer.outcome),
        explainWording.elapsed(elapsedMs),
      ]
      const why = answer.outcome === 'none' ? { reason: answer.reason } : {}
      context.print({
        json: { ...json, ...why, explanation },
        text: [text, ...shown].join('\n\n'),
      })
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
