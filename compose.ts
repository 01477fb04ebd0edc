import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import * as core from './core/index.ts'
import * as knowledge from './knowledge/index.ts'
import { createDesk } from './desk/index.ts'
import { createPruneJob, createRetentionJob, createScheduler } from './jobs/index.ts'
import { answerOnce, createConversation, createGuard } from './bot/index.ts'
import * as files from './adapters/files/index.ts'
import { createLogger } from './adapters/log/index.ts'
import { createCronTicker } from './adapters/queue/index.ts'
import * as sql from './adapters/sql/index.ts'
import { createWebApp, startWebServer } from './adapters/web/index.ts'
import { createIndexBuilder } from './adapters/worker/index.ts'
import { composeWording, type CliParts } from './adapters/cli/index.ts'
import { callerFolder, type Config } from './config.ts'

/** Every part of the program, each made when the first command needs it. */
export interface Composition extends CliParts {
  /** Whether this process serves until it is told to stop. */
  isServing(): boolean
  /** Leaves a line in the log about an error that nobody caught. */
  logCrash(error: Error): void
  /** Ends what was made, the latest first. */
  close(): Promise<void>
}

const RESUME_EVERY_MS = 1_000
const LOOK_FOR_UNIT_EVERY_MS = 1_000
/** Together less than the five seconds in which a process told to stop has to end. */
const END_REQUESTS_WITHIN_MS = 2_500
const END_JOBS_WITHIN_MS = 1_500

export function compose(
  readConfig: () => Config,
  clock: core.Clock = core.systemClock,
  random: core.Random = core.systemRandom,
): Composition {
  const newId = core.createNewId(clock, random)
  const ends: (() => Promise<void>)[] = []
  const config = once(readConfig)
  const logger = once(() => createLogger(config().logLevel))
  const warn = (text: string) => (err: Error) => logger().warn({ err }, text)
  const content = (...path: string[]): string => join(config().contentFolder, ...path)
  const readFiles = files.createFileReader()
  const lexiconData = once(() => files.readLexiconFolder(content('lexicon')))
  const lexicon = once(async () => knowledge.compileLexicon(await lexiconData()))
  const builder = once(createIndexBuilder)
  const calendar = once(async () =>
    core.createWorkingCalendar(
      await files.readCalendarFile(content('calendar', 'working-calendar.yaml')),
    ),
  )
  const guard = once(async () => createGuard(await files.readGuardFolder(content('guard'))))
  const browse = once(() => files.readBrowseFile(content('browse.yaml')))
  let isServing = false

  const database = once(async () => {
    const onConnectionLost = warn('database connection lost')
    const opened = await sql.openDatabase(config().store, { clock, onConnectionLost })
    ends.push(opened.close)
    return opened
  })

  /** The data folder as every command may expect it: migrated, with the shipped content in. */
  const stores = once(async () => {
    const opened = await database()
    const { transact } = opened
    const store = sql.createRevisionStore(opened)
    const shipped = files.createShippedFolder(content(), readFiles)
    await knowledge.ensureShippedContent({ store, clock, newId, transact, content: shipped })
    return {
      database: opened,
      store,
      transact,
      questions: sql.createAskedQuestionStore(opened),
      inbox: sql.createInboxStore(opened),
      replies: sql.createReplyStore(opened),
      sessions: sql.createSessionStore(opened),
      runs: sql.createJobRunStore(opened),
      leases: sql.createLeaseStore(opened),
      units: sql.createUnitStore(opened),
      setupCodes: sql.createSetupCodeStore(opened, random),
      snapshots: files.createSnapshotFolder(join(config().dataFolder, 'index')),
    }
  })

  const live = once(async () => {
    const { store, snapshots } = await stores()
    const made = knowledge.createLiveKnowledge({
      published: knowledge.publishedOf(store),
      builder: builder(),
      snapshots,
      clock,
      giveWay: () => setImmediate(),
      lexicon: await lexicon(),
      builtFor: knowledge.builtFor(await lexiconData()),
      onError: warn('knowledge not refreshed'),
      onSwap: ({ revision }) => logger().debug({ revision }, 'knowledge swapped'),
    })
    ends.push(made.stop)
    return made
  })

  const unit = once(async () => {
    const { units } = await stores()
    const { unitName: name } = config()
    const read = await files.readUnitFile(content('don-vi.yaml'))
    const file = { ...read, name: read.name ?? name }
    const onError = warn('unit not refreshed')
    const made = knowledge.createLiveUnit({ store: units, file, clock, onError })
    await made.refresh()
    return made
  })

  const startScheduler = async (): Promise<void> => {
    const { store: revisions, ...parts } = await stores()
    const owner = newId()
    const leaseKeeper = core.createLeaseKeeper({
      store: parts.leases,
      clock,
      owner,
      onError: warn('lease not renewed'),
    })
    const { questionRetentionDays: questionDays } = config()
    const scheduler = createScheduler({
      jobs: [
        createRetentionJob({ ...parts, clock, questionDays }),
        createPruneJob({ ...parts, clock, revisions }),
      ],
      ticker: createCronTicker(),
      stopLimitMs: END_JOBS_WITHIN_MS,
      runs: parts.runs,
      logger: logger(),
      leaseKeeper,
      clock,
      owner,
    })
    scheduler.start()
    ends.push(leaseKeeper.stop, scheduler.stop)
  }

  const setupUrlOf = async (base: string): Promise<string> =>
    `${base.replace(/\/$/, '')}/thiet-lap?ma=${await (await stores()).setupCodes.current()}`

  const serve = async () => {
    isServing = true
    const parts = await stores()
    const newest = await live()
    const liveUnit = await unit()
    const source = knowledge.localKnowledge(newest, liveUnit)
    const { host, port, trustedProxies, frameAncestors } = config()
    const lists = await browse()
    const mostAsked = () =>
      lists.mostAsked.flatMap((id) => {
        const entry = source.current().find(id)
        return entry === null ? [] : [{ id, label: entry.buttonLabel ?? entry.shortTitle }]
      })
    const shared = { knowledge: source, unit: liveUnit, clock, logger: logger() }
    const conversation = createConversation({
      ...parts,
      ...shared,
      newId,
      calendar: await calendar(),
      guard: await guard(),
      browse: lists,
      desk: createDesk({ questions: parts.questions, clock }),
    })
    const app = createWebApp({
      ...shared,
      conversation,
      random,
      setup: { code: parts.setupCodes.current, save: liveUnit.save },
      sessionKey: await sql.createSessionKeyStore(parts.database, random).sessionKey(),
      calendar: await calendar(),
      settings: { unitName: composeWording.anyUnit, trustedProxies, frameAncestors, mostAsked },
      ready: async () => {
        await parts.database.ping()
        return { ok: true, detail: `revision ${source.current().revision}` }
      },
    })
    const server = await startWebServer({ app, host, port, stopWithinMs: END_REQUESTS_WITHIN_MS })
    ends.push(server.stop)
    ends.push(core.repeat(clock, LOOK_FOR_UNIT_EVERY_MS, liveUnit.refresh, warn('unit')))
    // people in danger are answered while the index is still being loaded
    await newest.start()
    const onError = warn('waiting messages not answered')
    ends.push(core.repeat(clock, RESUME_EVERY_MS, conversation.resume, onError))
    await startScheduler()
    const { revision, entries } = newest.current()
    const data = parts.database.describe()
    const setupUrl = liveUnit.current().name === null ? await setupUrlOf(server.url) : null
    return { url: server.url, data, revision, entries: entries().length, setupUrl }
  }

  const ask = async (question: string) => {
    const newest = await live()
    await newest.refresh()
    const profile = (await unit()).current()
    const source = knowledge.localise(newest.current(), profile)
    const context = {
      day: core.localDateOf(clock.now()),
      calendar: await calendar(),
      guard: await guard(),
      unit: profile,
    }
    const start = performance.now()
    const { answer, text } = answerOnce(source, question, context)
    const elapsedMs = Math.round((performance.now() - start) * 100) / 100
    const asked = core.maskPersonalNumbers(core.cleanText(question))
    return { answer, text, elapsedMs, explain: () => source.explain(asked, context) }
  }

  return {
    cwd: callerFolder(),
    settings: () => ({ ...config(), url: `http://${urlHost(config().host)}:${config().port}` }),
    clock,
    serve,
    app: async () => {
      const { store, questions, runs, setupCodes, snapshots } = await stores()
      return {
        revisions: knowledge.createRevisionService({ store, clock, newId }),
        entriesOfCurrent: () => knowledge.entriesOfCurrent(store),
        snapshots,
        desk: createDesk({ questions, clock }),
        jobRuns: runs,
        unit: await unit(),
        setupCodes,
        readUnitFile: files.readUnitFile,
        writeRecords: files.writeRecords,
        readFiles,
        ask,
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
      const { figures, ...size } = await knowledge.evaluateFiles({
        records: readFiles([kb]),
        questions: await files.readNamedText(questions),
        outOfScope: outOfScope === null ? null : await files.readNamedText(outOfScope),
        builder: builder(),
        lexicon: await lexicon(),
        day: core.localDateOf(clock.now()),
        nowMs: () => performance.now(),
        withVariants,
      })
      const rssMb = Math.round(process.memoryUsage().rss / 1e6)
      return { figures: { ...figures, rssMb }, ...size }
    },
    isServing: () => isServing,
    logCrash: (err) => logger().fatal({ err }, 'error that nobody caught'),
    close: async () => {
      for (let end = ends.pop(); end !== undefined; end = ends.pop()) await end()
    },
  }
}

/** A host that a browser on this machine can open. */
const urlHost = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host

/** Makes the part at the first call and gives the same one afterwards. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}
