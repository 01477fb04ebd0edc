/** A dossier code (mã hồ sơ) as receipts print it: `H33.05.20-261110-0012`, `000.00.17.H33-250916-7312`. */
const DOSSIER_CODE =
  /(?:\b[a-z]\d{2}(?:\.\d{2,3}){0,4}|\b\d{3}(?:\.\d{2,3}){1,3}\.[a-z]\d{2})-\d{6}-\d{4,6}\b/giu

/** The text without dossier codes: they name no procedure. */
export const withoutDossierCode = (text: string): string =>
  text.replace(DOSSIER_CODE, ' ').replace(/\s+/gu, ' ').trim()

/** The first dossier code of the text as it is printed; null when there is none. */
export const dossierCodeOf = (text: string): string | null =>
  text.match(DOSSIER_CODE)?.[0].toUpperCase() ?? null
