import { expect, test } from 'vitest'
import { createReadClient } from '../../../adapters/web/client-address.ts'

const read = (trusted: string[], peer: string | undefined, headers: Record<string, string> = {}) =>
  createReadClient(trusted)(new Request('http://host.test:8080/x', { headers }), peer)

test.each([
  ['no proxy is trusted', [], '203.0.113.5', '198.51.100.1', '203.0.113.5'],
  ['the peer is not trusted', ['10.0.0.1'], '10.0.0.2', '198.51.100.1', '10.0.0.2'],
  ['one proxy', ['10.0.0.1'], '10.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['what the client wrote', ['10.0.0.1'], '10.0.0.1', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
  ['two proxies', ['10.0.0.0/8'], '10.0.0.1', '1.1.1.1, 198.51.100.1, 10.9.9.9', '198.51.100.1'],
  ['all hops trusted', ['10.0.0.0/8'], '10.0.0.1', '10.1.1.1, 10.9.9.9', '10.1.1.1'],
  ['no header', ['10.0.0.1'], '10.0.0.1', '', '10.0.0.1'],
  ['rubbish', ['10.0.0.1'], '10.0.0.1', '1.1.1.1, <script>', '10.0.0.1'],
  ['a port', ['10.0.0.1'], '10.0.0.1', '198.51.100.1:4711', '198.51.100.1'],
  ['IPv6 with port', ['::1'], '::1', '[2001:db8::1]:4711', '2001:db8::1'],
  ['IPv6 range', ['fd00::/8'], 'fd12::1', '2001:DB8::1', '2001:db8::1'],
  ['IPv4 in IPv6', ['127.0.0.1'], '::ffff:127.0.0.1', '::ffff:198.51.100.1', '198.51.100.1'],
] as [string, string[], string, string, string][])(
  'the address with %s',
  (_, trusted, peer, forwardedFor, address) => {
    expect(read(trusted, peer, { 'x-forwarded-for': forwardedFor }).address).toBe(address)
  },
)

test('scheme and host come from a trusted proxy only', () => {
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'Hoi.Gov.VN' }
  expect(read(['10.0.0.1'], '10.0.0.1', headers)).toMatchObject({
    isHttps: true,
    host: 'hoi.gov.vn',
  })
  expect(read([], '10.0.0.1', headers)).toMatchObject({ isHttps: false, host: 'host.test:8080' })
  expect(read(['10.0.0.1'], '10.0.0.1')).toMatchObject({ isHttps: false, host: 'host.test:8080' })
})

test('without a socket all are one sender', () => {
  expect(read([], undefined, { 'x-forwarded-for': '1.1.1.1' }).address).toBe('unknown')
})

test.each(['localhost', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '::1/129', '10.0.0.0/-1', ''])(
  'the setting %j is refused with a hint',
  (value) => {
    expect(() => createReadClient([value])).toThrow(
      expect.objectContaining({
        kind: 'input',
        message: expect.stringContaining('ví dụ 10.0.0.0/8'),
      }),
    )
  },
)
