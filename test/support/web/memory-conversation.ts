import { createNewId, systemRandom, toInstant, type Card, type Clock } from '../../../core/index.ts'
import type { Conversation, IncomingMessage, Reply, TranscriptItem } from '../../../bot/index.ts'

interface Line {
  channel: string
  conversationId: string
  item: TranscriptItem
}

/** A conversation kept in memory that says back what it was told: enough to check a channel by. */
export interface MemoryConversation extends Conversation {
  /** What was taken, in order; a repeated messageId is not there twice. */
  readonly taken: readonly IncomingMessage[]
  /** Every call of `receive`, repeated ones too. */
  readonly calls: readonly IncomingMessage[]
  /** A reply that nobody asked for, as another process or an official would store it. */
  say(conversationId: string, card: Card): Reply
  /** The next `receive` rejects with this. */
  failOnce(error: Error): void
  /** Conversations that have said anything. */
  conversationIds(): readonly string[]
  /** `receive` waits for this first. */
  holdUntil(promise: Promise<void>): void
}

export function createMemoryConversation(clock: Clock): MemoryConversation {
  const newId = createNewId(clock, systemRandom)
  const lines: Line[] = []
  const calls: IncomingMessage[] = []
  const byMessageId = new Map<string, { message: IncomingMessage; replies: Reply[] }>()
  let failure: Error | null = null
  let gate: Promise<void> = Promise.resolve()

  const reply = (
    message: Pick<IncomingMessage, 'channel' | 'conversationId'>,
    card: Card,
  ): Reply => {
    const made: Reply = {
      id: newId(),
      channel: message.channel,
      conversationId: message.conversationId,
      inboxId: null,
      cards: [card],
      createdAt: toInstant(clock.now()),
    }
    const { channel, conversationId, id, cards, createdAt: at } = made
    lines.push({ channel, conversationId, item: { kind: 'reply', id, cards, at } })
    return made
  }
  const replies: Reply[] = []
  const of = (channel: string, conversationId: string): TranscriptItem[] =>
    lines
      .filter((line) => line.channel === channel && line.conversationId === conversationId)
      .map((line) => line.item)

  return {
    isUrgent: () => false,
    calls,
    get taken() {
      return [...byMessageId.values()].map((one) => one.message)
    },
    async receive(message) {
      calls.push(message)
      await gate
      if (failure !== null) {
        const error = failure
        failure = null
        throw error
      }
      const known = byMessageId.get(message.messageId)
      if (known) return known.replies
      const { channel, conversationId, text = null, action = null } = message
      const id = newId()
      const at = toInstant(clock.now())
      lines.push({ channel, conversationId, item: { kind: 'message', id, text, action, at } })
      const made = { ...reply(message, echo(message, id)), inboxId: id }
      replies.push(made)
      byMessageId.set(message.messageId, { message, replies: [made] })
      return [made]
    },
    resume: () => Promise.resolve(0),
    transcript: (channel, conversationId, limit) =>
      Promise.resolve(of(channel, conversationId).slice(-limit)),
    repliesAfter: (channel, conversationId, afterId) =>
      Promise.resolve(
        replies.filter(
          (one) =>
            one.channel === channel && one.conversationId === conversationId && one.id > afterId,
        ),
      ),
    welcome: () => ({
      title: 'Xin chào anh/chị',
      paragraphs: [
        [
          'Tôi là máy trả lời tự động về thủ tục hành chính.',
          'Xin gõ việc cần làm bằng lời thường.',
        ],
      ],
      buttons: [{ label: 'Tôi hỏi được gì', action: 'help' }],
    }),
    tooFast: (seconds) => ({
      title: 'Xin chờ một chút',
      paragraphs: [[`Anh/chị gửi nhanh quá, xin chờ ${seconds} giây.`]],
      buttons: [],
    }),
    say(conversationId, card) {
      const made = reply({ channel: 'web', conversationId }, card)
      replies.push(made)
      return made
    },
    failOnce: (error) => (failure = error),
    holdUntil(promise) {
      gate = promise
    },
    conversationIds: () => [...new Set(lines.map((line) => line.conversationId))],
  }
}

/** "chọn …" asks back, everything else is repeated. */
function echo({ text, action }: IncomingMessage, id: string): Card {
  const said = text ?? `nút ${action}`
  if (text?.startsWith('làm lại')) {
    return {
      title: 'Xin hỏi lại một chút để chỉ cho đúng',
      paragraphs: [['1. Xin bản sao', '2. Đăng ký lại']],
      buttons: [
        { label: '1 Xin bản sao', action: 'choose:1' },
        { label: '2 Đăng ký lại', action: 'choose:2' },
      ],
    }
  }
  return {
    title: `Đã nhận: ${said}`,
    paragraphs: [
      ['Giấy tờ cần có', '- Tờ khai', '- Giấy chứng sinh'],
      ['Hỏi thêm: 1900 54 54 81, dichvucong.gov.vn', 'Nguồn: 1.001193; kiểm tra 21/11/2026'],
    ],
    buttons: [
      { label: 'Lệ phí', action: 'aspect:fee' },
      { label: 'Nộp trên mạng', action: 'aspect:online' },
    ],
    ratingFor: id,
  }
}
