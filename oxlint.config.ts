import { readdirSync } from 'node:fs'
import { defineConfig, type OxlintOverride } from 'oxlint'

/**
 * The import rule of the house: a file imports from its own room and from rooms to its left,
 * between rooms only through `index.ts`; adapters are strangers to each other.
 */
const ROOMS = ['core', 'knowledge', 'desk', 'jobs', 'bot', 'adapters'] as const
type Room = (typeof ROOMS)[number]

/** Deepest folder inside a room for which rules are generated; the house test refuses deeper ones. */
const MAX_DEPTH = 4

/** Each vendor library lives in one folder; nothing else may import it. */
const VENDOR_HOMES: Readonly<Record<string, readonly string[]>> = {
  'adapters/sql': ['better-sqlite3', 'pg', 'kysely'],
  'adapters/web': ['hono', '@hono/node-server'],
  'adapters/queue': ['node-cron'],
  'adapters/cli': ['commander'],
  'adapters/files': ['yaml'],
  'adapters/log': ['pino'],
  'knowledge/search': ['fuse.js'],
}

/** Input and output belong to adapters: the inner rooms compute and talk to ports. */
const IO_MODULES = ['fs', 'fs/promises', 'child_process', 'worker_threads', 'net', 'tls', 'http']
  .concat(['https', 'http2', 'dgram', 'dns', 'os', 'process', 'cluster', 'readline'])
  .flatMap((name) => [name, `node:${name}`])

interface Ban {
  group: string[]
  message: string
}

const anyFile = (folder: string): string[] => [folder, `${folder}/**`]

/** Bans for a file of `room` whose folder is `up` levels above the repository root. */
function roomBans(room: Room, up: string): Ban[] {
  const left = ROOMS.slice(0, ROOMS.indexOf(room))
  const right = ROOMS.slice(ROOMS.indexOf(room) + 1)
  return [
    ...right.map((other) => ({
      group: anyFile(`${up}${other}`),
      message: `Wrong-way import: ${other} is to the right of ${room} (${ROOMS.join(' < ')}).`,
    })),
    ...left.map((other) => ({
      group: [`${up}${other}/**`, `!${up}${other}/index.ts`],
      message: `Deep import: ${other} is another room, import ${other}/index.ts.`,
    })),
    {
      group: [`${up}*.ts`, `${up}*.json`],
      message: 'Wrong-way import: nothing imports main.ts, compose.ts, config.ts or package files.',
    },
    { group: anyFile(`${up}test`), message: 'Nothing imports test/.' },
    { group: anyFile(`${up}${room}`), message: 'Use the shortest path inside your own room.' },
  ]
}

/** Bans for a file of `adapters/<name>`: no other adapter, whatever way it is written. */
function adapterBans(up: string, others: readonly string[]): Ban[] {
  return others.map((other) => ({
    group: anyFile(`${up.slice('../'.length)}${other}`),
    message: `Adapters are strangers to each other: ports are wired in compose.ts, not imported from adapters/${other}.`,
  }))
}

/** Vendor libraries whose home is elsewhere, with their sub-paths; and I/O for the inner rooms. */
function vendorPaths(folder: string): { name: string; message: string }[] {
  const vendors = Object.entries(VENDOR_HOMES)
    .filter(([home]) => folder !== home && !folder.startsWith(`${home}/`))
    .flatMap(([home, names]) =>
      names.map((name) => ({ name, message: `${name} lives in ${home} only.` })),
    )
  if (folder.startsWith('adapters') || !ROOMS.some((room) => isWithin(folder, room))) return vendors
  const message = 'Inner rooms do no input or output: declare a port and let an adapter do it.'
  return [...vendors, ...IO_MODULES.map((name) => ({ name, message }))]
}

const isWithin = (folder: string, parent: string): boolean =>
  folder === parent || folder.startsWith(`${parent}/`)

/** `no-restricted-imports` for one folder; a later override replaces an earlier one, so each is complete. */
function importRule(folder: string, bans: Ban[]): NonNullable<OxlintOverride['rules']> {
  const paths = vendorPaths(folder)
  const subPaths = paths.map(({ name, message }) => ({ regex: `^${name}/`, message }))
  return {
    'no-restricted-imports': ['error', { paths, patterns: [...bans, ...subPaths] }],
  } as const
}

/** One override for each depth below `folder`, because relative imports depend on it. */
function overridesBelow(folder: string, bansAt: (up: string) => Ban[]): OxlintOverride[] {
  const depth = folder.split('/').length
  return Array.from({ length: MAX_DEPTH + 1 - depth }, (_, below) => ({
    files: [`${folder}/${'*/'.repeat(below)}*.{ts,js}`],
    rules: importRule(folder, bansAt('../'.repeat(depth + below))),
  }))
}

const foldersIn = (path: string): string[] =>
  readdirSync(new URL(path, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

const adapters = foldersIn('./adapters/')
const innerRooms = ROOMS.filter((room) => room !== 'adapters')
const innerHomes = Object.keys(VENDOR_HOMES).filter((home) => !isWithin(home, 'adapters'))

const importRules = [
  ...innerRooms.flatMap((room) => overridesBelow(room, (up) => roomBans(room, up))),
  ...innerHomes.flatMap((home) =>
    overridesBelow(home, (up) => roomBans(home.split('/')[0] as Room, up)),
  ),
  ...adapters.flatMap((name) =>
    overridesBelow(`adapters/${name}`, (up) => [
      ...roomBans('adapters', up),
      ...adapterBans(
        up,
        adapters.filter((other) => other !== name),
      ),
    ]),
  ),
  {
    files: ['*.ts'].map((glob) => `./${glob}`),
    rules: importRule('.', [
      ...innerRooms.map((room) => ({
        group: [`./${room}/**`, `!./${room}/index.ts`],
        message: `Deep import: import ${room}/index.ts.`,
      })),
      {
        group: ['./adapters/**', '!./adapters/*/index.ts'],
        message: 'Deep import: import the index.ts of the adapter.',
      },
      { group: anyFile('./test'), message: 'Nothing imports test/.' },
    ]),
  },
]

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'promise', 'node', 'vitest'],
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  categories: { correctness: 'error' },
  ignorePatterns: ['node_modules', 'var', 'coverage'],
  rules: {
    // the shape of the house
    'max-lines': ['error', { max: 300 }],
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-default-export': 'error',
    'import/no-self-import': 'error',
    'import/no-mutable-exports': 'error',
    'import/extensions': ['error', 'always', { ignorePackages: true }],
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'unicorn/prefer-node-protocol': 'error',
    'unicorn/no-process-exit': 'error',
    'node/no-process-env': 'error',
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'Time comes in through Clock (core/clock.ts).' },
      {
        object: 'Math',
        property: 'random',
        message: 'Chance comes in through Random (core/ids.ts).',
      },
    ],
    'no-console': 'error',
    // promises
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/await-thenable': 'error',
    'typescript/return-await': ['error', 'error-handling-correctness-only'],
    'typescript/only-throw-error': 'error',
    'typescript/prefer-promise-reject-errors': 'error',
    'typescript/use-unknown-in-catch-callback-variable': 'error',
    // types
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true },
    ],
    'typescript/no-deprecated': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/no-unnecessary-type-assertion': 'error',
    'typescript/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
    'typescript/restrict-template-expressions': [
      'error',
      { allowNumber: true, allowBoolean: true },
    ],
    // we make closures, not classes with `this`: a method of a port may be passed on
    'typescript/unbound-method': 'off',
    // plain code
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'no-else-return': 'error',
    'no-empty': 'error',
    'no-param-reassign': 'error',
    'no-shadow': 'error',
    'no-sequences': 'error',
    'no-throw-literal': 'error',
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }],
    'preserve-caught-error': 'error',
    'max-depth': ['error', { max: 4 }],
    'max-params': ['error', { max: 5 }],
    // texts of citizens and tests hold control characters on purpose
    'no-control-regex': 'off',
    'vitest/no-focused-tests': 'error',
    'vitest/no-conditional-expect': 'off',
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] }],
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
  },
  overrides: [
    ...importRules,
    { files: ['main.ts'], rules: { 'unicorn/no-process-exit': 'off' } },
    { files: ['config.ts'], rules: { 'node/no-process-env': 'off' } },
    {
      // tools fix the form of their own configuration
      files: ['*.config.ts'],
      rules: { 'import/no-default-export': 'off', 'node/no-process-env': 'off' },
    },
    {
      files: ['adapters/web/public/**/*.js'],
      env: { browser: true, node: false },
      rules: { 'no-restricted-properties': 'off' },
    },
    {
      files: ['test/**'],
      rules: {
        'max-lines': 'off',
        'node/no-process-env': 'off',
        'no-restricted-properties': 'off',
        'no-console': 'off',
        'typescript/no-non-null-assertion': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
        'typescript/no-misused-spread': 'off',
        'typescript/require-array-sort-compare': 'off',
        'unicorn/no-useless-spread': 'off',
      },
    },
  ],
})
