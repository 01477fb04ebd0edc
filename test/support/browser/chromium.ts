import packaged from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

/** Why no Chromium can start here; null where one can. */
export const noChromium: string | null =
  process.platform === 'linux' && process.arch === 'x64'
    ? null
    : `Chromium from npm is for Linux x64, this is ${process.platform} ${process.arch}`

/**
 * The Chromium that the development dependencies bring; close it afterwards. The flags that its package
 * recommends are left out: they switch web security off, which the tests look at.
 */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  })
}
