import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** The folder of the program under test. */
export const ROOT = join(import.meta.dirname, '../../..')

/** Settings and npm's marks: what the machine of the tester has set must not be seen. */
const NOT_HANDED_ON =
  /^(HOST|PORT|CCHC_DATA_DIR|DATABASE_URL|TRUSTED_PROXIES|FRAME_ANCESTORS|UNIT_NAME|LOG_LEVEL|QUESTION_RETENTION_DAYS|INIT_CWD|npm_.*|NODE_OPTIONS|VITEST.*)$/

export interface ProgramOptions {
  /** Settings; all others are as if nobody had set any. */
  env?: Readonly<Record<string, string>>
  cwd?: string
  /** Of a copy of the program. */
  root?: string
  /** Words for node itself. */
  nodeOptions?: readonly string[]
  /** Another account; only root may choose one. */
  uid?: number
  gid?: number
}

/** How one command line ended. */
export interface Run {
  code: number | null
  signal: NodeJS.Signals | null
  out: string
  err: string
  elapsedMs: number
}

/** The environment of a machine on which nothing is set. */
export const bareEnvironment = (env: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_HANDED_ON.test(name))),
  ...env,
})

/** A new folder that is gone after the test. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cchc-process-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** A copy of the program in a folder of its own, with the packages of this one. */
export async function copyProgram(): Promise<string> {
  const root = join(await newFolder(), 'program')
  const parts = ['core', 'knowledge', 'desk', 'jobs', 'bot', 'adapters', 'content']
  for (const name of [...parts, 'main.ts', 'compose.ts', 'config.ts', 'package.json']) {
    await cp(join(ROOT, name), join(root, name), { recursive: true })
  }
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'dir')
  return root
}

/** Starts the program; killed after the test when it still runs. */
export function startProgram(words: readonly string[], options: ProgramOptions = {}): ChildProcess {
  const { env, root = ROOT, cwd = root, nodeOptions = [], ...account } = options
  const child = spawn(process.execPath, [...nodeOptions, join(root, 'main.ts'), ...words], {
    cwd,
    env: bareEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...account,
  })
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
  return child
}

/** What a process has written so far. */
export function collectOutput(child: ChildProcess): { out: string; err: string } {
  const output = { out: '', err: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => void (output.out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => void (output.err += text))
  return output
}

/** How a process ends, with everything that it wrote. */
export async function waitForEnd(child: ChildProcess, output = collectOutput(child)): Promise<Run> {
  const startedAt = performance.now()
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  return { code, signal, ...output, elapsedMs: Math.round(performance.now() - startedAt) }
}

/** One command line from start to end. */
export const runProgram = (words: readonly string[], options: ProgramOptions = {}): Promise<Run> =>
  waitForEnd(startProgram(words, options))

/** The same with `--json`: what stood on stdout has to be one document. */
export async function runJson(
  words: readonly string[],
  options: ProgramOptions = {},
): Promise<{ code: number | null; json: Record<string, unknown>; err: string }> {
  const { code, out, err } = await runProgram(['--json', ...words], options)
  try {
    return { code, json: JSON.parse(out) as Record<string, unknown>, err }
  } catch (cause) {
    throw new Error(`not one JSON document on stdout: ${out}\n${err}`, { cause })
  }
}
