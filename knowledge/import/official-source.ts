import type { EntryRecord } from '../entry.ts'
import { textOf } from './identity.ts'
import { derived } from './wording.ts'

/** `1.001193, QĐ 163/QĐ-BTP`: the code and the decision that published the procedure. */
export function officialSource(record: EntryRecord): string {
  const decision = textOf(record, 'decision')
    .replace(/^(quyết định\s*)?(số\s*)?/iu, '')
    .replace(/\s+/gu, '')
  const named = /^\d/.test(decision) ? derived.decision(decision) : decision
  return [textOf(record, 'code'), named].filter(Boolean).join(', ') || derived.unitSource
}

/** Addresses of the portal's old pages no longer open (Cổng Dịch vụ công quốc gia moved in 2026). */
export const liveUrl = (url: string): string =>
  /^https?:\/\//.test(url) && !/dichvucong\.gov\.vn\/p\/home\//.test(url) ? url : ''
