import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { encodeAction } from '../../bot/index.ts'
import { systemClock } from '../../core/index.ts'
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts'
import { newFolder, runJson, type ProgramOptions } from '../support/process/program.ts'
import { roundOf } from '../support/records.ts'
import {
  openChat,
  serveProgram,
  titleOf,
  waitFor,
  type ServerProcess,
} from '../support/process/server.ts'

// Whole processes: several a test, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 })

const SWAP_WITHIN_MS = 2_000
const CODE = '1.999999'
const RECORD = {
  code: CODE,
  name: 'Cấp phép thả đèn trời trong lễ hội của xã',
  field: 'Văn hóa',
  level: 'Cấp Xã',
  steps: 'Nộp đơn tại bộ phận một cửa.',
  methods: [{ channel: 'Trực tiếp', duration: '3 Ngày làm việc', fee: 'Không', note: '' }],
  documents: [{ case: '', name: 'Đơn đề nghị', form: '', quantity: '1' }],
  decision: '1/QĐ-UBND',
}

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

/** Waits until every server shows the entry (200), or no longer shows it (404); returns when that was. */
async function whenSeen(servers: readonly ServerProcess[], status: 200 | 404): Promise<Date> {
  const isSeen = async (): Promise<true | undefined> => {
    const answers = await Promise.all(servers.map(({ url }) => fetch(`${url}/tt/${CODE}`)))
    return answers.every((answer) => answer.status === status) ? true : undefined
  }
  await waitFor(isSeen, 30_000)
  return systemClock.now()
}

describe.each(['sqlite', 'postgres'])('two processes on one %s', (kind) => {
  const newPlace = async (): Promise<{ data: string; options: ProgramOptions }> => {
    const data = await newFolder()
    if (kind === 'sqlite') return { data, options: {} }
    return { data, options: { env: { DATABASE_URL: await server.createPlace() } } }
  }

  test('start at once on an empty place, and both see a publish and a rollback', async () => {
    const { data, options } = await newPlace()
    const both = await Promise.all([serveProgram(data, options), serveProgram(data, options)])
    expect(both.map(({ revision }) => revision)).toEqual([1, 1])
    await whenSeen(both, 404)

    /** Runs the command and tells how long after its publish both servers had it. */
    const swapAfter = async (words: string[], revision: number, status: 200 | 404) => {
      const seen = whenSeen(both, status)
      const { code, json } = await runJson([...words, '--data', data], options)
      expect({ code, json }).toMatchObject({ code: 0, json: { revision } })
      const seenAt = await seen
      const history = await runJson(['kb', 'history', '--limit', '1', '--data', data], options)
      const [newest] = history.json['revisions'] as { number: number; publishedAt: string }[]
      expect(newest?.number).toBe(revision)
      return seenAt.getTime() - Date.parse(newest?.publishedAt ?? '')
    }
    const file = join(await newFolder(), 'den-troi.jsonl')
    await writeFile(file, `${JSON.stringify(RECORD)}\n`)
    const publishMs = await swapAfter(['kb', 'import', file, '--publish'], 2, 200)
    for (const { url } of both) {
      const replies = await openChat().say(url, 'xin phép thả đèn trời cần giấy tờ gì')
      expect(JSON.stringify(replies)).toContain('thả đèn trời')
    }
    const rollbackMs = await swapAfter(['kb', 'rollback', '1'], 3, 404)
    console.log(`${kind}: publish seen after ${publishMs} ms, rollback after ${rollbackMs} ms`)
    expect(Math.max(publishMs, rollbackMs)).toBeLessThan(SWAP_WITHIN_MS)
    for (const { output } of both) expect(output.err).toBe('')
  })

  test('agree to the last digit after publishes that change little, as does one that builds anew', async () => {
    const { data, options } = await newPlace()
    const folder = await newFolder()
    const publish = async (name: string, records: readonly unknown[]): Promise<Date> => {
      const file = join(folder, name)
      await writeFile(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
      const { json } = await runJson(['kb', 'import', file, '--publish', '--data', data], options)
      expect(json['revision']).toEqual(expect.any(Number))
      return systemClock.now()
    }
    await publish('nhieu.jsonl', roundOf(1))
    const both = await Promise.all([serveProgram(data, options), serveProgram(data, options)])
    const publishedAt = await publish('mot.jsonl', [RECORD])
    const seenAt = await whenSeen(both, 200)
    console.log(`${kind}: one of 1,300 seen ${seenAt.getTime() - publishedAt.getTime()} ms later`)
    expect(seenAt.getTime() - publishedAt.getTime()).toBeLessThan(SWAP_WITHIN_MS)
    const questions = ['thả đèn trời', 'đăng ký khai sinh', 'viec thu nghiem so 17', 'cap phpe xay']
    const [first = [], second = []] = await Promise.all(
      both.map(async ({ url }) => {
        const chat = openChat()
        const cards: string[] = []
        for (const question of questions) {
          const replies = await chat.say(url, question)
          cards.push(JSON.stringify(replies.map((reply) => reply.cards.map(({ title }) => title))))
        }
        return cards
      }),
    )
    expect(second).toEqual(first)
    const askAll = async () => {
      const answers: unknown[] = []
      for (const question of questions) {
        const { json } = await runJson(['ask', question, '--data', data], options)
        answers.push([json['outcome'], json['candidates']])
      }
      return answers
    }
    const fromSnapshot = await askAll()
    await rm(join(data, 'index'), { recursive: true })
    expect(await askAll()).toEqual(fromSnapshot)
    for (const { output } of both) expect(output.err).toBe('')
  })

  test('share conversations and ratings; the other one goes on when one is killed', async () => {
    const { data, options } = await newPlace()
    const first = await serveProgram(data, options)
    const second = await serveProgram(data, options)
    const chat = openChat()
    expect(titleOf(await chat.say(first.url, 'đăng ký khai sinh cần giấy tờ gì'))).toBe(
      'Đăng ký khai sinh: giấy tờ cần có',
    )
    // The procedure is known to the other process.
    const fee = await chat.say(second.url, 'thế còn lệ phí?')
    expect(titleOf(fee)).toMatch(/^Đăng ký khai sinh: /)
    const postal = await chat.say(first.url, 'nộp qua bưu điện được không')
    expect(titleOf(postal)).toMatch(/^Nhận giấy khai sinh tại nhà qua bưu điện/)

    // Many at once, at both: one after the other all the same, each answered once.
    const texts = Array.from({ length: 10 }, (_, at) => `lệ phí? lần ${at}`)
    const urls = [first.url, second.url]
    const replies = await Promise.all(
      texts.map((text, at) => chat.say(urls[at % 2] ?? first.url, text)),
    )
    expect(replies.every((list) => list.length === 1)).toBe(true)
    const pages = await Promise.all(urls.map((url) => chat.page(url)))
    for (const page of pages) {
      for (const text of texts) expect(page.split(`>${text}<`)).toHaveLength(2)
    }

    const ratings = [fee, postal].map((list, at) => ({
      questionId: list[0]?.cards[0]?.ratingFor ?? '',
      url: urls[at] ?? '',
    }))
    for (const { questionId, url } of ratings) {
      expect(questionId).not.toBe('')
      await chat.press(url, encodeAction({ kind: 'rate', questionId, isHelpful: true }) ?? '')
    }
    await first.end('SIGKILL')
    expect(titleOf(await chat.say(second.url, 'thời hạn bao lâu'))).toMatch(/^Đăng ký khai sinh: /)
    const { json } = await runJson(['log', 'ratings', '--data', data], options)
    expect(json).toMatchObject({ ratings: [{ entryId: '1.001193', helpful: 2, unhelpful: 0 }] })
    expect(second.output.err).toBe('')
  })
})
