import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'

/** A tab on the chat, with what it complained about and what it asked from elsewhere. */
export interface ChatTab {
  page: Page
  context: BrowserContext
  /** Errors and Content-Security-Policy violations of the console. */
  complaints: string[]
  /** Requests that left the server of the page. */
  strangers: string[]
}

/** Opens `address` in a browser session of its own, or in that of another tab. */
export async function openTab(
  browser: Browser,
  address: string,
  options: BrowserContextOptions & { beside?: ChatTab } = {},
): Promise<ChatTab> {
  const { beside, ...contextOptions } = options
  const context = beside?.context ?? (await browser.newContext(contextOptions))
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const complaints: string[] = []
  const strangers: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(address).origin)) strangers.push(request.url())
  })
  await page.goto(address)
  return { page, context, complaints, strangers }
}

/** Types a question and sends it with Enter. */
export async function type(page: Page, text: string): Promise<void> {
  await page.locator('#text').fill(text)
  await page.locator('#text').press('Enter')
}

/** The headings of the assistant's cards, from the first on. */
export const headings = (page: Page): Promise<string[]> =>
  page.locator('#log .reply h2').allInnerTexts()

/** Waits until so many of what `selector` finds are there; playwright's own wait uses `eval`, which the policy forbids. */
export async function waitForCount(page: Page, selector: string, count: number): Promise<void> {
  await page
    .locator(selector)
    .nth(count - 1)
    .waitFor({ state: 'attached' })
}
