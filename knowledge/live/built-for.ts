import { createHash } from 'node:crypto'
import { toEntry } from '../import/to-entry.ts'
import { toSearchDocument } from '../search/document.ts'
import { fingerprintOfSearch } from '../search/fingerprint.ts'
import type { LexiconData } from '../search/lexicon.ts'

/** Records in which every field shows whose text is searched, and how. */
const PROBES = [
  {
    code: '1.000001',
    name: 'Thủ tục đăng ký A',
    field: 'B',
    level: 'Cấp Xã',
    audience: 'C',
    agency: 'D',
    authority: 'E',
    receive_address: 'F',
    steps: '- G\n- H',
    result: 'I',
    conditions: 'K',
    decision: '1/QĐ-BTP',
    url: 'https://example.org',
    keywords: 'L, M; N',
    questions: 'O ở đâu\nP bao lâu',
    body: 'Q {{ten_xa}}',
    other: ['R', { inner: 'S' }],
    methods: [{ channel: 'Trực tuyến', duration: '3 Ngày', fee: '8.000 đồng', note: 'T' }],
    documents: [{ case: 'U', name: 'V', form: 'W', quantity: '1' }],
    legal_basis: [{ number: '1/2026', title: 'X', date: '2026-01-01', issuer: 'Y' }],
  },
  {
    id: 'a-b',
    kind: 'guide',
    name: 'Z',
    short_name: 'A1',
    level: 'Cấp Bộ',
    hint: 'B1',
    values: { summary: [{ text: 'C1', short: 'D1', doubt: 'E1' }], steps: [{ text: 'F1' }] },
    steps: 'G1',
  },
]

/**
 * Fingerprint of all that makes an index of records: how a record becomes an entry and a document, and all by which
 * search reads it. Another program builds another index of the same records.
 */
export function builtFor(lexicon: LexiconData): string {
  const documents = PROBES.map((record) => toSearchDocument(toEntry(record)))
  return createHash('sha256')
    .update(JSON.stringify([fingerprintOfSearch(lexicon), documents]))
    .digest('hex')
}
