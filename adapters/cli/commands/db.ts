import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { CliContext } from '../context.ts'
import { dbWording as say } from './wording.ts'

/** `cchc db migrate|backup|restore`. */
export function registerDb(program: Command, context: CliContext): void {
  const db = program.command('db').description(say.description).addHelpText('after', say.examples)
  const path = (file: string): string => resolve(context.cwd, file)
  db.command('migrate')
    .description(say.migrate)
    .addHelpText('after', say.migrateExamples)
    .action(async () => {
      const { migrated, place } = await (await context.database()).migrate()
      context.print({ json: { migrated, place }, text: say.migrated(migrated, place) })
    })
  db.command('backup')
    .argument('<file>', say.backupFile)
    .description(say.backup)
    .addHelpText('after', say.backupExamples)
    .action(async (file: string) => {
      const { createdAt, counts } = await (await context.database()).backup(path(file))
      context.print({ json: { file, createdAt, counts }, text: say.backedUp(file, sum(counts)) })
    })
  db.command('restore')
    .argument('<file>', say.restoreFile)
    .option('--force', say.force)
    .description(say.restore)
    .addHelpText('after', say.restoreExamples)
    .action(async (file: string, options: { force?: boolean }) => {
      const database = await context.database()
      const { createdAt, counts } = await database.restore(path(file), {
        force: options.force === true,
      })
      context.print({ json: { file, createdAt, counts }, text: say.restored(file, sum(counts)) })
    })
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0)
