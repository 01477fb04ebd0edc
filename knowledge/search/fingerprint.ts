import { createHash } from 'node:crypto'
import { toSyllables } from '../../core/index.ts'
import { INDEX_FORMAT } from './index-data.ts'
import { SCORING } from './index/scoring.ts'
import type { LexiconData } from './lexicon.ts'
import { RANKING_WEIGHTS } from './fitted.ts'

/** Texts that change their words when splitting, folding or tones are done otherwise. */
const PROBES = [
  'Đăng ký kết hôn; đăng kí lại việc NUÔI CON NUÔI hoà/hòa, thuỷ – thủy, quý = quí, kỹ sư',
  'Đăng ký khai sinh'.normalize('NFD'),
  'Mẫu CT01, 1.001193.000.00.00.H33 và 66.7/2025/NQ-CP; ２ bản, giá 50.000đ ðất',
  'hạng III, vùng IV, cấp độ 2, bậc I, XII; loại x',
  'điện\u00adtử \u200bgiấy\u200btờ xe\u00a0máy (cà-vẹt) “sổ đỏ” ½ ١٢ ß ﬁ',
]

/**
 * Fingerprint of all by which this program builds and reads an index: its format, how texts become words, the
 * lexicon and the weights. An index of another fingerprint is built again.
 */
export function fingerprintOfSearch(lexicon: LexiconData): string {
  const parts = [INDEX_FORMAT, SCORING, PROBES.map(toSyllables), lexicon, RANKING_WEIGHTS]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
