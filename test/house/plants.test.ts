import { spawn } from 'node:child_process'
import { appendFile, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allFiles, ROOT } from './repository.ts'

/** A violation put into a copy of the repository, and how the check names it. */
interface Plant {
  what: string
  file: string
  text: string
  /**
   * In the output: anywhere when it says "planted", else in one block without blank lines together with `file`.
   * Absent for a file that only helps another plant.
   */
  named?: string
}

/** One script of package.json with the violations that it has to find. */
interface Check {
  script: string
  plants: readonly Plant[]
}

const CHECKS: readonly Check[] = [
  {
    script: 'check:types',
    plants: [
      {
        what: 'a type error',
        file: 'core/planted-type.ts',
        text: "export const days: number = 'three'\n",
        named: "Type 'string' is not assignable to type 'number'",
      },
    ],
  },
  {
    script: 'check:types',
    plants: [
      {
        what: 'a type error in browser code',
        file: 'adapters/web/public/planted-type.js',
        text: "/** @type {number} */\nexport const days = 'three'\n",
        named: "Type 'string' is not assignable to type 'number'",
      },
    ],
  },
  {
    script: 'check:lint',
    plants: [
      {
        what: 'an import to the right',
        file: 'desk/planted-wrong-way.ts',
        text: "export type { Conversation as Planted } from '../bot/index.ts'\n",
        named: 'Wrong-way import: bot is to the right of desk',
      },
      {
        what: 'an import past index.ts',
        file: 'bot/planted-deep.ts',
        text: "export type { Entry as Planted } from '../knowledge/entry.ts'\n",
        named: 'Deep import: knowledge is another room',
      },
      {
        what: 'an import from one adapter to another',
        file: 'adapters/web/planted-stranger.ts',
        text: "export * from '../sql/index.ts'\n",
        named: 'Adapters are strangers to each other',
      },
      {
        what: 'an import of the composition',
        file: 'adapters/cli/planted-root.ts',
        text: "export * from '../../compose.ts'\n",
        named: 'nothing imports main.ts, compose.ts',
      },
      {
        what: 'an import of a test',
        file: 'jobs/planted-test.ts',
        text: "export * from '../test/house/syntax.ts'\n",
        named: 'Nothing imports test/',
      },
      {
        what: 'a vendor library away from home',
        file: 'bot/planted-vendor.ts',
        text: "export type { Kysely as Planted } from 'kysely'\n",
        named: 'kysely lives in adapters/sql only',
      },
      {
        what: 'input and output in an inner room',
        file: 'knowledge/search/planted-io.ts',
        text: "export { readFileSync as planted } from 'node:fs'\n",
        named: 'Inner rooms do no input or output',
      },
      {
        what: 'a cycle',
        file: 'jobs/planted-cycle-a.ts',
        text: "import { b } from './planted-cycle-b.ts'\nexport const a = (): number => b()\n",
        named: 'Dependency cycle detected',
      },
      {
        what: 'the other half of the cycle',
        file: 'jobs/planted-cycle-b.ts',
        text: "import { a } from './planted-cycle-a.ts'\nexport const b = (): number => a()\n",
        named: 'Dependency cycle detected',
      },
      {
        what: 'a file over 300 lines',
        file: 'core/planted-long.ts',
        text: Array.from({ length: 301 }, (_, n) => `export const line${n} = ${n}\n`).join(''),
        named: 'max-lines',
      },
      {
        what: 'a floating promise',
        file: 'core/planted-floating.ts',
        text: 'export const planted = (): void => {\n  Promise.resolve(1)\n}\n',
        named: 'no-floating-promises',
      },
      {
        what: 'a default export',
        file: 'core/planted-default.ts',
        text: 'export default 1\n',
        named: 'no-default-export',
      },
      {
        what: 'the environment outside config.ts',
        file: 'bot/planted-environment.ts',
        text: "export const planted = process.env['PORT']\n",
        named: 'no-process-env',
      },
      {
        what: 'the end of the process outside main.ts',
        file: 'bot/planted-exit.ts',
        text: 'export const planted = (): never => process.exit(1)\n',
        named: 'no-process-exit',
      },
    ],
  },
  {
    script: 'check:format',
    plants: [
      {
        what: 'an unformatted file',
        file: 'core/planted-format.ts',
        text: 'export const planted = "double";\n',
        named: 'planted-format',
      },
    ],
  },
  {
    script: 'check:dead',
    plants: [
      {
        what: 'an unused file',
        file: 'desk/planted-unused.ts',
        text: 'export const planted = 1\n',
        named: 'Unused files',
      },
      {
        what: 'an unused export',
        file: 'core/card.ts',
        text: 'export const plantedExport = 1\n',
        named: 'plantedExport',
      },
      {
        what: 'an unlisted dependency',
        file: 'test/house/planted-unlisted.test.ts',
        text: "import 'planted-dependency'\n",
        named: 'planted-dependency',
      },
    ],
  },
  {
    script: 'check:dead',
    plants: [
      {
        what: 'a file of the program that only tests use',
        file: 'desk/planted-for-tests.ts',
        text: 'export const planted = 1\n',
        named: 'Unused files',
      },
      {
        what: 'the test that uses it',
        file: 'test/desk/planted.test.ts',
        text: "import { planted } from '../../desk/planted-for-tests.ts'\nexport const seen = [planted]\n",
      },
    ],
  },
  {
    script: 'check:house',
    plants: [
      {
        what: 'a bare new Date()',
        file: 'jobs/planted-clock.ts',
        text: 'export const planted = new Date()\n',
        named: 'jobs/planted-clock.ts:1 new Date()',
      },
      {
        what: 'chance',
        file: 'jobs/planted-chance.ts',
        text: 'export const planted = Math.random()\n',
        named: 'jobs/planted-chance.ts:1 Math.random',
      },
      {
        what: 'the environment taken apart',
        file: 'adapters/web/planted-environment.ts',
        text: 'export const { env } = process\n',
        named: 'adapters/web/planted-environment.ts:1 take process whole',
      },
      {
        what: 'Vietnamese text outside wording.ts',
        file: 'bot/planted-words.ts',
        text: "export const planted = 'Xin chào'\n",
        named: 'bot/planted-words.ts:1 \\"Xin chào\\"',
      },
      {
        what: 'a page style over 300 lines',
        file: 'adapters/web/public/planted-long.css',
        text: '.planted {\n  color: red;\n}\n'.repeat(101),
        named: 'planted-long.css',
      },
      {
        what: 'a file name in another case',
        file: 'bot/plantedName.ts',
        text: 'export const planted = 1\n',
        named: 'bot/plantedName.ts',
      },
      {
        what: 'a type without a word in the glossary',
        file: 'desk/planted-type.ts',
        text: 'export interface PlantedType {\n  a: number\n}\n',
        named: 'desk/PlantedType',
      },
      {
        what: 'a path of a machine',
        file: 'docs/planted-path.md',
        text: `Run it in /${'home'}/somebody/cchc.\n`,
        named: 'docs/planted-path.md:1 absolute path',
      },
      {
        what: 'a link to nowhere',
        file: 'docs/planted-link.md',
        text: '[gone](vi/gone.md)\n',
        named: 'docs/planted-link.md: vi/gone.md',
      },
      {
        what: 'a setting that .env.example lacks',
        file: 'config.ts',
        text: 'export const planted = {\n  PLANTED_SETTING: 1,\n}\n',
        named: 'PLANTED_SETTING',
      },
      {
        what: 'a test that hides the others',
        file: 'test/bot/planted.test.ts',
        text: `import { test } from 'vitest'\ntest.${'only'}('x', () => {})\n`,
        named: 'test/bot/planted.test.ts:2 .only',
      },
      {
        what: 'a test without a room',
        file: 'test/attic/planted.test.ts',
        text: 'export const planted = 1\n',
        named: 'test/attic/planted.test.ts',
      },
    ],
  },
]

let copy = ''

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'cchc-plants-'))
  await Promise.all(allFiles.map((path) => cp(`${ROOT}${path}`, join(copy, path))))
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
})

afterAll(() => rm(copy, { recursive: true, force: true }))

/** Runs a script of package.json in the copy; what it printed is in `output` without colours. */
function runScript(script: string): Promise<{ exitCode: number | null; output: string }> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|NODE_|TEST|CI$)/.test(name),
  )
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: copy,
      env: { ...Object.fromEntries(kept), NO_COLOR: '1' },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const collect = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ exitCode, output }))
  })
}

/** Puts the plants in; the result takes them out again. */
async function plantAll(plants: readonly Plant[]): Promise<() => Promise<void>> {
  for (const { file, text } of plants) {
    await mkdir(dirname(join(copy, file)), { recursive: true })
    await (allFiles.includes(file) ? appendFile : writeFile)(join(copy, file), text)
  }
  return async () => {
    for (const { file } of plants) {
      if (allFiles.includes(file)) await cp(`${ROOT}${file}`, join(copy, file))
      else await rm(join(copy, file))
    }
  }
}

/** Whether the output tells about the plant: by its own words, or in one block with its file. */
function isNamed(output: string, { file, named }: Plant): boolean {
  if (named === undefined) return true
  const isAbout = (block: string): boolean => block.includes(file) && block.includes(named)
  return /planted/i.test(named) ? output.includes(named) : output.split('\n\n').some(isAbout)
}

describe('npm run check', () => {
  const clean = new Map<string, ReturnType<typeof runScript>>()

  test.each(CHECKS)(
    '$script finds what is planted, and only that',
    async ({ script, plants }) => {
      const before = clean.get(script) ?? runScript(script)
      clean.set(script, before)
      expect(await before, 'the copy without plants').toMatchObject({ exitCode: 0 })

      const takeOut = await plantAll(plants)
      const { exitCode, output } = await runScript(script)
      await takeOut()

      expect(exitCode).not.toBe(0)
      const unnamed = plants.filter((plant) => !isNamed(output, plant)).map(({ what }) => what)
      expect(unnamed, output).toEqual([])
    },
    120_000,
  )
})
