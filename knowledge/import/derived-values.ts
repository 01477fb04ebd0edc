import type { EntryRecord, Provenance, Value, ValueSlot } from '../entry.ts'
import { documentsOf, legalBasisOf, methodsOf, statement, type Statement } from './cells.ts'
import { deriveComponents, deriveForms, deriveLegalBasis } from './derive-documents.ts'
import { deriveFee } from './derive-fee.ts'
import { deriveDuration, deriveOnline, derivePlace, derivePostal } from './derive-methods.ts'
import { textOf, textOrNull } from './identity.ts'
import { liveUrl, officialSource } from './official-source.ts'
import { isNothing } from './text.ts'
import { derived } from './wording.ts'

/** Values from the portal's fields: believed less than what a person wrote, with the code as their source. */
export function derivedValues(record: EntryRecord): Partial<Record<ValueSlot, readonly Value[]>> {
  const methods = methodsOf(record)
  const documents = documentsOf(record)
  const url = liveUrl(textOf(record, 'url'))
  const provenance: Provenance = {
    source: textOf(record, 'code')
      ? officialSource(record)
      : textOf(record, 'source') || derived.unitSource,
    ...(url ? { url } : {}),
    confidence: 'medium',
    checkedOn: textOrNull(record, 'checked_on'),
  }
  const said: Partial<Record<ValueSlot, Statement | null>> = {
    components: deriveComponents(documents),
    place_hours: derivePlace(record, methods),
    duration: deriveDuration(methods),
    fee: deriveFee(methods),
    online: deriveOnline(record, methods),
    postal: derivePostal(methods),
    form: deriveForms(documents),
    conditions: statement(textOf(record, 'conditions')),
    result: statement(textOf(record, 'result')),
    legal_basis: deriveLegalBasis(legalBasisOf(record)),
    steps: statement(textOf(record, 'steps')),
    authority: deriveAuthority(record),
  }
  const values: Partial<Record<ValueSlot, readonly Value[]>> = {}
  for (const [slot, says] of Object.entries(said)) {
    if (says) values[slot as ValueSlot] = [{ ...says, provenance }]
  }
  return values
}

function deriveAuthority(record: EntryRecord): Statement | null {
  const [agency, authority] = ['agency', 'authority'].map((key) => textOf(record, key))
  if (!agency || isNothing(agency)) return statement(authority ?? '')
  if (!authority || isNothing(authority) || authority === agency) return statement(agency)
  return statement(`${derived.executedBy(agency)}\n${derived.competent(authority)}`, agency)
}
