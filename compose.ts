import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as core from './core/index.ts'
import * as knowledge from './knowledge/index.ts'
import { createDesk } from './desk/index.ts'
import { createPruneJob, createRetentionJob, createScheduler } from './jobs/index.ts'
import { answerOnce, createConversation } from './bot/index.ts'
import * as files from './adapters/files/index.ts'
import { createLogger } from './adapters/log/index.ts'
import { createCronTicker } from './adapters/queue/index.ts'
import * as sql from './adapters/sql/index.ts'
import { createWebApp, startWebServer } from './adapters/web/index.ts'
import { createIndexBuilder } from './adapters/worker/index.ts'
import { composeWording, type CliParts } from './adapters/cli/index.ts'
import { callerFolder, type Config } from './config.ts'

/** Every part of the program, each made when the first command needs it; `close` ends them in reverse. */
export interface Composition extends CliParts {
  close(): Promise<void>
}

const RESUME_EVERY_MS = 5_000

export function compose(
  readConfig: () => Config,
  clock: core.Clock = core.systemClock,
  random: core.Random = core.systemRandom,
): Composition {
  const newId = core.createNewId(clock, random)
  const ends: (() => Promise<void>)[] = []
  const config = once(readConfig)
  const logger = once(() => createLogger(config().logLevel))
  const readFiles = files.createFileReader()
  const lexicon = once(async () =>
    knowledge.compileLexicon(
      await files.readLexiconFolder(join(config().contentFolder, 'lexicon')),
    ),
  )
  const calendar = once(async () =>
    core.createWorkingCalendar(
      await files.readCalendarFile(
        join(config().contentFolder, 'calendar', 'working-calendar.yaml'),
      ),
    ),
  )

  const database = once(async () => {
    const opened = await sql.openDatabase(config().store, { clock })
    ends.push(opened.close)
    return opened
  })

  const stores = once(async () => {
    const opened = await database()
    return {
      database: opened,
      transact: opened.transact,
      revisions: sql.createRevisionStore(opened),
      questions: sql.createAskedQuestionStore(opened),
      inbox: sql.createInboxStore(opened),
      replies: sql.createReplyStore(opened),
      sessions: sql.createSessionStore(opened),
      runs: sql.createJobRunStore(opened),
      leases: sql.createLeaseStore(opened),
      snapshots: files.createSnapshotFolder(join(config().dataFolder, 'index')),
    }
  })

  /** The data folder as every command may expect it: migrated, with the shipped content in. */
  const ready = once(async () => {
    const { revisions: store, transact, ...rest } = await stores()
    const content = files.createShippedFolder(config().contentFolder, readFiles)
    await knowledge.ensureShippedContent({ store, clock, newId, transact, content })
    return { ...rest, store, transact }
  })

  const live = once(async () => {
    const { store, snapshots } = await ready()
    const made = knowledge.createLiveKnowledge({
      published: {
        currentNumber: async () => (await store.current())?.number ?? 0,
        entriesOfCurrent: () => knowledge.entriesOfCurrent(store),
      },
      builder: createIndexBuilder(),
      snapshots,
      lexicon: await lexicon(),
      clock,
      onError: (err) => logger().error({ err }, 'knowledge not refreshed'),
      onSwap: ({ revision }) => logger().debug({ revision }, 'knowledge swapped'),
    })
    ends.push(made.stop)
    await made.refresh()
    return made
  })

  const serve = async () => {
    const { store, ...parts } = await ready()
    const source = await live()
    await source.start()
    const owner = newId()
    const conversation = createConversation({
      knowledge: source,
      calendar: await calendar(),
      desk: createDesk({ questions: parts.questions, clock }),
      clock,
      newId,
      logger: logger(),
      ...parts,
    })
    const leaseKeeper = core.createLeaseKeeper({ store: parts.leases, clock, owner })
    const scheduler = createScheduler({
      jobs: [
        createRetentionJob({ clock, questionDays: config().questionRetentionDays, ...parts }),
        createPruneJob({ clock, revisions: store, ...parts }),
      ],
      runs: parts.runs,
      leaseKeeper,
      ticker: createCronTicker(),
      clock,
      owner,
      logger: logger(),
    })
    const app = createWebApp({
      conversation,
      knowledge: source,
      clock,
      random,
      logger: logger(),
      settings: {
        unitName: config().unitName ?? composeWording.anyUnit,
        trustedProxies: config().trustedProxies,
      },
      ready: async () => {
        await parts.database.ping()
        return { ok: true, detail: `revision ${source.current().revision}` }
      },
    })
    const server = await startWebServer({ app, host: config().host, port: config().port })
    const stopResuming = repeat(clock, RESUME_EVERY_MS, conversation.resume, (err) =>
      logger().error({ err }, 'waiting messages not answered'),
    )
    scheduler.start()
    ends.push(leaseKeeper.stop, scheduler.stop, stopResuming, server.stop)
    const { revision, entries } = source.current()
    return {
      url: server.url,
      data: parts.database.describe(),
      revision,
      entries: entries().length,
    }
  }

  return {
    cwd: callerFolder(),
    clock,
    settings: config,
    serve,
    app: async () => {
      const { store, questions, runs } = await ready()
      return {
        revisions: knowledge.createRevisionService({ store, clock, newId }),
        entriesOfCurrent: () => knowledge.entriesOfCurrent(store),
        desk: createDesk({ questions, clock }),
        jobRuns: runs,
        readFiles,
        writeRecords: files.writeRecords,
        ask: async (question) => {
          const source = (await live()).current()
          const day = core.localDateOf(clock.now())
          const start = performance.now()
          const { answer, text } = answerOnce(source, question, { day, calendar: await calendar() })
          const elapsedMs = Math.round((performance.now() - start) * 100) / 100
          return { answer, text, elapsedMs }
        },
      }
    },
    database: async () => {
      const opened = await database()
      return {
        migrate: async () => ({ migrated: opened.migrated, place: opened.describe() }),
        backup: (file) => sql.backupDatabase(opened, file),
        restore: (file, options) => sql.restoreDatabase(opened, file, options),
      }
    },
    evaluate: async ({ kb, questions, outOfScope, withVariants }) => {
      const result = await knowledge.evaluateFiles({
        records: readFiles([kb]),
        questions: await namedText(questions),
        outOfScope: outOfScope === null ? null : await namedText(outOfScope),
        withVariants,
        lexicon: await lexicon(),
        day: core.localDateOf(clock.now()),
        nowMs: () => performance.now(),
      })
      return { ...result, rssMb: Math.round(process.memoryUsage().rss / 1e6) }
    },
    close: async () => {
      for (let end = ends.pop(); end !== undefined; end = ends.pop()) await end()
    },
  }
}

/** Makes the part at the first call and gives the same one afterwards. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}

/** Does the work again and again until the returned function is called; it waits for work in hand. */
function repeat(
  clock: core.Clock,
  everyMs: number,
  work: () => Promise<unknown>,
  onError: (error: Error) => void,
): () => Promise<void> {
  const ending = new AbortController()
  const loop = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await work().catch((thrown: unknown) => onError(core.toError(thrown)))
      await clock.sleep(everyMs, ending.signal)
    }
  }
  const running = loop()
  return async () => {
    ending.abort()
    await running
  }
}

async function namedText(file: string): Promise<knowledge.NamedText> {
  try {
    return { name: file, text: await readFile(file, 'utf8') }
  } catch (cause) {
    throw new core.Failure('input', composeWording.notReadable(file), { cause })
  }
}
