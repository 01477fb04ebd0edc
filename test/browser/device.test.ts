import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTab, type, waitForCount, type ChatTab } from '../support/browser/chat-page.ts'
import { launchChromium, noChromium } from '../support/browser/chromium.ts'
import { serveApp, type ServedApp } from '../support/served-app.ts'

const PAST = 'localStorage.getItem("tro-ly:past-1")'
const UNSENT = 'localStorage.getItem("tro-ly:unsent-1")'

// skipped where no Chromium can start: the one from npm is for Linux x64
describe.skipIf(noChromium !== null)('what the page keeps on the device', () => {
  let app: ServedApp
  let browser: Browser
  const tabs: ChatTab[] = []
  const open = async (path = '/', options: Parameters<typeof openTab>[2] = {}) => {
    const tab = await openTab(browser, app.url + path, options)
    tabs.push(tab)
    return tab
  }
  const answered = (page: Page, count: number) => waitForCount(page, '#log .reply[data-id]', count)
  const kept = async (page: Page) =>
    JSON.parse((await page.evaluate<string | null>(PAST)) ?? '[]') as {
      question: string
      html: string
    }[]
  /** As after seven days: the server knows the browser no more. */
  const loseSession = (tab: ChatTab) => tab.context.clearCookies()

  beforeAll(async () => {
    app = await serveApp()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await app.stop()
  })
  afterEach(async () => {
    for (const { context } of tabs.splice(0)) await context.close()
  })

  test('questions and answers are shown again when the session is over, and go at a press', async () => {
    const tab = await open()
    const { page } = tab
    await type(page, 'xin giấy độc thân')
    await answered(page, 1)
    expect(await page.locator('#kept').isVisible()).toBe(true)
    await page.reload()
    expect(await page.locator('#past').isVisible()).toBe(false)
    await loseSession(tab)
    await page.reload()
    const past = page.locator('#past')
    await past.waitFor()
    expect(await past.locator('summary').innerText()).toContain('Xem lại 1 câu đã hỏi trước đây')
    await past.locator('summary').click()
    expect(await past.locator('.said').innerText()).toBe('xin giấy độc thân')
    expect(await past.locator('.card h2').count()).toBe(1)
    expect(await past.locator('form, .card button').count()).toBe(0)
    await past.getByRole('button', { name: 'Xóa trên máy này' }).click()
    expect(await past.isVisible()).toBe(false)
    expect(await page.evaluate('Object.keys(localStorage).length')).toBe(0)
    await page.reload()
    expect(await past.isVisible()).toBe(false)
    expect([tab.complaints, tab.strangers]).toEqual([[], []])
  })

  test('a personal number is kept masked only, and is masked on the page at once', async () => {
    const { page } = await open()
    await type(page, 'cccd của tôi 040204012345 hết hạn thì đổi thẻ ở đâu')
    await answered(page, 1)
    const [past] = await kept(page)
    expect(JSON.stringify(past ?? {})).not.toContain('040204012345')
    expect(await page.locator('.mine .said').innerText()).not.toContain('040204012345')
  })

  test('what is private is not kept', async () => {
    const { page } = await open('/', { serviceWorkers: 'block' })
    await page.route('**/api/stream*', (route) => route.abort())
    await page.reload()
    await page.route('**/api/messages', async (route) => {
      const response = await route.fetch()
      const answer = (await response.json()) as object
      await route.fulfill({ response, json: { ...answer, question: null, isPrivate: true } })
    })
    await type(page, 'xin giấy độc thân')
    await answered(page, 1)
    expect(await kept(page)).toEqual([])
    expect(await page.evaluate(UNSENT)).toBeNull()
  })

  test.each(['cán bộ xã đòi tôi đưa phong bì mới làm', 'nước lên tới nóc nhà rồi cứu với'])(
    'what the guard answers is not kept: %s',
    async (text) => {
      const { page } = await open()
      await type(page, text)
      await page.locator('#log .reply:not(.greeting)').waitFor()
      // its reply may come a second time, over the stream
      await page.waitForTimeout(1_500)
      expect(await kept(page)).toEqual([])
      expect(await page.evaluate(UNSENT)).toBeNull()
      await page.reload()
      expect(await page.locator('#log').innerText()).not.toContain(text)
    },
  )

  test('at most 40 are kept, the oldest go; a full or wrong store changes nothing else', async () => {
    const { page } = await open()
    const item = (at: number) => ({
      id: `old-${at}`,
      at: Date.now() - 1_000 + at,
      question: `câu ${at}`,
      html: '<p>x</p>',
    })
    const many = Array.from({ length: 60 }, (_, i) => item(i))
    await page.evaluate(
      `localStorage.setItem('tro-ly:past-1', ${JSON.stringify(JSON.stringify(many))})`,
    )
    await type(page, 'xin giấy độc thân')
    await answered(page, 1)
    const after = await kept(page)
    expect(after).toHaveLength(40)
    expect(after.at(-1)?.question).toBe('xin giấy độc thân')
    const never = '[{"id":"a","at":1e20,"question":"q","html":"x"}]'
    for (const wrong of ['{', '{"v":1}', '[null]', '[{"id":1}]', '"x"', never]) {
      for (const name of ['past-1', 'unsent-1']) {
        await page.evaluate(`localStorage.setItem('tro-ly:${name}', ${JSON.stringify(wrong)})`)
      }
      const next = (await page.locator('#log .reply[data-id]').count()) + 1
      await page.reload()
      await page.locator('body.ready').waitFor()
      await type(page, `lệ phí khai sinh ${next}`)
      await answered(page, next)
    }
  })

  test('a browser that keeps nothing answers all the same', async () => {
    const tab = await open('/nothing')
    const { page } = tab
    tab.complaints.length = 0
    await page.addInitScript(() => {
      const refuse = (): never => {
        throw new DOMException('full', 'QuotaExceededError')
      }
      Object.defineProperty(globalThis, 'localStorage', { get: refuse })
      Object.defineProperty(globalThis, 'sessionStorage', { get: refuse })
    })
    await page.goto(app.url)
    await type(page, 'xin giấy độc thân')
    await answered(page, 1)
    expect(tab.complaints).toEqual([])
  })

  test('"Bắt đầu lại" takes what the device kept with it', async () => {
    const { page } = await open()
    await type(page, 'xin giấy độc thân')
    await answered(page, 1)
    expect(await kept(page)).toHaveLength(1)
    await page.getByRole('button', { name: 'Bắt đầu lại' }).click()
    await page.locator('.greeting').waitFor()
    expect(await kept(page)).toEqual([])
    expect(await page.locator('#past').isVisible()).toBe(false)
  })

  describe('without a network', () => {
    const workerIsReady = (page: Page) =>
      vi.waitFor(
        async () =>
          expect(
            await page.evaluate(
              `caches.keys().then((names) => Promise.all(names.map((n) => caches.open(n).then((c) => c.match('/ngoai-tuyen'))))).then((found) => found.some(Boolean))`,
            ),
          ).toBe(true),
        10_000,
      )

    test('three questions wait on the device through a reload and are answered once, in order', async () => {
      const tab = await open()
      const { page, context } = tab
      const questions = ['xin giấy độc thân', 'làm lại khai sinh', 'đăng ký tạm trú']
      await workerIsReady(page)
      await context.setOffline(true)
      await page.locator('#offline').filter({ hasText: 'Đang mất mạng' }).waitFor()
      for (const question of questions) await type(page, question)
      await waitForCount(page, '.mine', 3)
      expect(await page.locator('#offline').innerText()).toBe(
        'Đang mất mạng. Câu hỏi đã giữ trên máy, có mạng sẽ tự gửi.',
      )
      await page.reload()
      await waitForCount(page, '.mine.pending', 3)
      expect(await page.locator('body').getAttribute('data-mode')).toBe('offline')
      expect(await page.locator('.mine .said').allInnerTexts()).toEqual(questions)
      expect(await page.locator('#offline').innerText()).toContain('Câu hỏi đã giữ trên máy')
      await context.setOffline(false)
      await answered(page, 3)
      expect(await page.locator('.mine + .reply + .mine + .reply + .mine + .reply').count()).toBe(1)
      await vi.waitFor(async () => expect(await page.evaluate(UNSENT)).toBeNull())
      await page.reload()
      expect(await page.locator('body').getAttribute('data-mode')).toBe('page')
      expect(await page.locator('.mine .said').allInnerTexts()).toEqual(questions)
      expect(await page.locator('#log .reply[data-id]').count()).toBe(3)
    })

    test('a question outlives the tab in which it was asked', async () => {
      const tab = await open()
      await tab.context.setOffline(true)
      await type(tab.page, 'xin giấy độc thân')
      await waitForCount(tab.page, '.mine.pending', 1)
      await tab.page.close()
      await tab.context.setOffline(false)
      const later = await open('/', { beside: tab })
      await answered(later.page, 1)
      expect(await later.page.locator('.mine .said').allInnerTexts()).toEqual(['xin giấy độc thân'])
    })

    test('the page that opens without a network shows what was asked before, and nothing of anybody else', async () => {
      const tab = await open()
      const { page, context } = tab
      await type(page, 'xin giấy độc thân')
      await answered(page, 1)
      await workerIsReady(page)
      const cached = (await page.evaluate(
        `caches.keys().then((names) => caches.open(names[0])).then((c) => c.match('/ngoai-tuyen')).then((r) => r.text())`,
      )) as string
      expect(cached).not.toContain('xin giấy độc thân')
      await context.setOffline(true)
      await page.goto(`${app.url}/tt/1.001193`)
      expect(await page.locator('#past').getAttribute('open')).not.toBeNull()
      expect(await page.locator('#past .said').innerText()).toBe('xin giấy độc thân')
    })

    test('a question held up does not let a later one pass', async () => {
      const tab = await open()
      const { page } = tab
      let isCut = true
      const sent: string[] = []
      await page.route('**/api/messages', (route) => {
        const { text } = route.request().postDataJSON() as { text: string }
        if (isCut) return route.abort('connectionrefused')
        sent.push(text)
        return route.continue()
      })
      await type(page, 'xin giấy độc thân')
      await type(page, 'đăng ký tạm trú')
      await waitForCount(page, '.mine.pending', 2)
      isCut = false
      await answered(page, 2)
      expect(sent).toEqual(['xin giấy độc thân', 'đăng ký tạm trú'])
    })
  })
})
