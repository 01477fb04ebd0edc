import type { Clock } from '../../core/index.ts'

/** One server-sent event. */
export interface StreamEvent {
  id: string
  name: string
  data: unknown
}

/** How many streams may be open, and how often they look and breathe. */
export interface StreamLimits {
  perConversation: number
  perNetwork: number
  total: number
  /** How often replies made by other processes are looked for. */
  pollMs: number
  /** How often a comment is sent so that proxies keep the connection. */
  heartbeatMs: number
  /** Bytes that a reader may leave unread before it is let go. */
  unreadBytes: number
}

/** 60 a network: a one-stop office shares one address. */
export const STREAM_LIMITS: StreamLimits = {
  perConversation: 6,
  perNetwork: 60,
  total: 1_000,
  pollMs: 1_000,
  heartbeatMs: 15_000,
  unreadBytes: 256 * 1024,
}

/** Who reads a stream, and what they have read already. */
export interface StreamReader {
  conversationId: string
  /** The address, or the whole network of an IPv6 one. */
  network: string
  /** The last event that they know; '' for none. */
  afterId: string
}

/** The open event streams of this process (luồng trả lời). */
export interface ReplyStreams {
  /**
   * A body of server-sent events that goes on until the reader leaves.
   * @param next gives the events after an id, oldest first
   * @returns null when too many are open
   */
  open(
    reader: StreamReader,
    next: (afterId: string) => Promise<readonly StreamEvent[]>,
  ): ReadableStream<Uint8Array> | null
  /** Tells the streams of a conversation to look now. */
  notify(conversationId: string): void
  /** Ends all streams; later ones are not opened. */
  end(): void
}

interface Listener {
  wake(): void
  stop(): void
}

export function createReplyStreams(
  clock: Clock,
  onError: (error: unknown) => void,
  limits: StreamLimits = STREAM_LIMITS,
): ReplyStreams {
  const all = new Set<Listener>()
  const ofConversation = createGroups<Listener>()
  const ofNetwork = createGroups<Listener>()
  let hasEnded = false

  const hasRoom = ({ conversationId, network }: StreamReader): boolean =>
    !hasEnded &&
    all.size < limits.total &&
    ofConversation.of(conversationId).size < limits.perConversation &&
    ofNetwork.of(network).size < limits.perNetwork

  return {
    open(reader, next) {
      if (!hasRoom(reader)) return null
      const { conversationId, network, afterId } = reader
      const stopped = new AbortController()
      let alarm = new AbortController()
      const wake = (): void => alarm.abort()
      const stop = (): void => {
        stopped.abort()
        wake()
      }
      const listener: Listener = { wake, stop }
      const pause = async (): Promise<void> => {
        await clock.sleep(limits.pollMs, alarm.signal)
        alarm = new AbortController()
      }
      all.add(listener)
      ofConversation.add(conversationId, listener)
      ofNetwork.add(network, listener)
      return new ReadableStream<Uint8Array>(
        {
          start(controller) {
            // Not awaited: `start` must settle before the stream takes note of its reader.
            void pump(controller, { afterId, next, pause, clock, limits, signal: stopped.signal })
              .catch(onError)
              .finally(() => {
                all.delete(listener)
                ofConversation.remove(conversationId, listener)
                ofNetwork.remove(network, listener)
                close(controller)
              })
          },
          cancel: () => listener.stop(),
        },
        new ByteLengthQueuingStrategy({ highWaterMark: limits.unreadBytes }),
      )
    },
    notify(conversationId) {
      for (const listener of ofConversation.of(conversationId)) listener.wake()
    },
    end() {
      hasEnded = true
      for (const listener of all) listener.stop()
    },
  }
}

/** Members by the name of their group; a group without members is not kept. */
function createGroups<T>() {
  const groups = new Map<string, Set<T>>()
  const nobody: ReadonlySet<T> = new Set()
  return {
    of: (name: string): ReadonlySet<T> => groups.get(name) ?? nobody,
    add(name: string, member: T): void {
      groups.set(name, (groups.get(name) ?? new Set<T>()).add(member))
    },
    remove(name: string, member: T): void {
      const group = groups.get(name)
      if (group?.delete(member) && group.size === 0) groups.delete(name)
    },
  }
}

interface Pump {
  afterId: string
  next(afterId: string): Promise<readonly StreamEvent[]>
  pause(): Promise<void>
  clock: Clock
  limits: StreamLimits
  signal: AbortSignal
}

/** Writes events as they come until the reader leaves or falls too far behind. */
async function pump(
  controller: ReadableStreamDefaultController<Uint8Array>,
  { afterId, next, pause, clock, limits, signal }: Pump,
): Promise<void> {
  const encoder = new TextEncoder()
  const write = (text: string): void => controller.enqueue(encoder.encode(text))
  let lastId = afterId
  let heardAtMs = clock.now().getTime()
  write('retry: 3000\n\n')
  while (!signal.aborted) {
    const events = await next(lastId)
    if (signal.aborted || (controller.desiredSize ?? 0) <= 0) return
    for (const event of events) {
      write(`id: ${event.id}\nevent: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`)
      lastId = event.id
    }
    const nowMs = clock.now().getTime()
    if (events.length > 0) heardAtMs = nowMs
    if (nowMs - heardAtMs >= limits.heartbeatMs) {
      write(': \n\n')
      heardAtMs = nowMs
    }
    await pause()
  }
}

/** A cancelled stream is closed already. */
function close(controller: ReadableStreamDefaultController<Uint8Array>): void {
  try {
    controller.close()
  } catch {
    // The reader left: nothing to close.
  }
}
