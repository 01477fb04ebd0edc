import { enableCompileCache } from 'node:module'

enableCompileCache()

const { processWording, reportFailure, runCommandLine, takeGlobalArguments } =
  await import('./adapters/cli/index.ts')
const { compose } = await import('./compose.ts')
const { isStartedByNpm, readConfig } = await import('./config.ts')
const { Failure, toError } = await import('./core/index.ts')

/** Whoever stops a server kills it soon after; nothing is lost when a command ends midway. */
const SERVER_ENDS_WITHIN_MS = 4_500
const COMMAND_ENDS_WITHIN_MS = 1_000
/** One press of Ctrl+C may arrive twice, from the terminal and from whoever started us. */
const SAME_SIGNAL_WITHIN_MS = 300
const LOOK_AT_PARENT_EVERY_MS = 500

const { isJson, dataFolder, rest } = takeGlobalArguments(process.argv.slice(2))
const parts = compose(() => readConfig(dataFolder))
let signalledAt: number | null = null
let ending: Promise<void> | null = null

/** What still runs while the process ends has nothing to say any more. */
const terminal = {
  out: (text: string) => void (signalledAt === null && process.stdout.write(text)),
  err: (text: string) => void (signalledAt === null && process.stderr.write(text)),
}

/** Ends the process once all parts have; the first who calls decides the exit code. */
const end = (code: number): Promise<void> => (ending ??= closeAndExit(code))

async function closeAndExit(code: number): Promise<void> {
  const failed = await parts.close().then(
    () => 0,
    (thrown: unknown) => reportFailure(thrown, false, terminal),
  )
  await new Promise((written) => process.stdout.write('', written))
  process.exit(code || failed)
}

function onSignal(): void {
  const at = performance.now()
  if (signalledAt !== null) {
    if (at - signalledAt > SAME_SIGNAL_WITHIN_MS) process.exit(1)
    return
  }
  const isServing = parts.isServing()
  if (isServing) terminal.err(`${processWording.stopping}\n`)
  else reportFailure(new Failure('ours', processWording.interrupted), isJson, terminal)
  signalledAt = at
  setTimeout(
    () => {
      process.stderr.write(`${processWording.slowEnd}\n`)
      process.exit(1)
    },
    isServing ? SERVER_ENDS_WITHIN_MS : COMMAND_ENDS_WITHIN_MS,
  )
  void end(isServing ? 0 : 1)
}

function onCrash(thrown: unknown): void {
  const error = toError(thrown)
  // Wrong settings leave no log to write to; the line for people comes all the same.
  try {
    parts.logCrash(error)
  } finally {
    reportFailure(error, isJson && !parts.isServing(), terminal)
    process.exit(1)
  }
}

process.on('SIGINT', onSignal)
process.on('SIGTERM', onSignal)
// A rejection that nobody handles comes here too.
process.on('uncaughtException', onCrash)
// A reader that has seen enough (`| head`) closes the pipe.
process.stdout.on('error', () => process.exit(1))
if (isStartedByNpm()) {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent && signalledAt === null) onSignal()
  }, LOOK_AT_PARENT_EVERY_MS).unref()
}

const code = await runCommandLine(rest, isJson, parts, terminal)
if (code !== 0 || !parts.isServing()) await end(code)
