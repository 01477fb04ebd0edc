import { enableCompileCache } from 'node:module'

enableCompileCache()

const { runCommandLine, serveWording, takeGlobalArguments } =
  await import('./adapters/cli/index.ts')
const { compose } = await import('./compose.ts')
const { readConfig } = await import('./config.ts')

const { isJson, dataFolder, rest } = takeGlobalArguments(process.argv.slice(2))
const parts = compose(() => readConfig(dataFolder))
let isStopping = false

const stop = async (code: number): Promise<void> => {
  if (isStopping) return
  isStopping = true
  await parts.close()
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    process.stderr.write(`${serveWording.stopping}\n`)
    void stop(0)
  })
}
const code = await runCommandLine(rest, isJson, parts, {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
if (rest[0] !== 'serve' || code !== 0) await stop(code)
