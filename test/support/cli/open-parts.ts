import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runCommandLine } from '../../../adapters/cli/index.ts'
import {
  createFileReader,
  createSnapshotFolder,
  readUnitFile,
  writeRecords,
} from '../../../adapters/files/index.ts'
import {
  createAskedQuestionStore,
  createJobRunStore,
  createRevisionStore,
  createSetupCodeStore,
  createUnitStore,
  openDatabase,
} from '../../../adapters/sql/index.ts'
import { createNewId, systemRandom, type Clock, type UnitProfile } from '../../../core/index.ts'
import { WHOLE_UNIT } from '../units.ts'
import { createDesk } from '../../../desk/index.ts'
import {
  createLiveUnit,
  createRevisionService,
  entriesOfCurrent,
} from '../../../knowledge/index.ts'

const notHere = (): never => {
  throw new Error('not part of this test')
}

/** The parts that `cchc log` and `cchc doctor` use, on a new data folder with a real SQLite database. */
export async function openParts(clock: Clock, file: UnitProfile = WHOLE_UNIT) {
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
    snapshots: createSnapshotFolder(join(dataFolder, 'index')),
    ...{ revisions, jobRuns, desk: createDesk({ questions, clock }) },
    ...{ readFiles: createFileReader(), writeRecords, readUnitFile, ask: notHere },
    unit: createLiveUnit({ store: createUnitStore(database), file, clock, onError: notHere }),
    setupCodes: createSetupCodeStore(database, systemRandom),
  }
  const parts = {
    app: async () => app,
    database: async () => ({
      migrate: async () => ({ migrated: database.migrated, place: database.describe() }),
      ...{ backup: notHere, restore: notHere },
    }),
    ...{
      clock,
      settings: () => ({ dataFolder, programFolder: dataFolder, url: 'http://127.0.0.1:3000' }),
      cwd: dataFolder,
    },
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
