import type { Browser, CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHAT_MODULES } from '../../adapters/web/pages/chat-page.ts'
import { launchChromium, noChromium } from '../support/browser/chromium.ts'
import { serveApp, type ServedApp } from '../support/served-app.ts'

const MOST_FIRST_LOAD_BYTES = 60_000
const MOST_WIDGET_BYTES = 3_000

interface Load {
  urls: string[]
  /** As it came over the wire, with headers. */
  transferred: number
  /** Unpacked. */
  raw: number
}

// skipped where no Chromium can start: the one from npm is for Linux x64
describe.skipIf(noChromium !== null)('what a first visit loads', () => {
  let app: ServedApp
  let browser: Browser
  beforeAll(async () => {
    app = await serveApp()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await app.stop()
  })

  const listen = (session: CDPSession, load: Load): void => {
    session.on('Network.requestWillBeSent', ({ request }) => load.urls.push(request.url))
    session.on('Network.dataReceived', ({ dataLength }) => (load.raw += dataLength))
    session.on(
      'Network.loadingFinished',
      ({ encodedDataLength }) => (load.transferred += encodedDataLength),
    )
  }

  /** Everything that one first visit asks for, until nothing more comes. */
  const loadOf = async (path: string): Promise<Load> => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const load: Load = { urls: [], transferred: 0, raw: 0 }
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    listen(session, load)
    await page.goto(app.url + path)
    await page.waitForLoadState('load')
    await page.waitForTimeout(700)
    await context.close()
    return load
  }

  test.each(['/', '/?nhung', '/?kiosk', '/tt/1.001193'])(
    '%s: at most 60 kB, packed and unpacked, and nothing from elsewhere',
    async (path) => {
      const { urls, transferred, raw } = await loadOf(path)
      console.log(`${path}: ${urls.length} requests, ${transferred} bytes, unpacked ${raw} bytes`)
      expect(urls.filter((url) => !url.startsWith(app.url))).toEqual([])
      expect(transferred).toBeGreaterThan(1_000)
      expect(transferred).toBeLessThanOrEqual(MOST_FIRST_LOAD_BYTES)
      expect(raw).toBeLessThanOrEqual(MOST_FIRST_LOAD_BYTES)
    },
  )

  test('every module of the chat page is announced, so that none waits for another', async () => {
    const { urls } = await loadOf('/')
    const modules = urls.filter((url) => url.endsWith('.js') && url.includes('/static/'))
    const names = [...new Set(modules.map((url) => url.split('/').at(-1)))]
    expect(names.toSorted()).toEqual([...CHAT_MODULES].toSorted())
  })

  test('the offline copy costs little and asks for nothing private', async () => {
    const worker = await fetch(`${app.url}/sw.js`)
    const shell = await fetch(`${app.url}/ngoai-tuyen`)
    expect(worker.headers.get('cache-control')).toBe('no-cache')
    expect(shell.headers.get('set-cookie')).toBeNull()
    const bytes = (await worker.text()).length + (await shell.text()).length
    expect(bytes).toBeLessThanOrEqual(20_000)
  })

  test('the loader for other sites is at most 3 kB as it is', async () => {
    const response = await fetch(`${app.url}/widget.js`, {
      headers: { 'accept-encoding': 'identity' },
    })
    const body = await response.arrayBuffer()
    console.log(`/widget.js: ${body.byteLength} bytes`)
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(body.byteLength).toBeLessThanOrEqual(MOST_WIDGET_BYTES)
  })
})
