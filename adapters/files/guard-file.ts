import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { GUARD_KINDS, type GuardRule, type GuardWords } from '../../bot/index.ts'
import { Failure, toError } from '../../core/index.ts'
import { readYaml } from './lexicon-folder.ts'
import { wording } from './wording.ts'

/** A line that YAML reads as a number is text, too; one that it reads as something else is a slip (a colon). */
const text = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const lines = z.array(text).nullish()
const commonFile = z.strictObject({
  sets: z.record(z.string(), z.array(text)),
  words: z.array(z.strictObject({ write: text, forms: z.array(text) })),
})
const ruleFile = z.strictObject({
  kind: z.enum(GUARD_KINDS),
  most_words: z.number().int().positive().nullish(),
  ignore: lines,
  always: lines,
  when: lines,
  broad: lines,
  unless: lines,
  never: lines,
  signs: z
    .strictObject({
      enough: z.number().int().positive(),
      strong: z.array(text),
      weak: z.array(text),
    })
    .nullish(),
})
/** What all kinds share: sets of words, short forms. */
const COMMON = 'chung.yaml'

/**
 * Reads the words by which a guard recognises texts: `chung.yaml`, and one file for each kind.
 * @throws Failure `input` naming the file that is missing or wrong
 */
export async function readGuardFolder(folder: string): Promise<GuardWords> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new Failure('input', wording.badDataFile(folder, toError(cause).message), { cause })
  })
  const common = await readYaml(join(folder, COMMON), commonFile)
  const files = names.filter((name) => name.endsWith('.yaml') && name !== COMMON).toSorted()
  const rules = await Promise.all(
    files.map(async (name): Promise<GuardRule> => {
      const rule = await readYaml(join(folder, name), ruleFile)
      return {
        kind: rule.kind,
        file: name,
        mostWords: rule.most_words ?? null,
        ignore: rule.ignore ?? [],
        always: rule.always ?? [],
        when: rule.when ?? [],
        broad: rule.broad ?? [],
        unless: rule.unless ?? [],
        never: rule.never ?? [],
        signs: rule.signs ?? null,
      }
    }),
  )
  return { sets: common.sets, chat: common.words, rules }
}
