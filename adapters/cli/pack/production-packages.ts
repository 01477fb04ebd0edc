import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { Failure } from '../../../core/index.ts'
import { packWording as say } from './wording.ts'

interface Manifest {
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

/** The runtime goes into the archive by itself, not as a package. */
const RUNTIME = 'node'

/**
 * Folders of the packages that the program needs to run, relative to its folder: found as Node finds them.
 * @throws Failure `input` when one is not installed
 */
export async function productionPackages(programFolder: string): Promise<string[]> {
  const found = new Set<string>()
  const visit = async (folder: string): Promise<void> => {
    const manifest = JSON.parse(
      await readFile(join(programFolder, folder, 'package.json'), 'utf8'),
    ) as Manifest
    const { dependencies = {}, optionalDependencies = {} } = manifest
    for (const name of Object.keys({ ...optionalDependencies, ...dependencies })) {
      if (name === RUNTIME) continue
      const place = placeOf(programFolder, folder, name)
      if (place === null && name in optionalDependencies) continue
      if (place === null) throw new Failure('input', say.notInstalled(name))
      if (found.has(place)) continue
      found.add(place)
      await visit(place)
    }
  }
  await visit('.')
  return [...found].toSorted()
}

/** The nearest `node_modules/<name>` at or above `folder`; null when there is none. */
function placeOf(programFolder: string, folder: string, name: string): string | null {
  const parts = folder.split(sep)
  for (let depth = parts.length; depth >= 0; depth -= 1) {
    const place = join(...parts.slice(0, depth), 'node_modules', name)
    if (existsSync(join(programFolder, place, 'package.json'))) return place
  }
  return null
}
