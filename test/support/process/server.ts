import type { ChildProcess } from 'node:child_process'
import { createNewId, systemClock, systemRandom, type Card } from '../../../core/index.ts'
import {
  collectOutput,
  startProgram,
  waitForEnd,
  type ProgramOptions,
  type Run,
} from './program.ts'

/** What `serve --json` says when it is ready. */
interface Started {
  url: string
  data: string
  revision: number
  entries: number
}

/** The program as a server in a process of its own. */
export interface ServerProcess extends Started {
  child: ChildProcess
  /** From the start of the process to the line that says where it is. */
  startMs: number
  output: { out: string; err: string }
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Run>
}

const START_WITHIN_MS = 20_000

/** Starts `serve` on a free port and waits until it says where. */
export async function serveProgram(
  dataFolder: string,
  options: ProgramOptions = {},
): Promise<ServerProcess> {
  const startedAt = performance.now()
  const env = { PORT: '0', LOG_LEVEL: 'warn', ...options.env }
  const child = startProgram(['serve', '--data', dataFolder, '--json'], { ...options, env })
  const output = collectOutput(child)
  const ended = waitForEnd(child, output)
  const started = await waitFor(() => parseWhole(output.out) ?? endOf(child), START_WITHIN_MS)
  if (started === 'ended') throw new Error(`serve ended: ${output.out}${output.err}`)
  const startMs = Math.round(performance.now() - startedAt)
  return {
    ...started,
    child,
    startMs,
    output,
    end(signal) {
      const signalledAt = performance.now()
      child.kill(signal)
      return ended.then((run) => ({
        ...run,
        elapsedMs: Math.round(performance.now() - signalledAt),
      }))
    },
  }
}

const endOf = (child: ChildProcess): 'ended' | undefined =>
  child.exitCode === null && child.signalCode === null ? undefined : 'ended'

function parseWhole(text: string): Started | undefined {
  try {
    return JSON.parse(text) as Started
  } catch {
    return undefined
  }
}

/** Looks every 10 ms until there is something. */
export async function waitFor<T>(
  look: () => T | undefined | Promise<T | undefined>,
  withinMs: number,
): Promise<T> {
  const deadline = performance.now() + withinMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (performance.now() > deadline) throw new Error(`nothing within ${withinMs} ms`)
    await systemClock.sleep(10)
  }
}

/** One reply as the JSON address gives it. */
export interface ReplyJson {
  id: string
  inboxId: string
  cards: Card[]
}

/** A browser as the server sees it: one cookie, over one or more processes. */
export interface Chat {
  /** Asks at `url` and gives the replies; the same `messageId` again is the same message. */
  say(url: string, text: string, messageId?: string): Promise<ReplyJson[]>
  press(url: string, action: string): Promise<ReplyJson[]>
  /** Keeps the cookie of a response, as a browser does. */
  take(response: Response): void
  /** The page with the conversation so far. */
  page(url: string): Promise<string>
}

export const newMessageId = createNewId(systemClock, systemRandom)

export function openChat(): Chat {
  let cookie = ''
  const take = (response: Response): void => {
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
  }
  const post = async (url: string, body: object): Promise<ReplyJson[]> => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
      body: JSON.stringify(body),
    })
    take(response)
    const json = (await response.json()) as { replies?: ReplyJson[] }
    if (!json.replies) throw new Error(`${response.status}: ${JSON.stringify(json)}`)
    return json.replies
  }
  return {
    take,
    say: (url, text, messageId = newMessageId()) => post(url, { messageId, text }),
    press: (url, action) => post(url, { messageId: newMessageId(), action }),
    page: async (url) => (await fetch(url, { headers: { cookie } })).text(),
  }
}

/** Title of the first card of the last reply. */
export const titleOf = (replies: readonly ReplyJson[]): string | undefined =>
  replies.at(-1)?.cards[0]?.title
