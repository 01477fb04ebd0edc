import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Bytes of plain data: every buffer once, however many views lie on it, strings as UTF-8. Objects and numbers
 * around them are not counted: an index worth its name has few.
 */
export function bytesOf(data: unknown): number {
  const seen = new Set<unknown>()
  const visit = (value: unknown): number => {
    if (typeof value === 'string') return Buffer.byteLength(value)
    if (typeof value !== 'object' || value === null || seen.has(value)) return 0
    seen.add(value)
    if (ArrayBuffer.isView(value)) return visit(value.buffer)
    if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) return value.byteLength
    const parts = value instanceof Map ? [...value].flat() : Object.values(value)
    const all: unknown[] = value instanceof Set ? [...value] : parts
    return all.reduce<number>((sum, part) => sum + visit(part), 0)
  }
  return visit(data)
}

/** Collects garbage now, without a flag on the command line; twice, because buffers are freed by the round after. */
export function createCollect(): () => void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  return () => {
    collect()
    collect()
  }
}

/** Bytes that live in V8's heap and in buffers beside it. */
export function usedBytes(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
