import {
  localDateOf,
  toError,
  type Clock,
  type UnitProfile,
  type UnitSource,
} from '../../core/index.ts'
import type { Knowledge, KnowledgeSource } from '../answers/answer.ts'
import { localise } from './localise.ts'

/** Where the unit is kept once an administrator saved it; the newest one counts. */
export interface UnitStore {
  /** Null when nothing was saved. */
  load(): Promise<UnitProfile | null>
  save(unit: UnitProfile): Promise<void>
  /** Forgets what was saved, so that the file counts again. */
  clear(): Promise<void>
}

/** The unit of the running program: what was saved, else the file `content/don-vi.yaml`. */
export interface LiveUnit extends UnitSource {
  /** Looks for what another process saved. Keeps the old one when the store cannot be read. */
  refresh(): Promise<void>
  /** Saves and uses it at once; the day is set to today. */
  save(unit: UnitProfile): Promise<void>
  /** Uses the file again. */
  reset(): Promise<void>
}

export function createLiveUnit({
  store,
  file,
  clock,
  onError,
}: {
  store: UnitStore
  /** What counts while nothing was saved. */
  file: UnitProfile
  clock: Clock
  onError: (error: Error) => void
}): LiveUnit {
  let unit = file
  let known = JSON.stringify(file)
  /** The same object as long as nothing changed, so that what was made from it stays good. */
  const use = (next: UnitProfile): void => {
    const text = JSON.stringify(next)
    if (text === known) return
    unit = next
    known = text
  }
  return {
    current: () => unit,
    async refresh() {
      try {
        use((await store.load()) ?? file)
      } catch (error) {
        onError(toError(error))
      }
    },
    async save(next) {
      const saved = { ...next, updatedOn: localDateOf(clock.now()) }
      await store.save(saved)
      use(saved)
    },
    async reset() {
      await store.clear()
      use(file)
    },
  }
}

/** Knowledge with the unit's own data in it; made anew when one of the two changes. */
export function localKnowledge(knowledge: KnowledgeSource, unit: UnitSource): KnowledgeSource {
  let made: { from: Knowledge; unit: UnitProfile; local: Knowledge } | null = null
  return {
    loaded: () => knowledge.loaded(),
    current() {
      const from = knowledge.current()
      const now = unit.current()
      if (made?.from !== from || made.unit !== now) {
        made = { from, unit: now, local: localise(from, now) }
      }
      return made.local
    },
  }
}
