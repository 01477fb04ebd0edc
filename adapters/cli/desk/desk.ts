import type { Command } from 'commander'
import type { CliApp, CliContext } from '../context.ts'
import { renderTable } from './table.ts'
import { deskWording as say } from './wording.ts'

const DEFAULT_LIMIT = '20'

/** `cchc desk missed|ratings`: what citizens asked in vain, and what they thought of the answers. */
export function registerDesk(program: Command, context: CliContext): void {
  const desk = program
    .command('desk')
    .description(say.description)
    .addHelpText('after', say.examples)
  desk
    .command('missed')
    .option('--limit <n>', say.limit, DEFAULT_LIMIT)
    .description(say.missed)
    .addHelpText('after', say.missedExamples)
    .action(async ({ limit }: { limit: string }) => {
      context.print(await showMissed(await context.app(), Number(limit)))
    })
  desk
    .command('ratings')
    .option('--limit <n>', say.limit, DEFAULT_LIMIT)
    .description(say.ratings)
    .addHelpText('after', say.ratingsExamples)
    .action(async ({ limit }: { limit: string }) => {
      context.print(await showRatings(await context.app(), Number(limit)))
    })
}

async function showMissed({ desk }: CliApp, limit: number) {
  const missed = await desk.missed(limit)
  const rows = missed.map(({ count, lastAt, reason, text }) => [
    String(count),
    say.day(lastAt),
    say.reasons[reason ?? ''] ?? reason ?? '',
    text,
  ])
  const heading = [say.count, say.lastOn, say.reason, say.question]
  return { json: { missed }, text: rows.length > 0 ? renderTable(heading, rows) : say.noneMissed }
}

async function showRatings({ desk, entriesOfCurrent }: CliApp, limit: number) {
  const counts = await desk.ratings(limit)
  const { entries } = await entriesOfCurrent()
  const titles = new Map(entries.map((entry) => [entry.id, entry.shortTitle]))
  const ratings = counts.map((count) => ({ ...count, title: titles.get(count.entryId) ?? null }))
  const rows = ratings.map(({ helpful, unhelpful, entryId, title }) => [
    String(unhelpful),
    String(helpful),
    entryId,
    title ?? say.retired,
  ])
  const heading = [say.unhelpful, say.helpful, say.code, say.title]
  return { json: { ratings }, text: rows.length > 0 ? renderTable(heading, rows) : say.noneRated }
}
