import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { madeDocs } from '../support/docs/made-docs.ts'
import { openShippedProgram } from '../support/docs/shipped-program.ts'

/** Writes the files under docs/ that are made from the program (`npm run docs`). */
const { app, close } = await openShippedProgram()
for (const [path, text] of Object.entries(await madeDocs(app))) {
  await writeFile(join(import.meta.dirname, '..', '..', path), text)
  console.log(`${path}: ${text.length} characters`)
}
await close()
