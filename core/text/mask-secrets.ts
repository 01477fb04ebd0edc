/** Where a one-time code or a password stands in a text. */
export interface SecretSpan {
  start: number
  end: number
  kind: 'otp' | 'password'
}

/** What a one-time code is called, in folded text. */
const OTP_WORD = '(?:otp|ma xac (?:thuc|nhan|minh)|ma bao mat|ma kich hoat|ma pin|passcode)'
/** Four to eight digits, together or in the groups in which a message shows them; no part of a longer number. */
const CODE =
  '(?<![\\d/]|[\\d][.-])(?:\\d{4,8}|\\d{3}[ .-]\\d{3}|\\d{4}[ -]\\d{4}|\\d{2}(?: \\d{2}){1,3}|\\d(?: \\d){3,7})(?![\\d/]|[ .-]?\\d)'
/** A few words may stand between the name and the code: `mã otp của tôi là 123456`. */
const OTP_BEFORE = new RegExp(`\\b${OTP_WORD}(?![a-z])[^\\d\\n]{0,40}?(${CODE})`, 'g')
const OTP_AFTER = new RegExp(
  `(${CODE})[ ,]{1,3}(?:(?:la|day la|chinh la) )?(?:ma )?${OTP_WORD}`,
  'g',
)
/** 1800 and 1900 begin call centres, not codes. */
const HOTLINE = /^1[89]00/

/** What a password is called, also as Telex and VNI keyboards leave it. */
const PASSWORD_WORD =
  /(?:\bm(?:at|aatj|ajt|aajt|a65t|a6t5|at65) ?kh(?:au|aaur|aaru|auar|a63u|a6u3|au63)|\bpass ?word|\bpass|\bpwd|\bmk)(?![a-z])/g
/** How far after its name a password may begin, in characters. */
const REACH = 60
const MOST_TOKENS = 6
/** Words of a question about passwords: what follows `là` is then no password. */
const ASKING = new Set(
  'gi j chi bao may nhu sao the cai cach lam phai can de co khong ko k mot so loai do ai dau khi vi tai do duoc ntn nao'.split(
    ' ',
  ),
)
/** Words with which the sentence goes on after the password. */
const GOING_ON = new Set(
  'thi ma nhung xin cho va giup sao bi roi gio hoi nhap toi em anh chi nha nhe a ah do khong ko duoc bay'.split(
    ' ',
  ),
)

/** One-time codes (mã OTP) and passwords (mật khẩu) that a text gives away. Takes linear time. */
export function secretSpans(folded: string): SecretSpan[] {
  return [...otpSpans(folded, OTP_BEFORE), ...otpSpans(folded, OTP_AFTER), ...passwords(folded)]
}

function otpSpans(folded: string, pattern: RegExp): SecretSpan[] {
  return [...folded.matchAll(pattern)].flatMap((match): SecretSpan[] => {
    const code = match[1] ?? ''
    if (HOTLINE.test(code)) return []
    const start = match.index + match[0].indexOf(code)
    return [{ start, end: start + code.length, kind: 'otp' }]
  })
}

function passwords(folded: string): SecretSpan[] {
  const spans: SecretSpan[] = []
  for (const match of folded.matchAll(PASSWORD_WORD)) {
    const from = match.index + match[0].length
    if (from < (spans.at(-1)?.end ?? 0)) continue
    const span = announced(folded, from) ?? shapedLikeOne(folded, from)
    if (span !== null) spans.push({ ...span, kind: 'password' })
  }
  return spans
}

type Span = Pick<SecretSpan, 'start' | 'end'>

/** What follows `mật khẩu … là` or a colon, to the end of the sentence or until ordinary words go on. */
function announced(folded: string, from: number): Span | null {
  const lead = /^[^\n.?!]*?(?:(?<![a-z0-9])(?:la|laf|la2)(?![a-z0-9])[ :=]*|[:=] ?)/.exec(
    folded.slice(from, from + REACH),
  )
  if (lead === null) return null
  const start = from + lead[0].length
  let end = start
  for (const token of tokensFrom(folded, start).slice(0, MOST_TOKENS)) {
    const word = token.text.replace(/[,;?!.]+$/, '')
    const isFirst = end === start
    if ((isFirst && ASKING.has(word)) || (!isFirst && GOING_ON.has(word))) break
    end = token.start + (isFirst ? token.text.length : word.length)
    if (/[,;?!.]$/.test(token.text)) break
  }
  return end === start ? null : { start, end }
}

/** Soon after the name, something written as passwords are: letters with digits or with signs, or digits alone. */
function shapedLikeOne(folded: string, from: number): Span | null {
  const shaped = tokensFrom(folded, from)
    .slice(0, 4)
    .map(({ text, start }) => ({ text: text.replace(/[,;?!.]+$/, ''), start }))
    .find(({ text }) => /^\d{4,}$/.test(text) || (/[a-z]/.test(text) && /[\d@#$%^&*_!]/.test(text)))
  return shaped === undefined
    ? null
    : { start: shaped.start, end: shaped.start + shaped.text.length }
}

const tokensFrom = (folded: string, from: number): { text: string; start: number }[] =>
  [...folded.slice(from, from + 200).matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    start: from + match.index,
  }))
