import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTab, type ChatTab } from '../support/browser/chat-page.ts'
import { launchChromium, noChromium } from '../support/browser/chromium.ts'
import { serveHostSite, type HostSite } from '../support/browser/host-site.ts'
import { serveApp, type ServedApp } from '../support/served-app.ts'

/** A site's own page with the loader in it. */
const pageWith = (head: string, body = ''): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang của xã</title>${head}</head>
   <body><h1>Trang thông tin điện tử xã</h1><p><a href="#tin">Tin tức</a></p>${body}</body></html>`

// skipped where no Chromium can start: the one from npm is for Linux x64
describe.skipIf(noChromium !== null)('the chat in another site', () => {
  let app: ServedApp
  let browser: Browser
  let site: HostSite
  let strict: HostSite
  let stranger: HostSite
  const tabs: ChatTab[] = []
  const loader = (attributes = ''): string =>
    `<script src="${app.url}/widget.js" ${attributes}></script>`

  beforeAll(async () => {
    const pages = {
      '/defer': () => pageWith(loader('defer')),
      '/async': () => pageWith(loader('async')),
      '/sync': () => pageWith(loader()),
      '/twice': () => pageWith(loader('defer'), loader()),
      '/left': () => pageWith('', loader('data-corner="left" data-label="Hỏi xã Kỳ Anh"')),
    }
    site = await serveHostSite(pages)
    stranger = await serveHostSite(pages)
    app = await serveApp(undefined, { frameAncestors: [site.url] })
    const policy = (): string =>
      `default-src 'none'; script-src ${app.url}; frame-src ${app.url}; style-src 'none'`
    strict = await serveHostSite(pages, policy)
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    for (const one of [site, strict, stranger, app]) await one.stop()
  })
  afterEach(async () => {
    for (const { context } of tabs.splice(0)) await context.close()
  })

  const open = async (
    address: string,
    options: Parameters<typeof openTab>[2] = {},
  ): Promise<ChatTab> => {
    const tab = await openTab(browser, address, options)
    tabs.push(tab)
    return tab
  }
  const opener = (page: Page, name = 'Hỏi thủ tục') => page.getByRole('button', { name })
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Trợ lý thủ tục hành chính' })
  const chat = (page: Page): FrameLocator => page.frameLocator('iframe')
  const ask = async (page: Page, text: string, count: number): Promise<void> => {
    await chat(page).locator('body.ready #text').fill(text)
    await chat(page).locator('#text').press('Enter')
    await chat(page)
      .locator('#log .reply[data-id]')
      .nth(count - 1)
      .waitFor()
  }

  test.each(['/defer', '/async', '/sync'])(
    '%s: a press opens the chat, which answers',
    async (path) => {
      const { page, complaints } = await open(site.url + path)
      expect(await page.locator('iframe').count()).toBe(0)
      await opener(page).click()
      await dialog(page).waitFor()
      await ask(page, 'xin giấy độc thân', 1)
      expect(await dialog(page).getByRole('link').count()).toBe(0)
      expect(complaints).toEqual([])
    },
  )

  test('loaded twice there is one button', async () => {
    const { page } = await open(`${site.url}/twice`)
    await opener(page).first().waitFor()
    expect(await opener(page).count()).toBe(1)
  })

  test('its corner and its words can be chosen', async () => {
    const { page } = await open(`${site.url}/left`)
    const box = await opener(page, 'Hỏi xã Kỳ Anh').boundingBox()
    expect(box?.x).toBeLessThan(40)
    expect(box?.height).toBeGreaterThanOrEqual(44)
  })

  test('the conversation goes on at the next page of the site, without any cookie', async () => {
    const { page, context } = await open(`${site.url}/defer`)
    await opener(page).click()
    await ask(page, 'xin giấy độc thân', 1)
    await page.goto(`${site.url}/left`)
    await opener(page, 'Hỏi xã Kỳ Anh').click()
    await chat(page).locator('#log .reply[data-id]').waitFor()
    expect(await chat(page).locator('.mine .said').allInnerTexts()).toEqual(['xin giấy độc thân'])
    await ask(page, 'thế còn lệ phí?', 2)
    expect(await chat(page).locator('.reply[data-id] h2').last().innerText()).toMatch(/lệ phí/)
    expect(await context.cookies()).toEqual([])
  })

  test('with the keyboard: opens, keeps the focus, Escape closes from outside and inside, focus returns', async () => {
    const { page } = await open(`${site.url}/defer`)
    const isAtOpener = () =>
      page.evaluate(
        "document.activeElement?.id === 'tro-ly-cchc' && document.activeElement.shadowRoot.activeElement?.getAttribute('aria-haspopup') === 'dialog'",
      )
    await opener(page).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await isAtOpener()).toBe(true)
    await page.keyboard.press('Enter')
    await dialog(page).waitFor()
    await chat(page).locator('#text').waitFor()
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate("document.activeElement?.getAttribute('href')")).not.toBe('#tin')
    }
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'hidden' })
    await vi.waitFor(async () => expect(await isAtOpener()).toBe(true))
    await page.keyboard.press('Enter')
    await chat(page).locator('#text').click()
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'hidden' })
    await vi.waitFor(async () => expect(await isAtOpener()).toBe(true))
    await page.keyboard.press('Enter')
    await dialog(page).getByRole('button', { name: 'Đóng' }).click()
    await dialog(page).waitFor({ state: 'hidden' })
  })

  test('a site with a strict policy needs to allow our script and frame only', async () => {
    const { page, complaints } = await open(`${strict.url}/defer`)
    await opener(page).click()
    const box = await dialog(page).boundingBox()
    expect(Math.round(box?.width ?? 0)).toBe(400)
    expect(complaints.filter((text) => /style/.test(text))).toEqual([])
  })

  test('on a phone it takes the whole window', async () => {
    const { page } = await open(`${site.url}/defer`, { viewport: { width: 360, height: 640 } })
    await opener(page).click()
    const box = await dialog(page).boundingBox()
    expect([box?.x, box?.y, box?.width, box?.height]).toEqual([0, 0, 360, 640])
  })

  test('a site that is not named in the settings cannot show it', async () => {
    const { page, complaints } = await open(`${stranger.url}/defer`)
    await opener(page).click()
    await vi.waitFor(() => expect(complaints.join()).toContain('frame-ancestors'))
    expect(await chat(page).locator('#text').count()).toBe(0)
    const link = dialog(page).getByRole('link', { name: 'Mở trang hỏi đáp' })
    expect(await link.getAttribute('href')).toBe(`${app.url}/`)
    expect(await page.locator('iframe').isVisible()).toBe(false)
  })

  test('links of the compact page open in a tab of their own', async () => {
    const { page, context } = await open(`${site.url}/defer`)
    await opener(page).click()
    const opened = context.waitForEvent('page')
    await chat(page).getByRole('link', { name: 'Mở trang đầy đủ' }).click()
    expect((await opened).url()).toBe(`${app.url}/`)
  })
})
