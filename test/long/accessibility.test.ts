import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openTab, type, waitForCount, type ChatTab } from '../support/browser/chat-page.ts'
import { launchChromium, noChromium } from '../support/browser/chromium.ts'
import { serveApp, type ServedApp } from '../support/served-app.ts'

const phone = { viewport: { width: 360, height: 740 } }
const answered = (page: Page, count: number) => waitForCount(page, '#log .reply[data-id]', count)

/** What a page's window has; the program's own types know no browser. */
interface Looks {
  getComputedStyle(element: object): { borderTopWidth: string }
}

/** How to bring the chat page into each of its states. */
const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  empty: async () => {},
  'an answer, a choice and a rating': async (page) => {
    await type(page, 'lam khai sinh cho con can giay to gi')
    await answered(page, 1)
    await page.getByRole('button', { name: 'Đúng việc tôi hỏi' }).click()
    await answered(page, 2)
    await type(page, 'làm lại khai sinh')
    await answered(page, 3)
  },
  'being answered': async (page) => {
    await page.route('**/api/messages', () => {})
    await type(page, 'xin giấy độc thân')
    await page.locator('#answering').filter({ hasText: 'Đang trả lời' }).waitFor()
  },
  'refused by the server': async (page) => {
    await type(page, 'a'.repeat(70_000))
    await page.locator('.problem').waitFor()
  },
  'too fast': async (page) => {
    for (let i = 0; i < 20; i += 1) {
      const data = { messageId: `fill-up-${i}`, text: 'khai sinh' }
      await page.request.post(new URL('/api/messages', page.url()).href, { data })
    }
    await type(page, 'xin giấy độc thân')
    await page.locator('.notice').waitFor()
  },
  'without a network, with questions that wait': async (page) => {
    await page.context().setOffline(true)
    await page.locator('#offline').filter({ hasText: 'Đang mất mạng' }).waitFor()
    await type(page, 'xin giấy độc thân')
    await type(page, 'đăng ký tạm trú')
    await page.locator('.problem').waitFor()
  },
  'nothing found, and numbers that were masked': async (page) => {
    await type(page, 'quy định về nuôi rồng ở cung trăng')
    await answered(page, 1)
    await type(page, 'cccd của tôi 040204012345 hết hạn thì đổi thẻ ở đâu')
    await answered(page, 2)
  },
  'what was asked before': async (page) => {
    await type(page, 'xin giấy độc thân')
    await answered(page, 1)
    await page.context().clearCookies()
    await page.reload()
    await page.locator('#past summary').click()
  },
}

const PAGES = [
  '/?hoi=1.001193',
  '/?kiosk',
  '/?nhung',
  '/ngoai-tuyen',
  '/tt',
  '/tt?tim=khai+sinh',
  '/tt?tim=qqq',
  '/tt/1.001193',
  '/tt/1.001193?kiosk',
  '/tt/9.999999',
  '/nothing',
  '/moi',
  '/thiet-lap',
]

// skipped where no Chromium can start: the one from npm is for Linux x64
describe.skipIf(noChromium !== null)('the pages for everybody', () => {
  let app: ServedApp
  let browser: Browser
  const tabs: ChatTab[] = []
  const open = async (
    path: string,
    options: Parameters<typeof openTab>[2] = {},
  ): Promise<ChatTab> => {
    const tab = await openTab(browser, app.url + path, options)
    tabs.push(tab)
    return tab
  }
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

  /** What axe finds, as short lines. */
  const violations = async (page: Page, without: string[] = []): Promise<string[]> => {
    const { violations: found } = await new AxeBuilder({ page }).disableRules(without).analyze()
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))
  }

  const LOOKS = [
    ['light', { colorScheme: 'light', ...phone }],
    ['dark', { colorScheme: 'dark' }],
    ['320 pixels wide', { colorScheme: 'light', viewport: { width: 320, height: 568 } }],
    ['large text', { colorScheme: 'dark', ...phone, hasLargeText: true }],
  ] as const

  describe.each(LOOKS)('%s', (_, look) => {
    const show = async (path: string): Promise<Page> => {
      const { page } = await open(path, { ...look, reducedMotion: 'reduce' })
      if ('hasLargeText' in look) {
        await page.evaluate("document.documentElement.style.fontSize = '200%'")
      }
      return page
    }

    test.each(Object.keys(STATES))('axe finds nothing: the chat, %s', async (state) => {
      const page = await show('/')
      await STATES[state]?.(page)
      expect(await violations(page)).toEqual([])
    })

    test.each(PAGES)('axe finds nothing, and nothing is cut off: %s', async (path) => {
      const page = await show(path)
      expect(await violations(page)).toEqual([])
      const [content, window] = (await page.evaluate(
        '[document.documentElement.scrollWidth, innerWidth]',
      )) as [number, number]
      expect(content).toBeLessThanOrEqual(window)
    })

    test('axe finds nothing: the form of the unit, empty, wrong and saved', async () => {
      const page = await show(`/thiet-lap?ma=${await app.setupCode()}`)
      expect(await violations(page)).toEqual([])
      await page.getByLabel('Giờ làm việc').first().fill('cả ngày')
      await page.getByRole('button', { name: 'Lưu thông tin' }).click()
      await page.locator('[aria-invalid]').waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByLabel('Giờ làm việc').first().fill('thứ Hai đến thứ Sáu 7:00-11:00')
      await page.getByRole('button', { name: 'Lưu thông tin' }).click()
      await page.getByText('Đã lưu.').waitFor()
      expect(await violations(page)).toEqual([])
    })

    test('axe finds nothing: a public machine asks whether somebody is there', async () => {
      const page = await show('/?kiosk')
      await page.clock.install()
      await page.reload()
      await type(page, 'xin giấy độc thân')
      await answered(page, 1)
      await page.clock.runFor(122_000)
      await page.getByRole('alertdialog').waitFor()
      expect(await violations(page)).toEqual([])
    })
  })

  test('with forced colours every control has an edge', async () => {
    const { page } = await open('/', { ...phone, forcedColors: 'active' })
    await STATES['an answer, a choice and a rating']?.(page)
    for (const control of await page.locator('button:visible, textarea').all()) {
      const width = await control.evaluate(
        (element: object) =>
          (globalThis as unknown as Looks).getComputedStyle(element).borderTopWidth,
      )
      expect(parseFloat(width)).toBeGreaterThanOrEqual(1)
    }
    // the colours are the person's own there
    expect(await violations(page, ['color-contrast'])).toEqual([])
  })

  test('nothing moves for who asked for less motion', async () => {
    const { page } = await open('/', { reducedMotion: 'reduce' })
    await STATES['being answered']?.(page)
    expect(
      await page.evaluate("getComputedStyle(document.querySelector('#answering')).animationName"),
    ).toBe('none')
  })

  test.each(['/', ...PAGES])(
    '%s needs nothing from elsewhere and breaks no policy',
    async (path) => {
      const tab = await open(path)
      await tab.page.waitForLoadState('load')
      expect(tab.strangers).toEqual([])
      expect(tab.complaints.filter((text) => !/status of 40[145]/.test(text))).toEqual([])
    },
  )

  test('the policy is in force: an injected script and style do nothing', async () => {
    const { page, complaints } = await open('/')
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<p id="x" style="color:red" onclick="document.title=1">x</p>');
       const script = document.createElement('script'); script.textContent = 'document.title = 2';
       document.body.append(script)`,
    )
    await page.locator('#x').click()
    expect(await page.title()).toContain('Hỏi đáp')
    expect(complaints.join()).toContain('Content Security Policy')
  })

  test.each([
    ['320 pixels', { viewport: { width: 320, height: 480 } }, '100%'],
    ['text twice as large', phone, '200%'],
  ])('nothing is cut off with %s', async (_, options, fontSize) => {
    for (const path of ['/', '/tt', '/tt/1.001193', '/nothing']) {
      const { page } = await open(path, options)
      await page.evaluate(`document.documentElement.style.fontSize = '${fontSize}'`)
      if (path === '/') await STATES['an answer, a choice and a rating']?.(page)
      const [content, window] = (await page.evaluate(
        '[document.documentElement.scrollWidth, innerWidth]',
      )) as [number, number]
      expect(content).toBeLessThanOrEqual(window)
    }
  })

  test('in a low window the field does not cover the conversation', async () => {
    const { page } = await open('/', { viewport: { width: 640, height: 320 } })
    await STATES['an answer, a choice and a rating']?.(page)
    const position = await page.evaluate(
      "getComputedStyle(document.querySelector('#composer')).position",
    )
    expect(position).toBe('static')
  })

  test('everything to touch is at least 44 pixels high', async () => {
    const { page } = await open('/', { ...phone, hasTouch: true, isMobile: true })
    await STATES['an answer, a choice and a rating']?.(page)
    for (const target of await page.locator('button:visible, textarea, .brand a').all()) {
      const box = await target.boundingBox()
      expect([await target.innerText(), Math.round(box?.height ?? 0) >= 44]).toEqual([
        expect.anything(),
        true,
      ])
    }
  })

  test('the heading order has no gap, and each page has one first heading', async () => {
    for (const path of ['/', ...PAGES]) {
      const { page } = await open(path)
      const levels = (await page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4')].map((h) => Number(h.tagName[1]))",
      )) as number[]
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      for (const [i, level] of levels.entries()) {
        expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1)
      }
    }
  })

  test('an answer is announced: it comes into a live log', async () => {
    const { page } = await open('/')
    const log = page.getByRole('log', { name: 'Cuộc trò chuyện' })
    expect(await log.getAttribute('aria-live')).toBe('polite')
    await type(page, 'xin giấy độc thân')
    await answered(page, 1)
    expect(await log.locator('.reply[data-id]').count()).toBe(1)
  })

  test('on paper there is the procedure without the buttons', async () => {
    const { page } = await open('/tt/1.001193')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.ask').isVisible()).toBe(false)
    expect(await page.locator('h1').isVisible()).toBe(true)
    expect(await page.locator('.entry > .source').isVisible()).toBe(true)
  })
})
