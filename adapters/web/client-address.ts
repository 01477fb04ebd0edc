import { BlockList, isIP, isIPv6 } from 'node:net'
import { Failure } from '../../core/index.ts'
import { wording } from './wording.ts'

/** Who really asks and how, seen through trusted proxies. */
export interface Client {
  address: string
  isHttps: boolean
  /** Host name and port as the browser knows them. */
  host: string
}

/** Reads the client of a request; `socketAddress` is the peer of the connection, when there is one. */
export type ReadClient = (request: Request, socketAddress: string | undefined) => Client

/**
 * @param trustedProxies addresses or CIDR ranges
 * @throws Failure `input` when one of them is neither
 */
export function createReadClient(trustedProxies: readonly string[]): ReadClient {
  const trusted = parseTrusted(trustedProxies)
  const isTrusted = (address: string): boolean => {
    const family = isIP(address)
    return family !== 0 && trusted.check(address, family === 6 ? 'ipv6' : 'ipv4')
  }
  return (request, socketAddress) => {
    const url = new URL(request.url)
    const peer = plainAddress(socketAddress ?? '') ?? 'unknown'
    const own = { address: peer, isHttps: url.protocol === 'https:', host: url.host }
    if (!isTrusted(peer)) return own
    const scheme = lastItem(request.headers.get('x-forwarded-proto'))
    return {
      address: originOf(peer, request.headers.get('x-forwarded-for') ?? '', isTrusted),
      isHttps: scheme === undefined ? own.isHttps : scheme === 'https',
      host: lastItem(request.headers.get('x-forwarded-host')) ?? own.host,
    }
  }
}

/** Walks back from the nearest hop as long as the hop is trusted: only those headers were added by us. */
function originOf(peer: string, forwardedFor: string, isTrusted: (a: string) => boolean): string {
  let address = peer
  const hops = forwardedFor.split(',')
  while (isTrusted(address) && hops.length > 0) {
    const hop = plainAddress(hops.pop() ?? '')
    if (hop === null) break
    address = hop
  }
  return address
}

/** `[::1]:80`, `1.2.3.4:80`, `::ffff:1.2.3.4` and spaces around, as one comparable address. */
function plainAddress(text: string): string | null {
  const trimmed = text.trim()
  const bare =
    /^\[([^\]]+)\](?::\d+)?$/.exec(trimmed)?.[1] ?? /^([\d.]+):\d+$/.exec(trimmed)?.[1] ?? trimmed
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare
  return isIP(mapped) === 0 ? null : mapped.toLowerCase()
}

/** One household or office has a whole /64 of IPv6: count it as one sender. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [plain = ''] = address.split('%')
  const [head = '', tail = ''] = plain.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const missing = plain.includes('::') ? Math.max(0, 8 - left.length - right.length) : 0
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

const lastItem = (header: string | null): string | undefined =>
  header?.split(',').at(-1)?.trim().toLowerCase() || undefined

function parseTrusted(values: readonly string[]): BlockList {
  const list = new BlockList()
  for (const value of values) {
    const [address = '', bits, ...rest] = value.trim().split('/')
    const family = isIP(address)
    const most = family === 6 ? 128 : 32
    const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1
    if (family === 0 || rest.length > 0 || length < 0 || length > most) {
      throw new Failure('input', wording.errors.proxySetting(value))
    }
    list.addSubnet(address, length, family === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}
