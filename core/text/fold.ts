/** Characters without width that pages and keyboards leave inside words: they separate nothing. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]+/gu

/** Composed Unicode, no control or invisible characters, white space folded, full-width letters made plain, `ð` read as `đ`. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\uff01-\uff5e]+/gu, (wide) => wide.normalize('NFKC'))
    .replace(/ð/g, 'đ')
    .replace(/Ð/g, 'Đ')
    .replace(INVISIBLE, '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Lower case without any diacritics: `Đăng ký` → `dang ky`. Keeps digits and punctuation. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .normalize('NFC')
}
