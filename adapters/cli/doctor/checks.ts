import type { Instant, UnitProfile } from '../../../core/index.ts'
import type { JobRun } from '../../../jobs/index.ts'
import { emptyFields } from '../../../knowledge/index.ts'
import { unitFieldName } from '../unit/wording.ts'
import type { KnowledgeState } from './knowledge.ts'
import { doctorWording as say } from './wording.ts'

/** `must`: the assistant is broken or misleads people until somebody acts; `advice`: it can wait. */
export type CheckLevel = 'ok' | 'advice' | 'must'

/** One line of the examination. */
export interface Check {
  name: string
  level: CheckLevel
  message: string
}

/** What could be found out, or why not. */
export type Finding<T> = { value: T } | { problem: string }

/** Everything the examination looks at, gathered beforehand so that judging it is pure. */
export interface DoctorFacts {
  now: Date
  /** The value is the free space in bytes. */
  folder: Finding<{ path: string; freeBytes: number }>
  /** The value says where it is. That it opened means that its schema is this program's. */
  database: Finding<string>
  /** The newest moment that anything was stored. */
  newestStoredAt: Finding<Instant | null>
  knowledge: Finding<KnowledgeState>
  /** Size of the newest search index on disk; null: none was kept yet. */
  indexBytes: Finding<number | null>
  unit: Finding<UnitProfile>
  lastRuns: Finding<readonly JobRun[]>
  missedQuestions: Finding<number>
}

const MIN_FREE_BYTES = 200e6
const LOW_FREE_BYTES = 1e9
const EARLIEST_YEAR = 2026
const LATEST_YEAR = 2099
/** Two machines on one database differ a little. */
const CLOCK_TOLERANCE_MS = 2 * 60_000
/** No job takes this long; what still runs was left by a crash. */
const STUCK_AFTER_MS = 60 * 60_000

/** Judges the facts; one check a subject, always in the same order. */
export const runChecks = (facts: DoctorFacts): readonly Check[] => [
  checkFolder(facts),
  checkDatabase(facts),
  checkClock(facts),
  ...checkKnowledge(facts),
  checkIndex(facts),
  checkUnit(facts),
  checkJobs(facts),
  checkMissed(facts),
]

function checkFolder({ folder }: DoctorFacts): Check {
  if ('problem' in folder) return must('folder', folder.problem)
  const { path, freeBytes } = folder.value
  if (freeBytes < MIN_FREE_BYTES) return must('folder', say.diskFull(path, freeBytes))
  if (freeBytes < LOW_FREE_BYTES) return advice('folder', say.diskLow(path, freeBytes))
  return ok('folder', say.folderOk(path, freeBytes))
}

const checkDatabase = ({ database }: DoctorFacts): Check =>
  'problem' in database
    ? must('database', database.problem)
    : ok('database', say.databaseOk(database.value))

function checkClock({ now, newestStoredAt, lastRuns }: DoctorFacts): Check {
  const year = now.getUTCFullYear()
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return must('clock', say.clockYear(now))
  const newest = 'value' in newestStoredAt ? newestStoredAt.value : null
  const slots = 'value' in lastRuns ? lastRuns.value.map((run) => run.slot) : []
  const isAhead = (at: Instant): boolean => Date.parse(at) > now.getTime() + CLOCK_TOLERANCE_MS
  const future = [...(newest === null ? [] : [newest]), ...slots].filter(isAhead).toSorted().at(-1)
  return future === undefined
    ? ok('clock', say.clockOk(now))
    : must('clock', say.clockBehind(now, future))
}

function checkKnowledge({ knowledge }: DoctorFacts): readonly Check[] {
  if ('problem' in knowledge) return [must('knowledge', knowledge.problem)]
  const { revision, entryCount, expired, doubtful, unchecked } = knowledge.value
  if (entryCount === 0) return [must('knowledge', say.knowledgeEmpty)]
  return [
    ok('knowledge', say.knowledgeOk(revision, entryCount)),
    expired.length > 0
      ? must('expired', say.expired(expired.length, expired.slice(0, 5)))
      : ok('expired', say.noneExpired),
    doubtful > 0 ? advice('doubtful', say.doubtful(doubtful)) : ok('doubtful', say.noneDoubtful),
    unchecked > 0
      ? advice('unchecked', say.unchecked(unchecked))
      : ok('unchecked', say.noneUnchecked),
  ]
}

/** Built when the program serves: having none is no fault. */
function checkIndex({ indexBytes, knowledge }: DoctorFacts): Check {
  if ('problem' in indexBytes) return must('index', indexBytes.problem)
  const entries = 'value' in knowledge ? knowledge.value.entryCount : 0
  const bytes = indexBytes.value
  return ok('index', bytes === null ? say.indexNone : say.indexOk(bytes, entries))
}

/** With nothing filled in the assistant answers all the same: the README's two commands leave nothing broken. */
function checkUnit({ unit }: DoctorFacts): Check {
  if ('problem' in unit) return must('unit', unit.problem)
  const empty = emptyFields(unit.value)
  return empty.length > 0
    ? advice('unit', say.unitEmpty(empty.map(unitFieldName)))
    : ok('unit', say.unitOk(unit.value.name ?? ''))
}

function checkJobs({ now, lastRuns }: DoctorFacts): Check {
  if ('problem' in lastRuns) return must('jobs', lastRuns.problem)
  const runs = lastRuns.value
  const isStuck = (run: JobRun): boolean =>
    run.state === 'running' && now.getTime() - Date.parse(run.startedAt) > STUCK_AFTER_MS
  const troubled = runs.filter((run) => run.state === 'failed' || isStuck(run))
  if (troubled.length > 0) return must('jobs', troubled.map(say.jobTroubled).join(' '))
  return ok('jobs', runs.length === 0 ? say.jobsNone : say.jobsOk)
}

function checkMissed({ missedQuestions }: DoctorFacts): Check {
  if ('problem' in missedQuestions) return must('missed', missedQuestions.problem)
  const count = missedQuestions.value
  return count > 0 ? advice('missed', say.missed(count)) : ok('missed', say.noneMissed)
}

const ok = (name: string, message: string): Check => ({ name, level: 'ok', message })
const advice = (name: string, message: string): Check => ({ name, level: 'advice', message })
const must = (name: string, message: string): Check => ({ name, level: 'must', message })
