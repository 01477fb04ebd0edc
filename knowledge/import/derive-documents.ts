import {
  distinct,
  statement,
  withoutBullet,
  type DocumentRow,
  type LegalRow,
  type Statement,
} from './cells.ts'
import { foldSpaces, isNothing } from './text.ts'
import { derived } from './wording.ts'

/** The papers of the dossier (thành phần hồ sơ), by case; rows that are remarks come last. */
export function deriveComponents(documents: readonly DocumentRow[]): Statement | null {
  const cases = new Map<string, string[]>()
  for (const row of documents) {
    const name = withoutBullet(row.name)
    if (isNothing(name)) continue
    const heading = isRemark(row) ? derived.notes : headingOf(row.case)
    const lines = cases.get(heading) ?? []
    lines.push(`- ${name}${detailsOf(row)}`)
    cases.set(heading, lines)
  }
  const remarks = cases.get(derived.notes)
  if (cases.delete(derived.notes) && remarks) cases.set(derived.notes, remarks)
  const text = [...cases]
    .map(([heading, lines]) => [heading ? `${heading}:` : '', ...lines].filter(Boolean).join('\n'))
    .join('\n')
  const names = documents.filter((row) => !isRemark(row)).map((row) => withoutBullet(row.name))
  return statement(text, names.join('; ') || text)
}

/** `Lưu ý: …`, with or without a list sign. */
const REMARK = /^[\s*+–-]*lưu ý/iu

const isRemark = (row: DocumentRow): boolean => REMARK.test(row.case) || REMARK.test(row.name)

/** The case of a row as a heading; the portal's "Bao gồm" says nothing. */
const headingOf = (text: string): string => {
  const heading = withoutBullet(text).replace(/[\s:.]+$/u, '')
  return /^bao gồm$/iu.test(heading) || isNothing(heading) ? '' : heading
}

const ORIGINALS = /bản chính\s*:\s*0*(\d*)/iu
const COPIES = /bản sao\s*:\s*0*(\d*)/iu

/** What stands after the label; empty for none and for zero. */
const countIn = (label: RegExp, quantity: string): string => label.exec(quantity)?.[1] ?? ''

/** ` (mẫu CT01.docx, 1 bản chính)`; nothing for zero copies. */
function detailsOf(row: DocumentRow): string {
  const originals = countIn(ORIGINALS, row.quantity)
  const copies = countIn(COPIES, row.quantity)
  const details = [
    isNothing(row.form) ? '' : derived.form(row.form),
    originals ? derived.original(originals) : '',
    copies ? derived.copy(copies) : '',
  ].filter(Boolean)
  return details.length > 0 ? ` (${details.join(', ')})` : ''
}

/** Forms to fill in (mẫu đơn, tờ khai): the names that the documents carry. */
export function deriveForms(documents: readonly DocumentRow[]): Statement | null {
  const forms = distinct(documents.map((row) => row.form).filter((form) => !isNothing(form)))
  return statement(forms.map((form) => `- ${form}`).join('\n'), forms.join('; '))
}

/** The legal basis (căn cứ pháp lý): number, title, issuer and date of each text. */
export function deriveLegalBasis(rows: readonly LegalRow[]): Statement | null {
  const lines = rows
    .filter((row) => !isNothing(row.number) || !isNothing(row.title))
    .map((row) => {
      const title = foldSpaces(row.title)
      const name = title.includes(row.number)
        ? title
        : [row.number, title].filter(Boolean).join(' ')
      const issued = derived.issued(row.issuer, row.date)
      return `- ${name}${issued ? ` (${issued})` : ''}`
    })
  const numbers = distinct(rows.map((row) => row.number).filter((number) => !isNothing(number)))
  return statement(distinct(lines).join('\n'), numbers.join('; ') || lines.join('; '))
}
