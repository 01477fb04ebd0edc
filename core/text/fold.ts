/** Composed Unicode, no control or invisible characters, white space folded, `ð` read as `đ`. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/ð/g, 'đ')
    .replace(/Ð/g, 'Đ')
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
