import { Failure, toError } from '../../core/index.ts'
import type { NamedText } from '../../knowledge/index.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import { readWhole } from './text-file.ts'
import { wording } from './wording.ts'

/**
 * The whole of a text file, unpacked when it is a `.gz`, with the path by which people know it.
 * @throws Failure `input` naming the file when it cannot be read
 */
export async function readNamedText(path: string): Promise<NamedText> {
  try {
    return { name: path, text: await readWhole(path, DEFAULT_LIMITS) }
  } catch (cause) {
    throw new Failure('input', wording.fileUnread(path, toError(cause).message), { cause })
  }
}
