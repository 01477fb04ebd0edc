import { spawn, type ChildProcess } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { onTestFinished } from 'vitest'
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
    detached: !isWindows,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => killGroup(child))
  const output = collectOutput(child)
  return { child, output, ended: waitForEnd(child, output) }
}

/** npm, its shell and the program; whoever has ended already is no fault. */
function killGroup({ pid }: ChildProcess): void {
  if (isWindows || pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // the group is empty
  }
}
