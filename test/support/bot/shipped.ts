import { join } from 'node:path'
import { createFileReader, createShippedFolder } from '../../../adapters/files/index.ts'
import {
  readBrowseFile,
  readCalendarFile,
  readGuardFolder,
  readLexiconFolder,
} from '../../../adapters/files/index.ts'
import { createGuard, type Guard } from '../../../bot/guard/guard.ts'
import { respond } from '../../../bot/respond.ts'
import { parseAction } from '../../../bot/actions.ts'
import type { Browse } from '../../../bot/index.ts'
import { EMPTY_BROWSE } from '../../../bot/browse.ts'
import { EMPTY_SESSION, readSession } from '../../../bot/session-data.ts'
import type { SessionData } from '../../../bot/session-data.ts'
import type { Outcome } from '../../../bot/turn.ts'
import {
  EMPTY_UNIT,
  cleanText,
  createWorkingCalendar,
  maskPersonalNumbers,
} from '../../../core/index.ts'
import type { UnitProfile, WorkingCalendar } from '../../../core/index.ts'
import {
  buildIndex,
  compileLexicon,
  createKnowledge,
  localise,
  normalise,
  toEntry,
  toSearchDocument,
} from '../../../knowledge/index.ts'
import type { Entry, Knowledge } from '../../../knowledge/index.ts'

const content = join(import.meta.dirname, '..', '..', '..', 'content')

/** The guard that ships. */
export const loadGuard = async (): Promise<Guard> =>
  createGuard(await readGuardFolder(join(content, 'guard')))

/** The knowledge, the calendar and the guard that ship, as the program loads them. */
export async function loadShipped(
  unit: UnitProfile = EMPTY_UNIT,
): Promise<{ knowledge: Knowledge; calendar: WorkingCalendar; guard: Guard; browse: Browse }> {
  const entries: Entry[] = []
  for await (const item of createShippedFolder(content, createFileReader()).items()) {
    const normal = 'problem' in item ? item : normalise(item)
    if (!('record' in normal)) throw new Error(JSON.stringify(normal))
    entries.push(toEntry(normal.record))
  }
  entries.sort((a, b) => (a.id < b.id ? -1 : 1))
  const lexicon = compileLexicon(await readLexiconFolder(join(content, 'lexicon')))
  return {
    guard: await loadGuard(),
    knowledge: localise(
      createKnowledge(1, entries, buildIndex(entries.map(toSearchDocument)), lexicon),
      unit,
    ),
    browse: await readBrowseFile(join(content, 'browse.yaml')),
    calendar: createWorkingCalendar(
      await readCalendarFile(join(content, 'calendar', 'working-calendar.yaml')),
    ),
  }
}

/** One conversation over some knowledge, without stores; a text in `<…>` presses that action. */
export function createTalk(
  {
    knowledge,
    calendar,
    guard = () => null,
    browse = EMPTY_BROWSE,
  }: { knowledge: Knowledge; calendar: WorkingCalendar; guard?: Guard; browse?: Browse },
  day = '2026-11-21',
  unit: UnitProfile = EMPTY_UNIT,
) {
  let session: SessionData = EMPTY_SESSION
  let count = 0
  return (said: string): Outcome => {
    const pressed = /^<(.*)>$/.exec(said)?.[1]
    const kind = pressed === undefined ? guard(said) : null
    const isText = pressed === undefined && kind === null
    const outcome = respond({
      text: isText ? maskPersonalNumbers(cleanText(said)) : '',
      ...(kind === null ? {} : { guard: kind }),
      action: pressed === undefined ? null : parseAction(pressed),
      session,
      knowledge,
      calendar,
      unit,
      browse,
      day,
      questionId: `q${(count += 1)}`,
    })
    session = readSession(
      {
        channel: 'web',
        conversationId: 'c',
        version: 1,
        data: JSON.parse(JSON.stringify(outcome.session)) as Record<string, unknown>,
        updatedAt: `${day}T02:00:00.000Z`,
      },
      new Date(`${day}T02:01:00Z`),
    )
    return outcome
  }
}
