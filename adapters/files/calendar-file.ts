import { z } from 'zod'
import type { CalendarDays } from '../../core/index.ts'
import { readYaml } from './lexicon-folder.ts'

const day = z.iso.date()
const calendarFile = z.object({
  holidays: z.array(
    z.object({
      on: day,
      name: z.string(),
      source: z.string(),
      confidence: z.enum(['high', 'medium', 'low']),
    }),
  ),
  swaps: z
    .array(z.object({ off: day, work: day }))
    .nullable()
    .default([]),
})

/**
 * Reads the shipped working calendar.
 * @throws Failure `input` when the file is missing or wrong
 */
export async function readCalendarFile(file: string): Promise<CalendarDays> {
  const { holidays, swaps } = await readYaml(file, calendarFile)
  return {
    holidays: holidays.map(({ on, name, source, confidence }) => ({
      on,
      name,
      source,
      isTentative: confidence === 'low',
    })),
    swaps: swaps ?? [],
  }
}
