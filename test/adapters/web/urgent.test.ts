import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../../adapters/sql/index.ts'
import { Failure, systemClock } from '../../../core/index.ts'
import { useSqlite } from '../../support/databases.ts'
import { loadGuard } from '../../support/bot/shipped.ts'
import { openBot } from '../../support/bot/open-bot.ts'
import { serveApp, type ServedApp } from '../../support/served-app.ts'
import { apiAnswer, createTestApp } from '../../support/web/test-app.ts'

const CRY = 'nuoc len toi noc nha roi cuu voi'

describe('the program while another one holds its database', () => {
  let served: ServedApp
  let other: SqliteFile.Database
  beforeAll(async () => {
    served = await serveApp()
  }, 60_000)
  afterAll(() => served.stop())
  afterEach(() => {
    if (other.inTransaction) other.exec('ROLLBACK')
    other.close()
  })
  const hold = (): void => {
    other = new SqliteFile(join(served.dataFolder, 'cchc.sqlite'))
    other.exec('BEGIN EXCLUSIVE')
  }

  test('answers a cry for help within a second', async () => {
    hold()
    const before = performance.now()
    const response = await fetch(`${served.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messageId: 'message-1', text: CRY }),
    })
    const { replies } = await apiAnswer(response)
    expect(performance.now() - before).toBeLessThan(1_000)
    expect(replies[0]?.cards[0]?.title).toContain('GỌI NGAY')
    expect(replies[0]?.html).toContain('href="tel:112"')
  })

  test('shows the numbers on the page that a form leads to', async () => {
    hold()
    const before = performance.now()
    const response = await fetch(`${served.url}/`, {
      method: 'POST',
      body: new URLSearchParams({ messageId: 'message-2', text: CRY }),
      redirect: 'manual',
    })
    const page = await response.text()
    expect(performance.now() - before).toBeLessThan(1_000)
    expect(response.status).toBe(200)
    expect(page).toContain('GỌI NGAY')
    expect(page).toContain('href="tel:112"')
    expect(page).not.toContain('noc nha')
  })
})

describe('before the index is loaded', () => {
  const newTarget = useSqlite()

  test('a cry for help is answered, by script and by form', async () => {
    const database = await openDatabase(await newTarget(), { clock: systemClock })
    const source = {
      current: () => {
        throw new Failure('wait', 'not loaded')
      },
      loaded: () => new Promise<void>(() => {}),
    }
    const { conversation } = openBot(database, { guard: await loadGuard(), source })
    const { postJson, postForm } = createTestApp({ conversation, knowledge: source })
    const json = await apiAnswer(
      await postJson('/api/messages', { messageId: 'message-1', text: CRY }),
    )
    expect(json.replies[0]?.html).toContain('href="tel:112"')
    const page = await postForm('/', { messageId: 'message-2', text: CRY })
    expect(await page.text()).toContain('href="tel:112"')
    await database.close()
  })
})

describe('the limits', () => {
  const newTarget = useSqlite()

  test('do not stand before a cry for help, until it is one too many', async () => {
    const database = await openDatabase(await newTarget(), { clock: systemClock })
    const { conversation } = openBot(database, { guard: await loadGuard() })
    const { postJson } = createTestApp({ conversation })
    let count = 0
    const send = async (text: string): Promise<number> =>
      (await postJson('/api/messages', { messageId: `message-${(count += 1)}`, text })).status
    for (let i = 0; i < 20; i += 1) await send('xin chào')
    expect(await send('xin chào')).toBe(429)
    for (let i = 0; i < 30; i += 1) expect(await send(CRY)).toBe(200)
    expect(await send(CRY)).toBe(429)
    await systemClock.sleep(50)
    await database.close()
  })
})
