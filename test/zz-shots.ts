import { launchChromium } from './support/browser/chromium.ts'
const b = await launchChromium()
const url = 'http://127.0.0.1:3457'
const shot = async (name: string, opt: object, act?: (p: any) => Promise<void>, path = '/', full = false) => {
  const c = await b.newContext(opt); const p = await c.newPage()
  p.on('console', (m) => console.log(name, m.text())); p.on('pageerror', (e) => console.log(name, String(e)))
  await p.goto(url + path); await act?.(p); await p.waitForTimeout(500)
  await p.screenshot({ path: `/tmp/shot-${name}.png`, fullPage: full }); await c.close()
}
const chat = async (p: any) => {
  await p.fill('#text', 'lam khai sinh cho con can giay to gi'); await p.press('#text', 'Enter'); await p.waitForSelector('.rating')
  await p.fill('#text', 'làm lại khai sinh'); await p.press('#text', 'Enter'); await p.waitForSelector('button:has-text("1 ")')
}
const m = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }
const d = { viewport: { width: 1280, height: 800 } }
const top = async (p: any) => { await p.fill('#text', 'lam khai sinh cho con can giay to gi'); await p.press('#text', 'Enter'); await p.waitForSelector('.rating') }
const only = process.argv.slice(2)
const all: [string, () => Promise<void>][] = [
  ['m-empty', () => shot('m-empty', m)],
  ['m-top', () => shot('m-top', m, top)],
  ['d-top', () => shot('d-top', d, top)],
  ['m-reload', () => shot('m-reload', m, async (p: any) => { await top(p); await p.reload(); await p.evaluate('scrollTo(0,0)') })],
  ['m-fail', () => shot('m-fail', m, async (p: any) => { await p.context().setOffline(true); await p.waitForTimeout(200); await p.fill('#text', 'a'.repeat(1200)); await p.route('**/api/messages', (r: any) => r.fulfill({status: 400, contentType: 'application/json', body: JSON.stringify({error:{kind:'input',message:'Nội dung gửi lên lớn quá mức nhận được (64 kB). Xin rút ngắn câu hỏi rồi gửi lại.'}})})); await p.press('#text','Enter'); await p.fill('#text', 'a '.repeat(600)) })],
  ['m-chat', () => shot('m-chat', m, chat)],
  ['d-empty', () => shot('d-empty', d)],
  ['d-chat', () => shot('d-chat', d, chat)],
  ['d-dark', () => shot('d-dark', { ...d, colorScheme: 'dark' }, chat)],
  ['m-dark', () => shot('m-dark', { ...m, colorScheme: 'dark' }, chat)],
  ['m-tt', () => shot('m-tt', m, undefined, '/tt/1.001193', true)],
  ['d-tt', () => shot('d-tt', d, undefined, '/tt/1.001193', true)],
  ['m-404', () => shot('m-404', m, undefined, '/tt/9.999999')],
  ['m-hoi', () => shot('m-hoi', m, undefined, '/?hoi=1.001193')],
  ['w320', () => shot('w320', { viewport: { width: 320, height: 480 } }, chat)],
]
for (const [n, f] of all) if (!only.length || only.includes(n)) await f()
await b.close()
