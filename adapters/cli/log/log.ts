import type { Command } from 'commander'
import type { CliApp, CliContext } from '../context.ts'
import { renderTable } from '../table.ts'
import { logWording as say } from './wording.ts'

const DEFAULT_LIMIT = '20'

/** `cchc log misses|ratings`: what citizens asked in vain, and what they thought of the answers. */
export function registerLog(program: Command, context: CliContext): void {
  const log = program.command('log').description(say.description).addHelpText('after', say.examples)
  log
    .command('misses')
    .option('--limit <n>', say.limit, DEFAULT_LIMIT)
    .description(say.misses)
    .addHelpText('after', say.missesExamples)
    .action(async ({ limit }: { limit: string }) => {
      context.print(await showMisses(await context.app(), Number(limit)))
    })
  log
    .command('ratings')
    .option('--limit <n>', say.limit, DEFAULT_LIMIT)
    .description(say.ratings)
    .addHelpText('after', say.ratingsExamples)
    .action(async ({ limit }: { limit: string }) => {
      context.print(await showRatings(await context.app(), Number(limit)))
    })
}

async function showMisses({ desk }: CliApp, limit: number) {
  const missed = await desk.missed(limit)
  const rows = missed.map(({ count, unhelpful, lastAt, reason, entryId, text }) => [
    String(count),
    String(unhelpful),
    say.day(lastAt),
    entryId === null ? (say.reasons[reason ?? ''] ?? reason ?? '') : say.answeredWith(entryId),
    text,
  ])
  const heading = [say.count, say.unhelpful, say.lastOn, say.reason, say.question]
  return {
    json: { misses: missed },
    text: rows.length > 0 ? renderTable(heading, rows) : say.noneMissed,
  }
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
