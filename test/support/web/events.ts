/** An event as it came over a stream. */
export interface ReceivedEvent {
  id: string
  event: string
  data: { id: string; inboxId: string | null; html: string; question: string | null }
}

/** Reads server-sent events from a response, as a browser does. */
export function readEvents(response: Response) {
  const reader = response.body?.getReader()
  if (!reader) throw new Error('no body')
  const decoder = new TextDecoder()
  let text = ''
  const events: ReceivedEvent[] = []
  const comments: string[] = []
  let hasEnded = false
  const take = (block: string): void => {
    if (block.startsWith(':')) return void comments.push(block)
    const fields = new Map(
      block
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
    )
    if (!fields.has('event')) return
    events.push({
      id: fields.get('id') ?? '',
      event: fields.get('event') ?? '',
      data: JSON.parse(fields.get('data') ?? 'null'),
    })
  }
  const reading = (async () => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      text += decoder.decode(value, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) take(block)
    }
    hasEnded = true
  })()
  return {
    events,
    comments,
    get hasEnded() {
      return hasEnded
    },
    /** Resolves when the server ended the stream. */
    ended: reading,
    leave: () => reader.cancel(),
  }
}
