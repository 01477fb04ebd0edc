import type { Clock, UnitProfile } from '../../core/index.ts'
import type { GuardAnswer } from '../../bot/index.ts'
import type { Desk } from '../../desk/index.ts'
import type { JobRunStore } from '../../jobs/index.ts'
import type {
  Answer,
  Entry,
  Explanation,
  EntryRecord,
  Evaluation,
  LiveUnit,
  ReadFiles,
  RevisionService,
  SetupCodes,
} from '../../knowledge/index.ts'

/** What commands may use, opened when the first of them asks for it and closed by the shell. */
export interface CliApp {
  revisions: RevisionService
  readFiles: ReadFiles
  /** What is answered from; revision 0 without entries when nothing was published. */
  entriesOfCurrent(): Promise<{ revision: number; entries: readonly Entry[] }>
  /** Search indexes kept on disk. */
  snapshots: { list(): Promise<readonly { bytes: number; savedAt: string }[]> }
  desk: Pick<Desk, 'missed' | 'ratings'>
  unit: LiveUnit
  setupCodes: SetupCodes
  /** Reads a file in the form of `content/don-vi.yaml`. */
  readUnitFile(path: string): Promise<UnitProfile>
  jobRuns: Pick<JobRunStore, 'last' | 'deleteAfter'>
  /** Writes records as JSONL, packed when the name ends in `.gz`. */
  writeRecords(path: string, records: readonly EntryRecord[]): Promise<void>
  /** One question outside any conversation; nothing is stored. */
  ask(question: string): Promise<{
    answer: Answer | GuardAnswer
    text: string
    elapsedMs: number
    /** How knowledge came to it. */
    explain(): Explanation
  }>
}

/** The database by itself, without looking at what it holds. */
export interface CliDatabase {
  migrate(): Promise<{ migrated: readonly string[]; place: string }>
  backup(file: string): Promise<BackupCount>
  restore(file: string, options: { force: boolean }): Promise<BackupCount>
}

/** Rows by table. */
interface BackupCount {
  createdAt: string
  counts: Readonly<Record<string, number>>
}

/** Files and switches of `cchc eval`; paths are absolute. */
export interface EvaluationRequest {
  kb: string
  questions: string
  outOfScope: string | null
  withVariants: boolean
}

/** Settings that commands look at. */
interface CliSettings {
  /** Absolute; it may not be there yet. */
  dataFolder: string
  /** The folder of the program; absolute. */
  programFolder: string
  /** Where the pages are reached from this machine, without a slash at the end. */
  url: string
}

/** What the shell gives to every group of commands. */
export interface CliContext {
  /** Opens the data folder (migrates it, puts the shipped content in) and gives the parts. */
  app(): Promise<CliApp>
  /** Opens and migrates the database alone. */
  database(): Promise<CliDatabase>
  /** Starts all that is configured; the process then lives until it is told to stop. */
  serve(): Promise<{
    url: string
    data: string
    revision: number
    entries: number
    setupUrl: string | null
  }>
  evaluate(request: EvaluationRequest): Promise<{
    figures: Evaluation & { indexBuildMs: number; rssMb: number }
    entries: number
    indexBytes: number
  }>
  clock: Clock
  /** @throws Failure `input` when a setting is wrong */
  settings(): CliSettings
  /** The folder in which the caller stands; paths on the line are relative to it. */
  cwd: string
  /** One JSON document with `--json`, the text otherwise; on stdout. */
  print(result: { json: unknown; text: string }): void
  /** 0 done, 1 could not, 2 the input or the usage is wrong. */
  setExit(code: 0 | 1 | 2): void
}
