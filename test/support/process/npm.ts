import { spawn, type ChildProcess } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { bareEnvironment, collectOutput, ROOT, waitForEnd, type Run } from './program.ts'

const isWindows = process.platform === 'win32'

/** npm as people call it, in a process group of its own so that nothing is left behind. */
export function spawnNpm(
  words: readonly string[],
  options: { env?: Readonly<Record<string, string>>; cwd?: string } = {},
): { child: ChildProcess; output: { out: string; err: string }; ended: Promise<Run> } {
  const env = bareEnvironment(options.env)
  // The packages' own node first, as in any script of npm.
  env['PATH'] = [dirname(process.execPath), env['PATH'] ?? ''].join(delimiter)
  const child = spawn('npm', [...words], {
    cwd: options.cwd ?? ROOT,
    env,
    shell: isWindows,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = collectOutput(child)
  return { child, output, ended: waitForEnd(child, output) }
}
