import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Entry } from '../../../knowledge/index.ts'

const themesFile = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: z.string().min(3),
    plans: z.array(z.enum(['S0', 'S1', 'S2', 'S3', 'S4'])).min(1),
    entries: z.array(z.string()),
  }),
)

/** A theme of the plans that the assistant serves, with the entries that answer it. */
export type Theme = z.infer<typeof themesFile>[number]

const THEMES = new URL('../../../content/themes.yaml', import.meta.url)

export const readThemes = async (): Promise<Theme[]> =>
  themesFile.parse(parse(await readFile(THEMES, 'utf8')))

const PLANS = {
  S0: 'Kỳ Anh 2024',
  S1: 'Thạnh Trị 2022',
  S2: 'Vĩnh Linh 2024',
  S3: 'Hải Lăng 2024',
  S4: 'Nghệ An 2017',
} as const

/** Theme → entries as Markdown, and what is missing. */
export function coverageMarkdown(themes: readonly Theme[], entries: readonly Entry[]): string {
  const byKey = new Map(entries.flatMap((entry) => [entry.id, entry.code].map((k) => [k, entry])))
  const missing = missingOf(themes, entries)
  const rows = themes.map(({ title, plans, entries: keys }) => {
    const names = keys.map((key) => {
      const entry = byKey.get(key)
      return entry === undefined ? `**${key}?**` : `${entry.shortTitle} (${entry.id})`
    })
    return `| ${title} | ${plans.map((plan) => PLANS[plan]).join(', ')} | ${names.join('; ')} |`
  })
  return [
    '# Themes of the five plans and the entries that answer them',
    '',
    'Made by `npm run docs` from `content/themes.yaml`; do not edit.',
    '',
    `${themes.length} themes, ${entries.length} entries.`,
    missing.length === 0
      ? 'Nothing is missing: every theme has at least one entry.'
      : `Missing: ${missing.join('; ')}.`,
    '',
    '| Theme | Plans | Entries |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

/** Themes without an entry, and entries that are named and not there. */
export function missingOf(themes: readonly Theme[], entries: readonly Entry[]): string[] {
  const known = new Set(entries.flatMap(({ id, code }) => [id, code]))
  return themes.flatMap(({ id, entries: keys }) => [
    ...(keys.length === 0 ? [`${id}: no entry`] : []),
    ...keys.filter((key) => !known.has(key)).map((key) => `${id}: ${key} does not exist`),
  ])
}
