import { z } from 'zod'
import type { Browse } from '../../bot/index.ts'
import { readYaml } from './lexicon-folder.ts'

const LONGEST_LABEL = 22

const ids = z.array(z.string().min(1))
const browseFile = z.object({
  most_asked: ids,
  groups: z.array(
    z.object({
      label: z.string().min(1).max(LONGEST_LABEL),
      fields: z.array(z.string().min(1)).min(1),
      most_asked: ids.default([]),
    }),
  ),
  life_events: ids,
})

/**
 * Reads what can be looked through by field and by event in a life (`content/browse.yaml`).
 * @throws Failure `input` when the file is missing or wrong
 */
export async function readBrowseFile(file: string): Promise<Browse> {
  const { most_asked, groups, life_events } = await readYaml(file, browseFile)
  return {
    mostAsked: most_asked,
    groups: groups.map(({ label, fields, most_asked: first }) => ({
      label,
      fields,
      mostAsked: first,
    })),
    lifeEvents: life_events,
  }
}
