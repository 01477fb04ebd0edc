import { Failure, localDateOf, toError, toInstant } from '../core/index.ts'
import type { Instant } from '../core/index.ts'
import { parseAction } from './actions.ts'
import { apologyCard } from './cards/plain-cards.ts'
import type { ConversationDeps } from './conversation-deps.ts'
import { guardKindOf } from './guard/guard-action.ts'
import { respond } from './respond.ts'
import { EMPTY_SESSION, readSession } from './session-data.ts'
import type { InboxMessage, Session } from './stores.ts'
import type { Outcome } from './turn.ts'
import { busyMessage } from './wording.ts'

/** After so many failures a message gets an apology instead of an answer. */
const MOST_ATTEMPTS = 3
/** After so many lost races somebody else is answering this conversation. */
const MOST_RACES = 25

/** A message that waits longer than this was left behind by a process that ended. */
const ABANDONED_AFTER_MS = 5_000

/** Messages received before this moment count as left behind. */
export const abandonedBefore = (now: Date): Instant =>
  toInstant(new Date(now.getTime() - ABANDONED_AFTER_MS))

/** Answers what waits in one conversation, oldest first; returns how many. */
export type Drain = (channel: string, conversationId: string) => Promise<number>

/**
 * Answers one message after the other. The session is loaded before the list of waiting messages: whoever
 * answers a message in between also moves the version, so a save on top of the loaded version proves that
 * the message is still unanswered.
 */
export function createDrain(deps: ConversationDeps): Drain {
  const { inbox, sessions, clock, logger } = deps

  /** Answers the message; false when another process moved the conversation meanwhile. */
  const answer = async (message: InboxMessage, session: Session | null): Promise<boolean> => {
    if (message.attempts >= MOST_ATTEMPTS) {
      return commit(deps, message, session, {
        cards: [apologyCard(deps.unit.current())],
        session: { ...EMPTY_SESSION, buttons: apologyCard(deps.unit.current()).buttons },
      })
    }
    return commit(deps, message, session, await outcomeOf(deps, message, session))
  }

  return async (channel, conversationId) => {
    const counted = new Set<string>()
    let handled = 0
    let races = 0
    for (;;) {
      const session = await sessions.load(channel, conversationId)
      const [message] = await inbox.waiting(channel, conversationId)
      if (message === undefined) return handled
      // what a process that ended left behind may be what ended it: counted before it is tried again
      const isLeftBehind = message.receivedAt < abandonedBefore(clock.now())
      if (isLeftBehind && !counted.has(message.id)) {
        counted.add(message.id)
        await inbox.countAttempt(message.id)
      }
      try {
        const isOurs = await answer(message, session)
        races = isOurs ? 0 : races + 1
        handled += isOurs ? 1 : 0
      } catch (thrown) {
        logger?.error(
          { err: toError(thrown), inboxId: message.id },
          'a message could not be answered',
        )
        if (message.attempts >= MOST_ATTEMPTS) throw thrown
        if (!counted.delete(message.id)) await inbox.countAttempt(message.id)
      }
      if (races > MOST_RACES) throw new Failure('conflict', busyMessage)
      if (races > 0) await clock.sleep(5 * races)
    }
  }
}

async function outcomeOf(
  deps: ConversationDeps,
  message: InboxMessage,
  session: Session | null,
): Promise<Outcome> {
  const guard = guardKindOf(message.action)
  const action = message.action === null ? null : parseAction(message.action)
  const isOwnQuestion =
    action?.kind === 'rate' && (await isAnsweredIn(deps, message, action.questionId))
  await deps.knowledge.loaded()
  const now = deps.clock.now()
  return respond({
    text: message.text ?? '',
    action,
    ...(guard === null ? {} : { guard }),
    isOwnQuestion,
    session: readSession(session, now),
    knowledge: deps.knowledge.current(),
    calendar: deps.calendar,
    unit: deps.unit.current(),
    browse: deps.browse,
    day: localDateOf(now),
    questionId: message.id,
  })
}

/** Whether a card of this conversation asked for a rating of the question. */
const isAnsweredIn = async (
  { replies }: ConversationDeps,
  { channel, conversationId }: InboxMessage,
  questionId: string,
): Promise<boolean> =>
  (await replies.to(questionId)).some(
    (reply) =>
      reply.channel === channel &&
      reply.conversationId === conversationId &&
      reply.cards.some((card) => card.ratingFor === questionId),
  )

/** Thrown inside the transaction to undo it when the session was saved by somebody else. */
class RaceLost extends Error {}

/** Session, replies, question, rating and the handled mark, all or nothing. */
async function commit(
  deps: ConversationDeps,
  message: InboxMessage,
  session: Session | null,
  outcome: Outcome,
): Promise<boolean> {
  const { channel, conversationId } = message
  const at = toInstant(deps.clock.now())
  const saved: Session = {
    channel,
    conversationId,
    version: (session?.version ?? 0) + 1,
    data: { ...outcome.session },
    updatedAt: at,
  }
  try {
    await deps.transact(async () => {
      if (!(await deps.sessions.save(saved))) throw new RaceLost()
      await deps.replies.add([
        {
          id: deps.newId(),
          channel,
          conversationId,
          inboxId: message.id,
          cards: outcome.cards,
          createdAt: at,
        },
      ])
      await deps.inbox.markHandled(message.id, at)
      await count(deps, message, outcome)
    })
    return true
  } catch (thrown) {
    if (thrown instanceof RaceLost) return false
    throw thrown
  }
}

async function count(
  { desk, knowledge }: ConversationDeps,
  { id, channel }: InboxMessage,
  { asked, rated }: Outcome,
): Promise<void> {
  if (asked) await desk.record({ id, channel, ...asked, revision: knowledge.current().revision })
  if (rated) await desk.rate(rated.questionId, rated.isHelpful)
}
