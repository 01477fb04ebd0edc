import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  headings,
  openTab,
  type,
  waitForCount,
  type ChatTab,
} from '../support/browser/chat-page.ts'
import { launchChromium, noChromium } from '../support/browser/chromium.ts'
import { serveApp, type ServedApp } from '../support/served-app.ts'

if (noChromium !== null) console.warn(`Browser tests are skipped: ${noChromium}`)

// skipped where no Chromium can start: the one from npm is for Linux x64
describe.skipIf(noChromium !== null)('the chat page in a browser', () => {
  let app: ServedApp
  let browser: Browser
  const tabs: ChatTab[] = []
  const open = async (
    path = '/',
    options: Parameters<typeof openTab>[2] = {},
  ): Promise<ChatTab> => {
    const tab = await openTab(browser, app.url + path, options)
    tabs.push(tab)
    return tab
  }
  const replies = (tab: ChatTab, count: number) =>
    waitForCount(tab.page, '#log .reply[data-id]', count)

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

  test('asks, follows up, chooses and rates', async () => {
    const tab = await open()
    const { page } = tab
    await type(page, 'lam khai sinh cho con can giay to gi')
    await replies(tab, 1)
    expect((await headings(page)).at(-1)).toBe('Đăng ký khai sinh: giấy tờ cần có')
    await type(page, 'thế còn lệ phí?')
    await replies(tab, 2)
    expect((await headings(page)).at(-1)).toMatch(/^Đăng ký khai sinh: lệ phí/)
    await type(page, 'làm lại khai sinh')
    await replies(tab, 3)
    const choice = page.locator('.reply').last().getByRole('button', { name: /^2 / })
    const label = await choice.innerText()
    await choice.click()
    await replies(tab, 4)
    expect(await page.locator('.mine .said').last().innerText()).toBe(label)
    expect((await headings(page)).at(-1)).toMatch(/^Đăng ký lại khai sinh/)
    const chosen = page.locator('#log .reply[data-id]').nth(3)
    const good = chosen.getByRole('button', { name: 'Đúng việc tôi hỏi' })
    await good.click()
    await replies(tab, 5)
    expect(await good.getAttribute('aria-pressed')).toBe('true')
    expect((await headings(page)).at(-1)).toMatch(/cảm ơn/i)
    expect((await app.ratings()).reduce((sum, count) => sum + count.helpful, 0)).toBe(1)
    const shown = await page.locator('#log').innerText()
    await page.reload()
    expect(await page.locator('#log .mine').count()).toBe(5)
    for (const heading of ['giấy tờ cần có', 'Đăng ký lại khai sinh']) {
      expect(shown).toContain(heading)
      expect(await page.locator('#log').innerText()).toContain(heading)
    }
    expect(await good.getAttribute('aria-pressed')).toBe('true')
    expect([tab.complaints, tab.strangers]).toEqual([[], []])
  })

  test('a button of the first screen asks', async () => {
    const tab = await open()
    const tiles = tab.page.locator('.asked-most button')
    expect(await tiles.count()).toBe(8)
    const label = await tiles.first().innerText()
    await tiles.first().click()
    await replies(tab, 1)
    expect(await tab.page.locator('.mine .said').innerText()).toBe(label)
    expect(await tab.page.locator('#log .reply[data-id] .block').count()).toBeGreaterThan(0)
  })

  test('works with the keyboard alone, and the focus is never lost', async () => {
    const tab = await open()
    const { page } = tab
    const focused = () => page.locator(':focus')
    await page.keyboard.press('Tab')
    expect(await focused().innerText()).toBe('Đến phần nội dung')
    await page.keyboard.press('Enter')
    expect(await focused().getAttribute('id')).toBe('noi-dung')
    while ((await focused().getAttribute('id')) !== 'text') await page.keyboard.press('Tab')
    await page.keyboard.type('làm lại khai sinh')
    await page.keyboard.press('Enter')
    await replies(tab, 1)
    expect(await focused().getAttribute('id')).toBe('text')
    expect(await focused().inputValue()).toBe('')
    for (let i = 0; i < 12 && !(await focused().innerText()).startsWith('1 '); i += 1) {
      await page.keyboard.press('Shift+Tab')
    }
    expect(await focused().innerText()).toMatch(/^1 /)
    await page.keyboard.press('Space')
    await replies(tab, 2)
    expect(await focused().innerText()).toMatch(/^1 /)
  })

  test('Shift+Enter makes a new line, Enter of an input method sends nothing, blank sends nothing', async () => {
    const tab = await open()
    const field = tab.page.locator('#text')
    await field.fill('khai sinh')
    await field.press('Shift+Enter')
    await tab.page.keyboard.type('cho con')
    expect(await field.inputValue()).toBe('khai sinh\ncho con')
    await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true })
    await field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 })
    expect(await tab.page.locator('.mine').count()).toBe(0)
    await field.press('Enter')
    await replies(tab, 1)
    expect(await tab.page.locator('.mine .said').innerText()).toBe('khai sinh\ncho con')
    await type(tab.page, '   \n ')
    await tab.page.getByRole('button', { name: 'Gửi', exact: true }).click()
    expect(await tab.page.locator('.mine').count()).toBe(1)
  })

  test('what is typed is shown as text, never as HTML', async () => {
    const tab = await open()
    const attack = '<img src=x onerror="document.title=1"><b>khai sinh</b>'
    await type(tab.page, attack)
    await replies(tab, 1)
    expect(await tab.page.locator('.mine .said').innerText()).toBe(attack)
    await tab.page.reload()
    expect(await tab.page.locator('#log').locator('img, b').count()).toBe(0)
    expect(await tab.page.title()).toContain('Hỏi đáp thủ tục hành chính')
  })

  test('the length is told from 1,001 characters on', async () => {
    const { page } = await open()
    const counter = page.locator('#counter')
    await page.locator('#text').fill('a'.repeat(1_000))
    expect(await counter.isVisible()).toBe(false)
    await page.locator('#text').fill('a'.repeat(1_234))
    expect(await counter.innerText()).toMatch(/^1\.234 ký tự/)
  })

  test('a text that the server refuses comes back into the field', async () => {
    const tab = await open()
    const text = 'khai sinh '.repeat(7_000).trim()
    await type(tab.page, text)
    await tab.page.locator('.problem').waitFor()
    expect(await tab.page.locator('.problem').innerText()).toContain('64 kB')
    expect(await tab.page.locator('.problem button').count()).toBe(0)
    expect(await tab.page.locator('#text').inputValue()).toBe(text)
  })

  test('replies appear in a second tab with their question, once', async () => {
    const first = await open()
    const second = await open('/', { beside: first })
    await type(first.page, 'xin giấy độc thân')
    await replies(first, 1)
    await replies(second, 1)
    expect(await second.page.locator('.mine .said').innerText()).toBe('xin giấy độc thân')
    await type(second.page, 'lệ phí bao nhiêu')
    await replies(first, 2)
    await replies(second, 2)
    for (const { page } of [first, second]) {
      expect(await page.locator('.mine').count()).toBe(2)
      expect(await page.locator('#log .reply[data-id]').count()).toBe(2)
      expect(await page.locator('.mine + .reply + .mine + .reply').count()).toBe(1)
    }
    expect([first.complaints, second.complaints]).toEqual([[], []])
  })

  test('a reply made by another process on the same data is found', async () => {
    const other = await serveApp(app.dataFolder)
    try {
      const here = await open()
      const cookies = await here.context.cookies()
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
      const asked = await fetch(`${other.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ messageId: 'from-elsewhere', text: 'xin giấy độc thân' }),
      })
      expect(asked.status).toBe(200)
      await replies(here, 1)
      expect(await here.page.locator('.mine .said').innerText()).toBe('xin giấy độc thân')
    } finally {
      await other.stop()
    }
  })

  test('an answer for which there is room is shown with its question', async () => {
    const { page } = await open('/', {
      viewport: { width: 900, height: 840 },
      reducedMotion: 'reduce',
    })
    const edge = async (selector: string) => (await page.locator(selector).last().boundingBox())?.y
    for (const [i, text] of ['lam khai sinh cho con can giay to gi', 'thế còn lệ phí?'].entries()) {
      await type(page, text)
      await waitForCount(page, '#log .reply[data-id]', i + 1)
      await vi.waitFor(async () => {
        expect(await edge('.mine')).toBeGreaterThanOrEqual(0)
        expect(await edge('.mine')).toBeLessThan(60)
        expect(await edge('.rating')).toBeLessThan((await edge('#composer')) ?? 0)
      })
    }
  })

  test('a reader who scrolled up is not moved; a button leads to the new reply', async () => {
    const first = await open('/', { viewport: { width: 360, height: 600 } })
    for (const [i, text] of ['khai sinh', 'khai tử', 'kết hôn'].entries()) {
      await type(first.page, `đăng ký ${text} cần giấy tờ gì`)
      await replies(first, i + 1)
    }
    const second = await open('/', { beside: first })
    await second.page.mouse.wheel(0, -100_000)
    await vi.waitFor(async () => expect(await second.page.evaluate('scrollY')).toBe(0))
    await type(first.page, 'xin giấy độc thân')
    await replies(second, 4)
    const button = second.page.locator('#new-reply')
    await button.waitFor()
    expect(await second.page.evaluate('scrollY')).toBe(0)
    await button.click()
    await button.waitFor({ state: 'hidden' })
    await vi.waitFor(async () => expect(await second.page.evaluate('scrollY')).toBeGreaterThan(500))
    expect(await second.page.locator(':focus').getAttribute('data-id')).toBe(
      await second.page.locator('#log').getAttribute('data-last'),
    )
  })

  test('a lost answer is asked for again with the same id: nothing lost, nothing doubled', async () => {
    const tab = await open()
    const ids: string[] = []
    await tab.page.route('**/api/messages', async (route) => {
      ids.push((route.request().postDataJSON() as { messageId: string }).messageId)
      if (ids.length > 2) return route.continue()
      // The server takes the first message, but its answer never arrives; the second does not even leave.
      if (ids.length === 1) await route.fetch()
      await route.abort('connectionreset')
    })
    await type(tab.page, 'xin giấy độc thân')
    await replies(tab, 1)
    await vi.waitFor(() => expect(ids).toHaveLength(3), 10_000)
    expect(new Set(ids).size).toBe(1)
    await vi.waitFor(async () => expect(await tab.page.locator('#answering').innerText()).toBe(''))
    expect(await tab.page.locator('.mine').count()).toBe(1)
    expect(await tab.page.locator('#log .reply[data-id]').count()).toBe(1)
    await tab.page.reload()
    expect(await tab.page.locator('.mine').count()).toBe(1)
    expect(await tab.page.locator('#log .reply[data-id]').count()).toBe(1)
  })

  test('an id that stands for something else is changed, and the question is answered once', async () => {
    const tab = await open()
    const { page } = tab
    const ids: string[] = []
    await page.route('**/api/messages', async (route) => {
      ids.push((route.request().postDataJSON() as { messageId: string }).messageId)
      if (ids.length > 2) return route.continue()
      const error = { kind: 'conflict', message: 'Mã tin này đã dùng cho một câu khác.' }
      await route.fulfill({ status: 409, json: { error } })
    })
    await type(page, 'xin giấy độc thân')
    await replies(tab, 1)
    expect(ids).toHaveLength(3)
    // The first time it may be two servers that met over the same message: the id must stay.
    expect(ids[1]).toBe(ids[0])
    expect(ids[2]).not.toBe(ids[0])
    expect(await page.locator('.problem').count()).toBe(0)
    expect(await page.evaluate('localStorage.getItem("tro-ly:unsent-1")')).toBeNull()
    await page.reload()
    expect(await page.locator('.mine .said').allInnerTexts()).toEqual(['xin giấy độc thân'])
    expect(await page.locator('#log .reply[data-id]').count()).toBe(1)
  })

  test('after all tries the page says so and sends again at a press', async () => {
    const tab = await open()
    const { page } = tab
    await page.clock.install()
    let isCut = true
    let tries = 0
    await page.route('**/api/messages', (route) => {
      tries += 1
      return isCut ? route.abort('connectionrefused') : route.continue()
    })
    await type(page, 'xin giấy độc thân')
    await vi.waitFor(() => expect(tries).toBe(1))
    expect(await page.locator('#answering').innerText()).toBe('Đang trả lời…')
    for (const pauseMs of [1_000, 2_000, 4_000, 8_000]) {
      const before = tries
      await vi.waitFor(async () => {
        await page.clock.runFor(pauseMs)
        expect(tries).toBeGreaterThan(before)
      })
    }
    const resend = page.getByRole('button', { name: 'Gửi ngay' })
    await resend.waitFor()
    expect(tries).toBe(5)
    expect(await page.locator('.problem').innerText()).toContain('Chưa gửi được')
    isCut = false
    await resend.click()
    await replies(tab, 1)
    expect(await page.locator('.problem').count()).toBe(0)
    expect(await page.locator('.mine').count()).toBe(1)
  })

  test('without a network the page says so, keeps what was sent, and sends it when the network is back', async () => {
    const tab = await open()
    const { page, context } = tab
    await context.setOffline(true)
    await page.locator('#offline').filter({ hasText: 'Đang mất mạng' }).waitFor()
    await type(page, 'xin giấy độc thân')
    await type(page, 'lệ phí bao nhiêu')
    await waitForCount(page, '.mine', 2)
    await context.setOffline(false)
    await replies(tab, 2)
    expect(await page.locator('#offline').innerText()).toBe('')
    expect(await page.locator('.mine + .reply + .mine + .reply').count()).toBe(1)
  })

  test('a message that a reload interrupted is sent by the new page', async () => {
    const tab = await open()
    const { page } = tab
    // The server takes the message, its answer stays on the way until the page is gone.
    const taken = Promise.withResolvers<void>()
    await page.route(
      '**/api/messages',
      async (route) => {
        await route.fetch()
        taken.resolve()
      },
      { times: 1 },
    )
    await type(page, 'xin giấy độc thân')
    await taken.promise
    await page.reload()
    await replies(tab, 1)
    await vi.waitFor(async () => {
      expect(await page.evaluate('localStorage.getItem("tro-ly:unsent-1")')).toBeNull()
      expect(await page.locator('.mine').count()).toBe(1)
      expect(await page.locator('#log .reply[data-id]').count()).toBe(1)
    })
  })

  test('too fast: the card, and sending again later', async () => {
    const tab = await open()
    const { page } = tab
    for (let i = 0; i < 20; i += 1) {
      const response = await page.request.post(`${app.url}/api/messages`, {
        data: { messageId: `fill-up-${i}`, text: 'khai sinh' },
      })
      expect(response.status()).toBe(200)
    }
    await type(page, 'câu thứ hai mươi mốt')
    await page.locator('.notice').waitFor()
    expect(await page.locator('.notice').innerText()).toContain('chờ')
    expect(await page.getByRole('button', { name: 'Gửi ngay' }).count()).toBe(1)
    await page.reload()
    expect(await page.locator('#log .mine[data-id]').allInnerTexts()).not.toContain(
      'câu thứ hai mươi mốt',
    )
  })

  test('a new conversation leaves nothing of the old one', async () => {
    const tab = await open()
    const { page } = tab
    expect(await page.locator('#start-over').isVisible()).toBe(false)
    await type(page, 'xin giấy độc thân')
    await replies(tab, 1)
    await page.getByRole('button', { name: 'Bắt đầu lại' }).click()
    await page.locator('.greeting').waitFor()
    expect(await page.locator('.mine').count()).toBe(0)
    await page.goBack()
    await page.reload()
    expect(await page.locator('.mine, .reply[data-id]').count()).toBe(0)
  })

  test('from a procedure’s page to a conversation about it', async () => {
    const tab = await open('/tt/1.001193')
    const { page } = tab
    await page.getByRole('link', { name: 'Hỏi trợ lý về việc này' }).click()
    await page.getByRole('button', { name: 'Bao lâu xong?' }).click()
    await replies(tab, 1)
    expect((await headings(page)).at(-1)).toMatch(/^Đăng ký khai sinh: bao lâu/)
  })

  describe('without JavaScript', () => {
    const plain = { javaScriptEnabled: false }

    test('asks, chooses and rates with forms alone', async () => {
      const tab = await open('/', plain)
      const { page } = tab
      const ask = async (text: string): Promise<void> => {
        await page.locator('#text').fill(text)
        await page.getByRole('button', { name: 'Gửi', exact: true }).click()
      }
      await ask('làm lại khai sinh')
      await replies(tab, 1)
      expect(page.url()).toBe(`${app.url}/#moi-nhat`)
      await page.locator('.reply').last().getByRole('button', { name: /^2 / }).click()
      await replies(tab, 2)
      expect((await headings(page)).at(-1)).toMatch(/^Đăng ký lại khai sinh/)
      await page.getByRole('button', { name: 'Chưa đúng' }).click()
      await replies(tab, 3)
      expect(await page.locator('[aria-pressed="true"]').innerText()).toBe('Chưa đúng')
      await page.reload()
      expect(await page.locator('.mine').count()).toBe(3)
      expect(tab.strangers).toEqual([])
    })

    test('a press repeated from the page before is one message', async () => {
      const tab = await open('/', plain)
      const { page } = tab
      await page.locator('#text').fill('xin giấy độc thân')
      await page.getByRole('button', { name: 'Gửi', exact: true }).dblclick()
      await replies(tab, 1)
      expect(await page.locator('.mine').count()).toBe(1)
    })

    test('an unknown code leads to a box that asks', async () => {
      const tab = await open('/tt/9.999999', plain)
      await tab.page.getByLabel('Anh/chị đang tìm việc gì?').fill('xin giấy độc thân')
      await tab.page.getByRole('button', { name: 'Hỏi', exact: true }).click()
      await replies(tab, 1)
      expect(await tab.page.locator('.mine .said').innerText()).toBe('xin giấy độc thân')
    })
  })
})
