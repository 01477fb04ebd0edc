import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure, toError, type Instant } from '../../../core/index.ts'
import { JOB_NAMES, type JobRun } from '../../../jobs/index.ts'
import type { CliApp, CliContext } from '../context.ts'
import type { DoctorFacts, Finding } from './checks.ts'
import { examineKnowledge } from './knowledge.ts'
import { doctorWording as say } from './wording.ts'

/** More distinct missed questions than this are all the same to the reader. */
const MISSED_LIMIT = 1000

/** Looks at everything once; what cannot be looked at becomes a problem, never an error. */
export async function gatherFacts(context: CliContext): Promise<DoctorFacts> {
  const { dataFolder } = context.settings()
  const now = context.clock.now()
  const database = await find(async () => (await (await context.database()).migrate()).place)
  const folder = await find(() => probeFolder(dataFolder))
  const app: Finding<CliApp> =
    'value' in database ? await find(() => context.app()) : { problem: say.notExamined }
  const lastRuns = await findIn(app, readLastRuns)
  return {
    now,
    unit: await findIn(app, async ({ unit }) => unit.current()),
    folder,
    database,
    lastRuns,
    newestStoredAt: await findIn(app, readNewest),
    // Shipped content that cannot be read stops the opening: that is a fault of the knowledge.
    knowledge:
      'problem' in app
        ? app
        : await findIn(app, async ({ entriesOfCurrent }) => {
            const { revision, entries } = await entriesOfCurrent()
            return examineKnowledge(revision, entries, now)
          }),
    indexBytes: await findIn(app, readIndexSize),
    missedQuestions: await findIn(
      app,
      async ({ desk }) => (await desk.missed(MISSED_LIMIT)).length,
    ),
  }
}

/** Writes and removes a small file: permissions alone do not tell about read-only disks. A full one shows in `freeBytes`. */
async function probeFolder(path: string): Promise<{ path: string; freeBytes: number }> {
  const probe = join(path, `.doctor-${process.pid}`)
  try {
    await mkdir(path, { recursive: true })
    await writeFile(probe, 'x')
  } catch (cause) {
    const isFull = (cause as NodeJS.ErrnoException).code === 'ENOSPC'
    if (!isFull) throw new Failure('ours', say.folderUnwritable(path), { cause })
  }
  await rm(probe, { force: true })
  const { bavail, bsize } = await statfs(path)
  return { path, freeBytes: bavail * bsize }
}

async function readLastRuns({ jobRuns }: CliApp): Promise<readonly JobRun[]> {
  const runs = await Promise.all(Object.values(JOB_NAMES).map((name) => jobRuns.last(name)))
  return runs.filter((run) => run !== null)
}

async function readIndexSize({ snapshots }: CliApp): Promise<number | null> {
  const all = await snapshots.list()
  return all.toSorted((a, b) => b.savedAt.localeCompare(a.savedAt))[0]?.bytes ?? null
}

async function readNewest({ revisions, desk }: CliApp): Promise<Instant | null> {
  const revisionTimes = (await revisions.history(1)).flatMap((revision) => [
    revision.createdAt,
    revision.publishedAt ?? revision.createdAt,
  ])
  const questionTimes = (await desk.missed(MISSED_LIMIT)).map(({ lastAt }) => lastAt)
  return [...revisionTimes, ...questionTimes].toSorted().at(-1) ?? null
}

const findIn = async <T>(
  app: Finding<CliApp>,
  look: (app: CliApp) => Promise<T>,
): Promise<Finding<T>> =>
  'value' in app ? find(() => look(app.value)) : { problem: say.notExamined }

async function find<T>(look: () => Promise<T>): Promise<Finding<T>> {
  try {
    return { value: await look() }
  } catch (thrown) {
    const isOwn = thrown instanceof Failure
    return { problem: isOwn ? thrown.message : say.unexpected(toError(thrown).message) }
  }
}
