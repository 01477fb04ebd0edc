import { defineConfig } from 'vitest/config'

/** Tests that need minutes: crashes at random points, simulated years, soaks. `npm run test:long`. */
const LONG = 'test/long/**/*.test.ts'
/** Rules about the sources themselves; part of `npm run check`. */
const HOUSE = 'test/house/**/*.test.ts'
/** Plants violations and runs the checkers on them: a test of `check` that takes a minute, so it runs with the long ones. */
const PLANTS = 'test/house/plants.test.ts'

const shared = {
  environment: 'node',
  pool: 'forks',
  hookTimeout: 60_000,
  teardownTimeout: 20_000,
} as const

/** Set by .ci/run: where each run leaves its figures. */
const reportDir = process.env['TEST_REPORT_DIR']

/**
 * Three projects over one tree:
 * `unit` (`npm test`, a real Chromium and a real PostgreSQL included), `house` (`npm run check`) and `long`.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: reportDir === undefined ? ['default'] : ['default', 'json'],
    ...(reportDir === undefined
      ? {}
      : { outputFile: { json: `${reportDir}/${process.pid}.json` } }),
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [LONG, HOUSE],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'house',
          include: [HOUSE],
          exclude: [PLANTS],
          testTimeout: 30_000,
        },
      },
      { test: { ...shared, name: 'long', include: [LONG, PLANTS], testTimeout: 600_000 } },
    ],
  },
})
