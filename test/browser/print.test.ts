import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, noChromium } from '../support/browser/chromium.ts'
import { serveApp, type ServedApp } from '../support/served-app.ts'

const POINTS_PER_MM = 72 / 25.4

/** Sheets of a PDF and their sizes in millimetres, from its page objects. */
const sheetsOf = (pdf: Buffer): { width: number; height: number }[] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+) ?\]/g)].map((box) => ({
    width: Math.round(Number(box[1]) / POINTS_PER_MM),
    height: Math.round(Number(box[2]) / POINTS_PER_MM),
  }))

// skipped where no Chromium can start: the one from npm is for Linux x64
describe.skipIf(noChromium !== null)('a procedure on paper', () => {
  let app: ServedApp
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    app = await serveApp()
    browser = await launchChromium()
    page = await browser.newPage()
  })
  afterAll(async () => {
    await browser.close()
    await app.stop()
  })
  const printed = async (path: string): Promise<ReturnType<typeof sheetsOf>> => {
    await page.goto(app.url + path)
    return sheetsOf(await page.pdf({ preferCSSPageSize: true }))
  }

  test('a usual one takes at most two sheets of A5', async () => {
    const sheets = await printed('/tt/1.001193')
    expect(sheets.length).toBeGreaterThan(0)
    expect(sheets.length).toBeLessThanOrEqual(2)
    for (const sheet of sheets) expect(sheet).toEqual({ width: 148, height: 210 })
  })

  test('the longest ones take at most two', async () => {
    await page.goto(`${app.url}/tt`)
    const paths = (await page.evaluate(
      "[...document.querySelectorAll('.group a[href^=\"/tt/\"]')].map((a) => a.getAttribute('href'))",
    )) as string[]
    const lengths = await Promise.all(
      paths.map(async (path) => ({
        path,
        length: (await (await fetch(app.url + path)).text()).length,
      })),
    )
    const longest = lengths.toSorted((a, b) => b.length - a.length).slice(0, 8)
    for (const { path } of longest) {
      expect([path, (await printed(path)).length <= 2]).toEqual([path, true])
    }
  })

  test('the unit, the code, the values, the source and its date are on it; what is pressed is not', async () => {
    await page.goto(`${app.url}/tt/1.001193`)
    await page.emulateMedia({ media: 'print' })
    for (const there of ['.unit', 'h1', '.brief', '.value', '.entry > .source']) {
      expect([there, await page.locator(there).first().isVisible()]).toEqual([there, true])
    }
    expect(await page.locator('.entry > .source').innerText()).toMatch(/kiểm tra \d\d\/\d\d\/\d{4}/)
    for (const gone of ['.ask', '.related', '.bottom ul', '.skip', '.kind']) {
      for (const one of await page.locator(gone).all()) expect(await one.isVisible()).toBe(false)
    }
    const size = (await page.evaluate(
      "parseFloat(getComputedStyle(document.querySelector('.value p')).fontSize)",
    )) as number
    expect(size).toBeGreaterThanOrEqual(12.5)
    await page.emulateMedia({ media: null })
  })

  test('a doubt is printed beside its value', async () => {
    await page.goto(`${app.url}/tt/1.013978`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.value .doubt').first().isVisible()).toBe(true)
    await page.emulateMedia({ media: null })
  })
})
