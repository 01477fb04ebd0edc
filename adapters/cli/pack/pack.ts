import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import {
  chmod,
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { Failure, toError } from '../../../core/index.ts'
import type { CliContext } from '../context.ts'
import { productionPackages } from './production-packages.ts'
import { packWording as say } from './wording.ts'

/** What the program is made of, besides its packages. */
const PARTS = (
  'main.ts compose.ts config.ts package.json package-lock.json .env.example README.md ' +
  'core knowledge desk jobs bot adapters content docs'
).split(' ')
/** As in package.json: without them the memory of short-lived objects alone grows to 130 MB. */
const NODE_FLAGS = '--max-semi-space-size=4 --heap-growing-percent=40'
/** The folder inside the archive. */
const NAME = 'tro-ly-cchc'
const IS_WINDOWS = process.platform === 'win32'

/** `cchc pack`: one file with the program, its packages and its runtime, for a server without a network. */
export function registerPack(program: Command, context: CliContext): void {
  program
    .command('pack')
    .option('--file <file>', say.file)
    .description(say.description)
    .addHelpText('after', say.examples)
    .action(async ({ file }: { file?: string }) => {
      const { programFolder } = context.settings()
      const target = resolve(context.cwd, file ?? (await defaultName(programFolder)))
      await checkTarget(target)
      const bytes = await pack(programFolder, target)
      const megabytes = (bytes / 1e6).toFixed(0)
      context.print({ json: { file: target, bytes }, text: say.packed(target, megabytes) })
    })
}

async function defaultName(programFolder: string): Promise<string> {
  const text = await readFile(join(programFolder, 'package.json'), 'utf8')
  const { version } = JSON.parse(text) as { version: string }
  return `${NAME}-${version}-${process.platform}-${process.arch}.tar.gz`
}

async function checkTarget(target: string): Promise<void> {
  if (!existsSync(dirname(target))) throw new Failure('input', say.noFolder(dirname(target)))
  if (existsSync(target)) throw new Failure('input', say.exists(target))
}

async function pack(programFolder: string, target: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'cchc-pack-'))
  const part = `${target}.part`
  try {
    await gather(programFolder, join(folder, NAME))
    await runTar(['-czf', basename(part), '-C', folder, NAME], dirname(target))
    // named last: half a file never looks like a whole one
    await rename(part, target)
    return (await stat(target)).size
  } finally {
    await rm(part, { force: true })
    await rm(folder, { recursive: true, force: true })
  }
}

async function gather(programFolder: string, to: string): Promise<void> {
  await mkdir(to)
  for (const name of PARTS) {
    const from = join(programFolder, name)
    if (existsSync(from)) await cp(from, join(to, name), { recursive: true })
  }
  for (const folder of await productionPackages(programFolder)) {
    const from = join(programFolder, folder)
    // packages inside this one are on the list themselves, where they are needed
    const filter = (path: string): boolean => path !== join(from, 'node_modules')
    await cp(from, join(to, folder), { recursive: true, filter })
  }
  const runtime = IS_WINDOWS ? 'node.exe' : 'node'
  await mkdir(join(to, 'nodejs'))
  await copyFile(process.execPath, join(to, 'nodejs', runtime))
  await chmod(join(to, 'nodejs', runtime), 0o755)
  await writeStarters(to)
}

async function writeStarters(to: string): Promise<void> {
  const shell = (words: string): string =>
    `#!/bin/sh\nexport INIT_CWD="$PWD"\ncd "$(dirname "$0")" || exit 1\nexec ./nodejs/node ${NODE_FLAGS} main.ts ${words}\n`
  const batch = (words: string): string =>
    `@echo off\r\nset "INIT_CWD=%CD%"\r\ncd /d "%~dp0"\r\nnodejs\\node.exe ${NODE_FLAGS} main.ts ${words}\r\n`
  const starters = IS_WINDOWS
    ? { 'chay.cmd': batch('serve'), 'cchc.cmd': batch('%*') }
    : { 'chay.sh': shell('serve'), 'cchc.sh': shell('"$@"') }
  for (const [name, text] of Object.entries({ ...starters, 'DOC-TRUOC.txt': say.readme })) {
    await writeFile(join(to, name), text, { mode: 0o755 })
  }
}

async function runTar(line: readonly string[], cwd: string): Promise<void> {
  const child = spawn('tar', line, { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const ended = once(child, 'close').catch((thrown: unknown) => {
    const isMissing = (toError(thrown) as NodeJS.ErrnoException).code === 'ENOENT'
    throw new Failure('ours', isMissing ? say.noTar : say.tarFailed(toError(thrown).message))
  })
  const [code] = (await ended) as [number | null]
  if (code !== 0) throw new Failure('ours', say.tarFailed(complaint.trim().slice(0, 200)))
}
