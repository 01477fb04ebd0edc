import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { EMPTY_UNIT, Failure, type UnitProfile } from '../../core/index.ts'
import { readUnit } from '../../knowledge/index.ts'
import { readYaml } from './lexicon-folder.ts'
import { wording } from './wording.ts'

/**
 * Reads `don-vi.yaml`: the unit that runs the assistant. A file that is not there says nothing.
 * @throws Failure `input` naming the first field that is wrong
 */
export async function readUnitFile(file: string): Promise<UnitProfile> {
  if (!existsSync(file)) return EMPTY_UNIT
  const { unit, problems } = readUnit(await readYaml(file, z.unknown()))
  const [problem] = problems
  if (problem !== undefined) {
    throw new Failure('input', wording.wrongUnit(basename(file), problem.field, problem.message))
  }
  return unit ?? EMPTY_UNIT
}
