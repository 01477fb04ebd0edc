import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { Failure, toError } from '../../core/index.ts'
import { ASPECTS, type LexiconData } from '../../knowledge/index.ts'
import { wording } from './wording.ts'

const text = z.coerce.string()
const everydayFile = z.array(
  z.object({
    phrases: z.array(text).min(1),
    means: z.array(text).default([]),
    codes: z.array(z.string()).default([]),
    ask: z.boolean().default(false),
    out_of_scope: z.boolean().default(false),
    ambiguous: z.boolean().default(false),
  }),
)
/** General words only: a row that names a procedure by its code is an error. */
const professionalFile = z.array(
  z.strictObject({
    section: text,
    phrases: z.array(text).min(1),
    means: z.array(text).default([]),
    ambiguous: z.boolean().default(false),
  }),
)
const chatFile = z.object({
  words: z.array(
    z.object({ write: text, forms: z.array(text), ambiguous: z.boolean().default(false) }),
  ),
  ignore: z.array(text),
  asking: z.array(text),
})
const questionFile = z.object({
  asking: z.array(text),
  unaccented: z.array(text),
  out_of_scope: z.array(text),
  local_data: z.array(z.object({ about: text, phrases: z.array(z.array(text).min(1)).min(1) })),
  foreign: z.array(text),
  common: z.array(text),
})
const caseFile = z.object({
  variants: z.array(text),
  limits: z.array(text),
  wishes: z.array(text),
  cases: z.array(z.object({ names: z.array(text).min(1), asked: z.array(text).default([]) })),
})
const aspectFile = z.partialRecord(z.enum(ASPECTS), z.array(text))
const patternLists = z.partialRecord(z.enum([...ASPECTS, 'nothing']), z.array(text))
const patternFile = z.strictObject({
  words: z.record(z.string(), z.array(text).min(1)),
  units: z.array(text),
  patterns: patternLists,
  weak: patternLists,
  yields: z.partialRecord(z.enum(ASPECTS), z.array(z.enum(ASPECTS))),
  otherwise: patternLists,
})

/**
 * Reads the shipped lexicon: `everyday-words.yaml`, `professional-words.yaml`, `chat-words.yaml`,
 * `question-words.yaml`, `special-cases.yaml`, `aspects.yaml`,
 * `aspect-patterns.yaml`. Rows of the first two stand in one list.
 * @throws Failure `input` naming the file that is missing or wrong
 */
export async function readLexiconFolder(folder: string): Promise<LexiconData> {
  const [everyday, professional, chat, question, special, aspects, aspectPatterns] =
    await Promise.all([
      readYaml(join(folder, 'everyday-words.yaml'), everydayFile),
      readYaml(join(folder, 'professional-words.yaml'), professionalFile),
      readYaml(join(folder, 'chat-words.yaml'), chatFile),
      readYaml(join(folder, 'question-words.yaml'), questionFile),
      readYaml(join(folder, 'special-cases.yaml'), caseFile),
      readYaml(join(folder, 'aspects.yaml'), aspectFile),
      readYaml(join(folder, 'aspect-patterns.yaml'), patternFile),
    ])
  return {
    everyday: [
      ...everyday.map((row) => ({
        phrases: row.phrases,
        means: row.means,
        codes: row.codes,
        ask: row.ask,
        isOutOfScope: row.out_of_scope,
        isAmbiguous: row.ambiguous,
      })),
      ...professional.map(({ phrases, means, ambiguous }) => ({
        phrases,
        means,
        codes: [],
        ask: false,
        isOutOfScope: false,
        isAmbiguous: ambiguous,
      })),
    ],
    chat: chat.words.map(({ write, forms, ambiguous }) => ({
      write,
      forms,
      isAmbiguous: ambiguous,
    })),
    ignore: chat.ignore,
    asking: [...chat.asking, ...question.asking, ...question.unaccented],
    outOfScope: question.out_of_scope,
    localData: question.local_data,
    ...special,
    foreign: question.foreign,
    common: question.common,
    aspects,
    aspectPatterns,
  }
}

/** Reads and checks one shipped YAML file. */
export async function readYaml<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  try {
    return schema.parse(parse(await readFile(file, 'utf8')), { error: z.locales.vi().localeError })
  } catch (thrown) {
    const cause = toError(thrown)
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : cause.message
    throw new Failure('input', wording.badDataFile(file, reason.replace(/\s+/g, ' ')), { cause })
  }
}
