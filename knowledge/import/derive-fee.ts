import type { MethodRow, Statement } from './cells.ts'
import { byChannel } from './derive-methods.ts'
import { foldSpaces, isNothing, shorten } from './text.ts'
import { derived } from './wording.ts'

interface FeeLine {
  text: string
  short: string
  doubt?: string
}

/** The fee is set by the province: the portal's cell then says "Miễn phí" without being free. */
const SET_BY_PROVINCE =
  /hội đồng nhân dân|hđnd|(ủy|uỷ) ban nhân dân[^.;]{0,40}(quy định|quyết định)|ubnd[^.;]{0,20}quy định/iu
const FREE = /^[\s:]*miễn (phí|lệ phí|thu)/iu
/** A remark that confirms "free" instead of naming an amount. */
const CONFIRMS_FREE = /^[-+*\s(]*(không|miễn)/iu
/** Cells that name an attachment, not a fee. */
const ATTACHMENT = /^file đính kèm/iu
/** Typed in thousands by mistake: no fee in force is under 1,000 đ. */
const SMALLEST_FEE = 1_000

/**
 * The fee (phí, lệ phí) over all ways of filing. An empty cell is not "free": then there is no value.
 * "Miễn phí" is only believed where the remark beside it does not say otherwise.
 */
export function deriveFee(methods: readonly MethodRow[]): Statement | null {
  return byChannel(methods, (method) => {
    const lines = method.fee
      .split('\n')
      .map((line) => readFee(line, method.note))
      .filter((line) => line !== null)
    const [first] = lines
    if (!first) return null
    const doubt = lines.find((line) => line.doubt)?.doubt
    return {
      text: lines.map((line) => line.text).join('\n'),
      short:
        lines.length === 1 ? first.short : shorten(lines.map((line) => line.short).join('; '), 70),
      ...(doubt ? { doubt } : {}),
    }
  })
}

/** Reads `Lệ phí : 50.000 Đồng (mỗi thẻ)`, `4,000,000 Việt Nam Đồng`, `Phí : (Theo …)`, `Miễn phí`. */
function readFee(cell: string, note: string): FeeLine | null {
  if (isNothing(cell) || ATTACHMENT.test(cell)) return null
  const [, name = '', rest = ''] = /^\s*(?:(phí|lệ phí|mức giá)\s*:)?(.*)$/isu.exec(cell) ?? []
  const open = rest.indexOf('(')
  const head = tidyAmount(open < 0 ? rest : rest.slice(0, open))
  const inner = open < 0 ? '' : rest.slice(open + 1).replace(/\)\s*$/u, '')
  const remark = isNothing(inner) ? '' : tidyRemark(inner)

  const saysFree = FREE.test(head) || /^0 đồng$/u.test(head)
  if (saysFree && SET_BY_PROVINCE.test(`${remark} ${note}`)) {
    return { text: remark || tidyRemark(note), short: derived.provinceFee }
  }
  if (saysFree && remark && !CONFIRMS_FREE.test(remark)) return { text: remark, short: remark }
  if (!head && !remark) return null
  const label = name && !FREE.test(head) ? `${capital(name)}: ` : ''
  const text = `${label}${[head, head && remark ? `(${remark})` : remark].filter(Boolean).join(' ')}`
  const short = SET_BY_PROVINCE.test(remark) && !head ? derived.provinceFee : shortOf(head, remark)
  return isTooSmall(head) ? { text, short, doubt: derived.doubtFee } : { text, short }
}

/** `4,000,000 Việt Nam Đồng` → `4.000.000 đồng`; a bare unit without an amount says nothing. */
function tidyAmount(text: string): string {
  const plain = foldSpaces(text).trim()
  if (isNothing(plain) || /^((không|chưa)( quy định)? )?(việt nam )?(đồng|vnđ|usd)$/iu.test(plain))
    return ''
  if (FREE.test(plain)) return derived.free
  const amount = /^([\d.,]+) ?(việt nam đồng|đồng|vnđ|vnd|đ)?$/iu.exec(plain)
  if (!amount) {
    const isUnitTwice = /đồng|miễn/iu.test(plain.slice(0, -5))
    return plain.replace(/ đồng$/iu, isUnitTwice ? '' : ` ${derived.dong}`)
  }
  const digits = (amount[1] ?? '').replace(/[.,]/g, '')
  if (!/^\d+$/.test(digits)) return plain
  return `${digits.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, '.')} ${derived.dong}`
}

/** The amount alone where there is one; else all that is said. */
const shortOf = (head: string, remark: string): string =>
  /^[\d.]+ \S+$/u.test(head) || FREE.test(head) ? head : [head, remark].filter(Boolean).join(' ')

const tidyRemark = (text: string): string =>
  text
    .replace(/^[\s(*+-]+/u, '')
    .replace(/\s+/gu, ' ')
    .trim()

function isTooSmall(head: string): boolean {
  const amount = new RegExp(`^(\\d{1,3}) ${derived.dong}$`, 'u').exec(head)?.[1]
  return amount !== undefined && Number(amount) > 0 && Number(amount) < SMALLEST_FEE
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()
