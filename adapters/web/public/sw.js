/**
 * Keeps one empty page, with its files, for when there is no network. Nothing that anybody asked or was
 * answered is ever kept here. The version in its own address changes with the files.
 * @typedef {Event & { waitUntil(work: Promise<unknown>): void }} LifeEvent
 * @typedef {Event & { request: Request, respondWith(response: Promise<Response>): void }} AskEvent
 */
const CACHE = `tro-ly-${new URL(location.href).searchParams.get('v') ?? ''}`
const SHELL = '/ngoai-tuyen'
const worker = /** @type {{ skipWaiting(): Promise<void> }} */ (/** @type {unknown} */ (self))

async function fill() {
  const cache = await caches.open(CACHE)
  const shell = await fetch(SHELL, { credentials: 'omit', cache: 'no-cache' })
  if (!shell.ok) throw new Error(`${SHELL}: ${shell.status}`)
  const html = await shell.clone().text()
  const files = html.match(/\/static\/[\w-]+\/[\w.-]+/g) ?? []
  await cache.addAll([...new Set([...files, '/favicon.svg'])])
  await cache.put(SHELL, shell)
  await worker.skipWaiting()
}

async function forgetOthers() {
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name)
}

/** @param {Request} request */
async function pageOrShell(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const shell = await caches.match(SHELL)
    if (shell) return shell
    throw error
  }
}

addEventListener('install', (event) => /** @type {LifeEvent} */ (event).waitUntil(fill()))
addEventListener('activate', (event) => /** @type {LifeEvent} */ (event).waitUntil(forgetOthers()))
addEventListener('fetch', (event) => {
  const ask = /** @type {AskEvent} */ (event)
  const { request } = ask
  const { origin, pathname, searchParams } = new URL(request.url)
  if (origin !== location.origin || request.method !== 'GET') return
  const isOwnMode = searchParams.has('kiosk') || searchParams.has('nhung')
  if (request.mode === 'navigate' && !isOwnMode) ask.respondWith(pageOrShell(request))
  else if (pathname.startsWith('/static/')) {
    ask.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
  }
})
