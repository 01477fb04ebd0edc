import { toError, toInstant } from '../../core/index.ts'
import type { ConversationDeps } from '../conversation-deps.ts'
import type { IncomingMessage } from '../listener.ts'
import type { InboxMessage, Reply } from '../stores.ts'
import { guardAction } from './guard-action.ts'
import { guardCard } from './guard-cards.ts'
import type { GuardKind } from './kinds.ts'

/** Answers of people in danger that are remembered, so that the same message again gets the same answer. */
const MOST_REMEMBERED = 1_000

/** When storing is tried, each after the one before failed. */
const TRIES_AFTER_MS = [0, 5_000, 60_000]

/** Answers a message without waiting for anything; the reply is stored afterwards. */
export type AnswerUrgently = (message: IncomingMessage, kind: GuardKind) => readonly Reply[]

/** For lives at stake: no store and no index is asked before the answer is out. */
export function createUrgentAnswers(deps: ConversationDeps): AnswerUrgently {
  const { clock, newId, unit } = deps
  const answered = new Map<string, readonly Reply[]>()

  return ({ channel, conversationId, messageId }, kind) => {
    const key = JSON.stringify([channel, conversationId, messageId, kind])
    const known = answered.get(key)
    if (known !== undefined) return known
    const at = toInstant(clock.now())
    const message: InboxMessage = {
      id: newId(),
      channel,
      messageId,
      conversationId,
      text: null,
      action: guardAction(kind),
      status: 'handled',
      attempts: 0,
      receivedAt: at,
    }
    const reply: Reply = {
      id: newId(),
      channel,
      conversationId,
      inboxId: message.id,
      cards: [guardCard(kind, unit.current())],
      createdAt: at,
    }
    answered.set(key, [reply])
    if (answered.size > MOST_REMEMBERED) answered.delete(answered.keys().next().value ?? '')
    // the answer leaves first: a store that blocks must not hold it back
    void keepAfterwards(deps, message, reply, kind)
    return [reply]
  }
}

/** Never rejects: nobody waits for it. */
async function keepAfterwards(
  deps: ConversationDeps,
  message: InboxMessage,
  reply: Reply,
  kind: GuardKind,
): Promise<void> {
  for (const waitMs of TRIES_AFTER_MS) {
    await deps.clock.sleep(waitMs)
    try {
      return await keep(deps, message, reply, kind)
    } catch (thrown) {
      const details = { err: toError(thrown), channel: message.channel, kind }
      deps.logger?.error(details, 'an urgent answer was not stored')
    }
  }
}

/** The message without its text, the reply and the count, all or nothing; not a second time. */
const keep = (
  { transact, inbox, replies, desk, knowledge }: ConversationDeps,
  message: InboxMessage,
  reply: Reply,
  kind: GuardKind,
): Promise<void> =>
  transact(async () => {
    if (!(await inbox.add(message))) return
    await replies.add([reply])
    await desk.record({
      id: message.id,
      channel: message.channel,
      text: '',
      outcome: 'guard',
      reason: kind,
      entryId: null,
      revision: revisionOf(knowledge),
    })
  })

/** 0 while no index is loaded. */
function revisionOf(knowledge: ConversationDeps['knowledge']): number {
  try {
    return knowledge.current().revision
  } catch {
    return 0
  }
}
