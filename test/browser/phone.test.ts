import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTab, type, waitForCount, type ChatTab } from '../support/browser/chat-page.ts'
import { launchChromium, noChromium } from '../support/browser/chromium.ts'
import { serveApp, type ServedApp } from '../support/served-app.ts'

const SCREENS = [
  [360, 740],
  [320, 568],
] as const
const phone = (width: number, height: number) => ({
  viewport: { width, height },
  isMobile: true,
  hasTouch: true,
  reducedMotion: 'reduce' as const,
})

const box = async (target: Locator) => {
  const found = await target.boundingBox()
  if (found === null) throw new Error('not on the page')
  return { top: found.y, bottom: found.y + found.height, ...found }
}

// skipped where no Chromium can start: the one from npm is for Linux x64
describe.skipIf(noChromium !== null)('the chat page on a phone', () => {
  let app: ServedApp
  let browser: Browser
  const tabs: ChatTab[] = []
  const open = async (width: number, height: number): Promise<Page> => {
    const tab = await openTab(browser, app.url, phone(width, height))
    tabs.push(tab)
    return tab.page
  }
  const ask = async (page: Page, text: string, count: number): Promise<void> => {
    await type(page, text)
    await waitForCount(page, '#log .reply[data-id]', count)
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

  test.each(SCREENS)('%i × %i: the field takes one line and stays', async (width, height) => {
    const page = await open(width, height)
    const composer = await box(page.locator('#composer'))
    expect(Math.round(composer.bottom)).toBe(height)
    expect(composer.height).toBeLessThanOrEqual(90)
    const field = await box(page.locator('#text'))
    const send = await box(page.getByRole('button', { name: 'Gửi', exact: true }))
    expect(Math.abs(field.top - send.top)).toBeLessThanOrEqual(4)
    expect(await page.locator('#privacy').isVisible()).toBe(true)
    // The label is out of sight, not out of reach.
    expect(await page.getByLabel('Câu hỏi của anh/chị').count()).toBe(1)
  })

  test.each(SCREENS)('%i × %i: the whole greeting can be reached', async (width, height) => {
    const page = await open(width, height)
    expect(await page.evaluate('scrollY')).toBe(0)
    expect((await box(page.locator('.greeting h2').first())).top).toBeGreaterThanOrEqual(0)
    const buttons = await page.locator('.greeting button').all()
    expect(buttons.length).toBeGreaterThan(2)
    for (const button of buttons) {
      await button.evaluate((element: { scrollIntoView(how: object): void }) =>
        element.scrollIntoView({ block: 'nearest' }),
      )
      const { top, bottom } = await box(button)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(bottom).toBeLessThanOrEqual((await box(page.locator('#composer'))).top)
    }
  })

  test.each(SCREENS)('%i × %i: an answer is shown from its title', async (width, height) => {
    const page = await open(width, height)
    for (const [i, text] of ['lam khai sinh cho con can giay to gi', 'thế còn lệ phí?'].entries()) {
      await ask(page, text, i + 1)
      const title = page.locator('#log .reply[data-id] h2').last()
      await vi.waitFor(async () => {
        const { top } = await box(title)
        expect(top).toBeGreaterThanOrEqual(0)
        expect(top).toBeLessThan(60)
      })
    }
  })

  test('the first button of a usual answer is above the field', async () => {
    const page = await open(360, 740)
    await ask(page, 'lam khai sinh cho con can giay to gi', 1)
    const button = page.locator('#log .reply[data-id] .buttons').getByRole('button').first()
    await vi.waitFor(async () => {
      expect((await box(button)).bottom).toBeLessThanOrEqual(
        (await box(page.locator('#composer'))).top,
      )
    })
  })

  test('after sending, the keyboard of the phone goes', async () => {
    const page = await open(360, 740)
    await ask(page, 'xin giấy độc thân', 1)
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true)
  })
})
