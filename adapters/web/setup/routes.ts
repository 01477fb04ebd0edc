import { timingSafeEqual } from 'node:crypto'
import { OFFICES } from '../../../core/index.ts'
import { emptyFields, readUnit, toUnitRecord, type UnitProblem } from '../../../knowledge/index.ts'
import { fail, PROBLEMS } from '../fail.ts'
import type { WebContext, WebHandler, WebKit } from '../web-kit.ts'
import { setupCodePage, setupPage } from './page.ts'

const COOKIE = 'thiet_lap'
const MAX_AGE_SECONDS = 3_600
const PARTS = ['address', 'phone', 'hours'] as const
const SINGLE = ['name', 'province', 'commune', 'feedback'] as const

/** `GET /thiet-lap`: the form with what is known; with `?ma=` the code goes into a cookie and out of the address. */
export const showSetup =
  (kit: WebKit): WebHandler =>
  async (c) => {
    c.header('cache-control', 'no-store')
    const given = c.req.query('ma')
    if (given !== undefined) return enter(kit, c, given)
    if (!(await isAllowed(kit, c))) return c.html(setupCodePage(kit.frame, false), 401)
    const isSaved = c.req.query('da-luu') !== undefined
    const unit = kit.deps.unit.current()
    const empty = isSaved ? emptyFields(unit) : null
    const values = flat(toUnitRecord(unit))
    return c.html(setupPage(kit.frame, { values, problems: [], empty }))
  }

/** `POST /thiet-lap/ma`: the code, typed. */
export const postSetupCode =
  (kit: WebKit): WebHandler =>
  async (c) => {
    c.header('cache-control', 'no-store')
    const form = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
    return enter(kit, c, typeof form['ma'] === 'string' ? form['ma'] : '')
  }

/** `POST /thiet-lap`: saves, or shows what is wrong with everything that was typed. */
export const postSetup =
  (kit: WebKit): WebHandler =>
  async (c) => {
    c.header('cache-control', 'no-store')
    if (!(await isAllowed(kit, c))) return c.html(setupCodePage(kit.frame, false), 401)
    const form = await c.req.parseBody().catch(() => null)
    if (form === null) return fail(kit, c, PROBLEMS.badForm)
    const values: Record<string, string> = {}
    for (const [name, value] of Object.entries(form)) {
      if (typeof value === 'string') values[name] = value
    }
    const { unit, problems } = readUnit(nested(values))
    if (unit === null) return problemsPage(kit, c, values, problems)
    await kit.deps.setup.save(unit)
    return c.redirect('/thiet-lap?da-luu', 303)
  }

const problemsPage = (
  kit: WebKit,
  c: WebContext,
  values: Record<string, string>,
  problems: readonly UnitProblem[],
): Response | Promise<Response> =>
  c.html(setupPage(kit.frame, { values, problems, empty: null }), 400)

async function enter(kit: WebKit, c: WebContext, given: string): Promise<Response> {
  const code = given.trim().toLowerCase()
  if (!(await isCode(kit, code))) return c.html(setupCodePage(kit.frame, true), 401)
  const secure = kit.clientOf(c).isHttps ? '; Secure' : ''
  c.header(
    'set-cookie',
    `${COOKIE}=${code}; Path=/thiet-lap; Max-Age=${MAX_AGE_SECONDS}; HttpOnly; SameSite=Lax${secure}`,
  )
  return c.redirect('/thiet-lap', 303)
}

function isAllowed(kit: WebKit, c: WebContext): Promise<boolean> {
  const pairs = (c.req.header('cookie') ?? '').split(';').map((part) => part.trim().split('='))
  return isCode(kit, pairs.find(([name]) => name === COOKIE)?.[1] ?? '')
}

async function isCode(kit: WebKit, given: string): Promise<boolean> {
  if (!/^[a-z0-9]{16}$/.test(given)) return false
  const code = await kit.deps.setup.code()
  return given.length === code.length && timingSafeEqual(Buffer.from(given), Buffer.from(code))
}

/** The record's texts by the names of the form's fields. */
function flat(record: ReturnType<typeof toUnitRecord>): Record<string, string> {
  const values: Record<string, string> = {}
  for (const name of SINGLE) values[name] = String(record[name] ?? '')
  for (const office of OFFICES) {
    for (const part of PARTS) values[`${office}.${part}`] = String(record[office]?.[part] ?? '')
  }
  return values
}

/** The other way round; fields that the form does not have are passed over. */
function nested(values: Readonly<Record<string, string>>): object {
  const record: Record<string, unknown> = {}
  for (const name of SINGLE) record[name] = values[name] ?? ''
  for (const office of OFFICES) {
    record[office] = Object.fromEntries(
      PARTS.map((part) => [part, values[`${office}.${part}`] ?? '']),
    )
  }
  return record
}
