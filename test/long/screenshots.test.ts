import { mkdir, writeFile } from 'node:fs/promises'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EMPTY_UNIT, parseOpeningHours, type UnitProfile } from '../../core/index.ts'
import { type, waitForCount } from '../support/browser/chat-page.ts'
import { launchChromium, noChromium } from '../support/browser/chromium.ts'
import { serveHostSite } from '../support/browser/host-site.ts'
import { serveApp, type ServedApp } from '../support/served-app.ts'

const FOLDER = new URL('../../docs/images/', import.meta.url)
const MOST_BYTES = 1_200_000

/** A commune that does not exist, so that nobody calls it. */
const UNIT: UnitProfile = {
  ...EMPTY_UNIT,
  name: 'UBND xã Mẫu',
  province: 'tỉnh Mẫu',
  commune: 'xã Mẫu',
  offices: {
    ...EMPTY_UNIT.offices,
    center: {
      address: 'Số 1, đường Mẫu, xã Mẫu',
      phone: '0200 000 0000',
      hours: parseOpeningHours('thứ Hai đến thứ Sáu 07:30-11:30, 13:30-17:00; thứ Bảy 07:30-11:30'),
    },
  },
}

const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 1.2,
  isMobile: true,
  hasTouch: true,
}
const desktop: BrowserContextOptions = { viewport: { width: 1100, height: 760 } }

const ask = async (page: Page): Promise<void> => {
  await type(page, 'lam khai sinh cho con can giay to gi')
  await waitForCount(page, '#log .reply[data-id]', 1)
}
const enlarge = async (page: Page): Promise<void> => {
  await page.evaluate("document.documentElement.style.fontSize = '160%'")
  await page.evaluate('scrollTo(0, 9)')
  await page.evaluate('scrollTo(0, 0)')
}

interface Picture {
  path: string
  look: BrowserContextOptions
  act?: (page: Page) => Promise<void>
}

const PICTURES: Readonly<Record<string, Picture>> = {
  phone: { path: '/', look: phone },
  'phone-answer': { path: '/', look: phone, act: ask },
  'phone-large-text': { path: '/', look: phone, act: enlarge },
  'phone-offline': {
    path: '/',
    look: phone,
    act: async (page) => {
      await ask(page)
      await page.context().setOffline(true)
      await type(page, 'xin giấy độc thân')
      await page.locator('.problem').waitFor()
    },
  },
  chat: { path: '/', look: desktop, act: ask },
  desktop: { path: '/', look: desktop },
  dark: { path: '/', look: { ...desktop, colorScheme: 'dark' }, act: ask },
  list: { path: '/tt', look: desktop },
  procedure: { path: '/tt/1.001193', look: desktop },
  kiosk: { path: '/?kiosk', look: { viewport: { width: 900, height: 820 } } },
  print: {
    path: '/tt/1.001193',
    look: { viewport: { width: 476, height: 720 } },
    act: (page) => page.emulateMedia({ media: 'print' }),
  },
}

/**
 * Makes the pictures of the guides anew; run it after the looks of a page changed:
 * `npx vitest run --project long test/long/screenshots.test.ts`
 */
// skipped where no Chromium can start: the one from npm is for Linux x64
describe.skipIf(noChromium !== null)('pictures of the pages', () => {
  let app: ServedApp
  let browser: Browser
  let bytes = 0
  beforeAll(async () => {
    app = await serveApp(undefined, { frameAncestors: ['http://localhost:*'] })
    await app.setUnit(UNIT)
    browser = await launchChromium()
    await mkdir(FOLDER, { recursive: true })
  })
  afterAll(async () => {
    await browser.close()
    await app.stop()
  })
  const save = async (name: string, page: Page): Promise<void> => {
    const image = await page.screenshot()
    bytes += image.byteLength
    await writeFile(new URL(`${name}.png`, FOLDER), image)
  }
  const open = async (look: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...look })
    return context.newPage()
  }

  test.each(Object.keys(PICTURES))('%s', async (name) => {
    const { path, look, act } = PICTURES[name]!
    const page = await open(look)
    await page.goto(app.url + path)
    await act?.(page)
    // blinking cursors and focus rings of the script are no part of the picture
    await page.evaluate('document.activeElement?.blur()')
    await save(name, page)
    await page.context().close()
    expect(bytes).toBeGreaterThan(0)
  })

  test('widget', async () => {
    const style = `body{font:16px/1.6 system-ui,sans-serif;margin:0;color:#222}
      header{background:#f2f2f2;padding:24px 40px;border-bottom:1px solid #ccc}
      main{padding:24px 40px;max-width:36rem}`
    const site = await serveHostSite({
      '/': () => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Xã Mẫu</title>
        <style>${style}</style></head><body><header><strong>Trang thông tin điện tử xã Mẫu</strong></header>
        <main><h1>Tin tức</h1><p>Trang này chỉ là ví dụ: một trang của xã, đã dán một dòng để có ô hỏi đáp ở góc phải.</p>
        <h2>Lịch tiếp công dân</h2><p>Thứ Năm hằng tuần.</p></main>
        <script src="${app.url}/widget.js" defer></script></body></html>`,
    })
    const page = await open(desktop)
    await page.goto(site.url)
    await page.getByRole('button', { name: 'Hỏi thủ tục' }).click()
    const chat = page.frameLocator('iframe')
    await chat.locator('body.ready .asked-most').waitFor()
    await save('widget', page)
    await page.context().close()
    await site.stop()
    expect(bytes).toBeGreaterThan(0)
  })

  test('all together they stay small', () => {
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
  })
})
