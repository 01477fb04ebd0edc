import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runCommandLine } from '../../../adapters/cli/index.ts'
import { createFileReader, writeRecords } from '../../../adapters/files/index.ts'
import {
  createAskedQuestionStore,
  createJobRunStore,
  createRevisionStore,
  openDatabase,
} from '../../../adapters/sql/index.ts'
import { createNewId, systemRandom, type Clock } from '../../../core/index.ts'
import { createDesk } from '../../../desk/index.ts'
import { createRevisionService, entriesOfCurrent } from '../../../knowledge/index.ts'

const notHere = (): never => {
  throw new Error('not part of this test')
}

/** The parts that `cchc desk` and `cchc doctor` use, on a new data folder with a real SQLite database. */
export async function openParts(clock: Clock, unitName: string | null = 'UBND xã Mẫu') {
  const dataFolder = await mkdtemp(join(tmpdir(), 'cchc-cli-'))
  const database = await openDatabase(
    { kind: 'sqlite', file: join(dataFolder, 'cchc.sqlite') },
    { clock },
  )
  onTestFinished(async () => {
    await database.close()
    await rm(dataFolder, { recursive: true, force: true })
  })
  const questions = createAskedQuestionStore(database)
  const jobRuns = createJobRunStore(database)
  const store = createRevisionStore(database)
  const revisions = createRevisionService({
    store,
    clock,
    newId: createNewId(clock, systemRandom),
  })
  const app = {
    entriesOfCurrent: () => entriesOfCurrent(store),
    ...{ revisions, jobRuns, desk: createDesk({ questions, clock }) },
    ...{ readFiles: createFileReader(), writeRecords, ask: notHere },
  }
  const parts = {
    app: async () => app,
    database: async () => ({
      migrate: async () => ({ migrated: database.migrated, place: database.describe() }),
      ...{ backup: notHere, restore: notHere },
    }),
    ...{ clock, settings: () => ({ dataFolder, unitName }), cwd: dataFolder },
    ...{ serve: notHere, evaluate: notHere },
  }
  /** Publishes one entry with the given record. */
  const publishEntry = async (record: Record<string, unknown>): Promise<void> => {
    const items = (async function* () {
      yield { file: 'test.json', sheet: null, row: 1, raw: record }
    })()
    const { rejected } = await revisions.import(items, { label: 'test', publish: true })
    if (rejected.length > 0) throw new Error(JSON.stringify(rejected))
  }
  return { ...app, database, dataFolder, parts, publishEntry }
}

type Parts = Awaited<ReturnType<typeof openParts>>['parts']

interface Run {
  exit: number
  out: string
  err: string
}

/** Runs one command line and catches what it prints. */
export async function runLine(parts: Parts, ...line: string[]): Promise<Run> {
  return run(parts, line, false)
}

/** The same with `--json`: the one document on stdout. */
export async function runJson(parts: Parts, ...line: string[]): Promise<unknown> {
  return JSON.parse((await run(parts, line, true)).out)
}

async function run(parts: Parts, line: string[], isJson: boolean): Promise<Run> {
  let [out, err] = ['', '']
  const exit = await runCommandLine(line, isJson, parts, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  })
  return { exit, out, err }
}
