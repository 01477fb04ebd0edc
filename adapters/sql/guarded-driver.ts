import type { CompiledQuery, DatabaseConnection, Driver } from 'kysely'

/** PostgreSQL stores neither U+0000 nor half a surrogate pair; both become U+FFFD, on both databases alike. */
const storable = (value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value

/**
 * The one gate that every statement of both databases passes: text is made storable on the way in,
 * errors go through `translate` on the way out.
 */
export function createGuardedDriver(
  driver: Driver,
  translate: (error: unknown) => unknown,
): Driver {
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw translate(error)
    }
  }
  const inner = new WeakMap<DatabaseConnection, DatabaseConnection>()
  const innerOf = (connection: DatabaseConnection): DatabaseConnection =>
    inner.get(connection) ?? connection

  return {
    init: (options) => guarded(() => driver.init(options)),
    async acquireConnection(options) {
      const connection = await guarded(() => driver.acquireConnection(options))
      const wrapped = guardConnection(connection, guarded, translate)
      inner.set(wrapped, connection)
      return wrapped
    },
    beginTransaction: (connection, settings) =>
      guarded(() => driver.beginTransaction(innerOf(connection), settings)),
    commitTransaction: (connection) => guarded(() => driver.commitTransaction(innerOf(connection))),
    rollbackTransaction: (connection) =>
      guarded(() => driver.rollbackTransaction(innerOf(connection))),
    releaseConnection: (connection, options) =>
      guarded(() => driver.releaseConnection(innerOf(connection), options)),
    destroy: (options) => guarded(() => driver.destroy(options)),
  }
}

function guardConnection(
  connection: DatabaseConnection,
  guarded: <T>(work: () => Promise<T>) => Promise<T>,
  translate: (error: unknown) => unknown,
): DatabaseConnection {
  const clean = (query: CompiledQuery): CompiledQuery => ({
    ...query,
    parameters: query.parameters.map(storable),
  })
  return {
    executeQuery: (query, options) => guarded(() => connection.executeQuery(clean(query), options)),
    async *streamQuery(query, chunkSize, options) {
      try {
        yield* connection.streamQuery(clean(query), chunkSize, options)
      } catch (error) {
        throw translate(error)
      }
    },
  }
}
