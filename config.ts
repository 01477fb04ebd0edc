import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Failure } from './core/index.ts'
import { settingWording } from './adapters/cli/index.ts'

/** Where the data are: one file in the data folder, or a PostgreSQL server shared by several nodes. */
export type StoreConfig = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string }

/** All that can be set, checked once at the start and frozen. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly dataFolder: string
  readonly programFolder: string
  readonly contentFolder: string
  readonly store: StoreConfig
  /** Addresses or CIDR ranges of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  /** Origins of sites that may show the chat in a frame. */
  readonly frameAncestors: readonly string[]
  /** Name of the unit that runs the assistant; null until it is set. */
  readonly unitName: string | null
  readonly logLevel: string
  readonly questionRetentionDays: number
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
const emptyIsAbsent = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value
const isAddressOrRange = (text: string): boolean => {
  const [address = '', bits = '0', ...rest] = text.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  return isIP(address) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most && rest.length === 0
}
/** `https://xa.gov.vn` or, for all below it, `https://*.gov.vn`: no path, no other scheme. */
const isOrigin = (text: string): boolean => {
  const url = URL.parse(text.replace('://*.', '://'))
  return /^https?:$/.test(url?.protocol ?? '') && url?.origin === text.replace('://*.', '://')
}
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyIsAbsent, schema)

const settings = z.object({
  HOST: optional(z.string().trim().default('127.0.0.1')),
  PORT: optional(z.coerce.number().int().min(0).max(65_535).default(3_000)),
  CCHC_DATA_DIR: optional(z.string().optional()),
  DATABASE_URL: optional(
    z
      .string()
      .refine((url) => /^postgres(ql)?:\/\/./.test(url) && URL.canParse(url))
      .optional(),
  ),
  TRUSTED_PROXIES: optional(
    z
      .string()
      .default('')
      .transform((text) => text.split(/[\s,]+/).filter(Boolean))
      .refine((proxies) => proxies.every(isAddressOrRange)),
  ),
  FRAME_ANCESTORS: optional(
    z
      .string()
      .default('')
      .transform((text) => text.split(/[\s,]+/).filter(Boolean))
      .refine((origins) => origins.every(isOrigin)),
  ),
  UNIT_NAME: optional(z.string().max(120).optional()),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS).default('info')),
  QUESTION_RETENTION_DAYS: optional(z.coerce.number().int().min(1).max(3_650).default(90)),
})

/** The folder of the program: this file's. */
const PROGRAM_FOLDER = import.meta.dirname

/** The folder in which the caller stands; npm runs scripts elsewhere and tells it in INIT_CWD. */
export const callerFolder = (): string => process.env['INIT_CWD'] ?? process.cwd()

/** Whether npm started us through a shell, which dies at a signal without handing it on. */
export const isStartedByNpm = (): boolean => process.env['npm_lifecycle_event'] !== undefined

/**
 * Reads the settings from the environment and, for what is not set there, from `.env` beside the program.
 * @param dataFolder from the command line; wins over CCHC_DATA_DIR; '' when the folder was forgotten there
 * @throws Failure `input` naming the setting that is wrong and what it should be
 */
export function readConfig(dataFolder: string | null): Config {
  const envFile = join(PROGRAM_FOLDER, '.env')
  if (existsSync(envFile)) process.loadEnvFile(envFile)
  const parsed = settings.safeParse(process.env)
  if (!parsed.success) throw new Failure('input', describeProblem(parsed.error))
  const values = parsed.data
  if (dataFolder?.trim() === '') throw new Failure('input', settingWording.noFolder)
  const given = dataFolder ?? values.CCHC_DATA_DIR
  const folder = given === undefined ? join(PROGRAM_FOLDER, 'var') : resolve(callerFolder(), given)
  return Object.freeze({
    host: values.HOST,
    port: values.PORT,
    dataFolder: folder,
    programFolder: PROGRAM_FOLDER,
    contentFolder: join(PROGRAM_FOLDER, 'content'),
    store:
      values.DATABASE_URL === undefined
        ? { kind: 'sqlite', file: join(folder, 'cchc.sqlite') }
        : { kind: 'postgres', url: values.DATABASE_URL },
    trustedProxies: Object.freeze(values.TRUSTED_PROXIES),
    frameAncestors: Object.freeze(values.FRAME_ANCESTORS),
    unitName: values.UNIT_NAME?.trim() ?? null,
    logLevel: values.LOG_LEVEL,
    questionRetentionDays: values.QUESTION_RETENTION_DAYS,
  } satisfies Config)
}

function describeProblem(error: z.ZodError): string {
  const name = String(error.issues[0]?.path[0] ?? '')
  return settingWording.wrong(name)
}
