import { timingSafeEqual } from 'node:crypto'
import { OFFICES } from '../../../core/index.ts'
import { emptyFields, readUnit, toUnitRecord, type UnitProblem } from '../../../knowledge/index.ts'
import { fail, PROBLEMS } from '../fail.ts'
import { hashOf } from '../static-files.ts'
import type { WebContext, WebHandler, WebKit } from '../web-kit.ts'
import { setupCodePage, setupPage } from './page.ts'
import { setupWording } from './wording.ts'

const COOKIE = 'thiet_lap'
/** A working day: whoever goes to look for a telephone number comes back to an open page. */
const MAX_AGE_SECONDS = 8 * 3_600
const PARTS = ['address', 'phone', 'hours'] as const
const SINGLE = ['name', 'province', 'commune', 'feedback'] as const
const FIELDS: readonly string[] = [
  ...SINGLE,
  ...OFFICES.flatMap((office) => PARTS.map((part) => `${office}.${part}`)),
]

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
    return c.html(setupPage(kit.frame, { values, mark: markOf(values), problems: [], empty }))
  }

/** `POST /thiet-lap/ma`: the code, typed. */
export const postSetupCode =
  (kit: WebKit): WebHandler =>
  async (c) => {
    c.header('cache-control', 'no-store')
    const form = await c.req.parseBody().catch(() => null)
    const given = form?.['ma']
    return enter(kit, c, typeof given === 'string' ? given : '')
  }

/**
 * `POST /thiet-lap`: saves, or shows what is wrong with everything that was typed; a form that lacks fields, or would undo
 * what another page saved meanwhile, saves nothing.
 */
export const postSetup =
  (kit: WebKit): WebHandler =>
  async (c) => {
    c.header('cache-control', 'no-store')
    if (!(await isAllowed(kit, c))) return c.html(setupCodePage(kit.frame, false), 401)
    const values = textsOf(await c.req.parseBody().catch(() => ({})))
    if (FIELDS.some((name) => values[name] === undefined)) return fail(kit, c, PROBLEMS.badForm)
    const { unit, problems } = readUnit(nested(values))
    const seen = values['moc'] ?? ''
    const view = { values, empty: null }
    if (unit === null) {
      return c.html(setupPage(kit.frame, { ...view, mark: seen, problems }), 400)
    }
    const saved = flat(toUnitRecord(kit.deps.unit.current()))
    const mark = markOf(saved)
    const undone = seen === mark ? [] : undoneBy(flat(toUnitRecord(unit)), saved)
    if (undone.length > 0) {
      const shown = { ...view, mark, problems: undone, isStale: true }
      return c.html(setupPage(kit.frame, shown), 409)
    }
    await kit.deps.setup.save(unit)
    return c.redirect('/thiet-lap?da-luu', 303)
  }

/** What stands in a form by the names of its fields; files are none of it. */
const textsOf = (form: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )

/** Changes with what is saved: tells a form whether somebody else saved since it was opened. */
const markOf = (values: Readonly<Record<string, string>>): string => hashOf(JSON.stringify(values))

/** The fields that are saved with something else than what is about to be. */
const undoneBy = (
  next: Readonly<Record<string, string>>,
  saved: Readonly<Record<string, string>>,
): UnitProblem[] =>
  FIELDS.flatMap((field) => {
    const value = saved[field] ?? ''
    return value === '' || value === next[field]
      ? []
      : [{ field, message: setupWording.savedNow(value) }]
  })

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
