import { foldWord } from '../../core/index.ts'
import { spelledWords } from './spelled-words.ts'

/*
 * Words that name no procedure, without diacritics. Single ones are safe everywhere; those that are also
 * part of names ("mat" lost, "nhan" to adopt, "the" card) count only inside their phrases.
 */

const SINGLE = `
  a ah ad add ai anh ac ba bac bi bn bot boi cai can chac chau chi cho choa chong chu co con cong coi cua cung cu cx bo
  da dai dang dau day dem den di do don du duoc dc e em gap gi gio giup giay gom ha han hay hem het hoi hok hong hs
  j k ka kg kh khac khi kho khong khum ko la lai lam lau len link luc luon ma mang may mau me minh mk mik moi mot mo muon
  nao nay nen neu ngay ni nhe nhi nho nhung nhu nhieu nguoi nhau noi nop nua nma o oi on online onl ong phai phi phuong
  qua quay ra rang ri roi rua sao sau shop toi tai te them theo thi thay tien tinh toan tra trong tren tui tuan thang nam
  lan uh va van vay vao ve viec vo vi voi vs v web xa xem xin xong y z bua hom file form thu
  bay bua chu day dey dza dzay dzo ha hen hong hum ne nge nghe nghen nhoa nhu oke ok ri rang rua ruc ta te tau ti ui um uk xiu z vz
`

const PHRASES = `
  the con|the thi|the nao|nhu the nao|the nop|mat bao nhieu|mat bao lau|mat may|mat phi|mat tien|mat le phi|mat nhieu|mat gi
  nhan ket qua|nhan tai nha|nhan duoc|nhan qua|lay ket qua|tra ket qua|ket qua|lay duoc|lay o|lay ngay|lay khi
  le phi|mat bn|dang ky|co ship|bao nhieu tien|bao nhieu|bao lau|bao gio|khi nao|chung nao|thoi han|thoi gian|bao nhiu|ban oi|sang thu|chieu thu
  buu dien|buu chinh|dien thoai|tien cuoc|cuoc phi|cuoc gui|phi ship|tan nha|chuyen phat|gui|giao|tai nha
  ve nha|o nha|khong nha|ko nha|duoc nha|qua mang|tren mang|truc tuyen|qua dich vu cong|tren dich vu cong|cong dich vu cong|cong dvc|qua vneid|tren vneid|bang vneid
  giay to|ho so|thanh phan|mang theo|dem theo|chuan bi|can nhung|giay to gi|to khai|mau don|bieu mau|dien sao|tai ve|in ra
  thanh toan|chuyen khoan|tra tien|tra bang|quet ma|nop tien|tien mat
  dieu kien|du dieu kien|may tuoi|bao nhieu tuoi|ai duoc|duoc khong
  di thay|lam thay|nop thay|lam ho|nop ho|di ho|lay ho|nho nguoi|uy quyen duoc|uy quyen cho|co uy quyen|nguoi khac|nguoi nha|nguoi than
  can cu|luat nao|theo luat|dieu may|van ban nao|nghi dinh nao|thong tu nao|quy dinh nao|nguon dau|nguon nao|nguon
  cac buoc|quy trinh|trinh tu|thu tuc|lam sao|nhu nao|ra sao|cach lam|huong dan|ntn
  ai giai quyet|ai ky|co quan nao|tham quyen|giai quyet
  bat buoc|bi phat|co phat|phat khong|xu phat
  den dau|toi dau|tre hen|tinh trang|tra cuu|kiem tra|ma ho so
  con hieu luc|con dung|con duoc|moi nhat|thay doi gi|co gi thay doi|truoc kia|truoc day
  may ban|bao nhieu ban|ban sao hay ban chinh|ban chinh hay ban sao|ban goc
  o dau|cho nao|noi nop|dia chi|quay nao|gio lam viec|may gio|thu 7|thu bay|thu 2|chu nhat|cuoi tuan|ngay le|nghi trua|mo cua
  cong an|uy ban|ubnd|mot cua|1 cua|trung tam|hanh chinh cong|xa khac|tinh khac|que|ve que|huyen
  con ca|ca hai|nua khong|duoc ko|tiep theo
  noi ro|noi ro hon|ro hon|cu the|chi tiet|giai thich|khong hieu|chua hieu|ko hieu|k hieu|hieu khong|khong biet|chua biet|ko biet
  bi nhieu|bi nhiu|nhieu tien|may dong|ton tien|ton phi|mac khong|mac ko|re khong|o mo|chung mo|khi mo|ra mo|cho mo
`

const single = new Set(SINGLE.split(/\s+/).filter(Boolean).map(foldWord))
const phrases = new Set(
  PHRASES.split(/[|\n]/)
    .map((phrase) => phrase.trim().split(/\s+/).map(foldWord).join(' '))
    .filter(Boolean),
)
const LONGEST_PHRASE = Math.max(...[...phrases].map((phrase) => phrase.split(' ').length))

/** Words of a text that could name a procedure: what is left without the small words. Folded, in order. */
export function contentWords(text: string): string[] {
  const words = spelledWords(text).map(foldWord)
  const isSmall = smallOnes(words)
  return words.filter((_, at) => !isSmall[at])
}

/** For each folded word whether it is a small one, by itself or in its phrase. */
export function smallOnes(words: readonly string[]): boolean[] {
  const isSmall: boolean[] = []
  for (let at = 0; at < words.length;) {
    const length = phraseLength(words, at)
    if (length === 0) isSmall.push(isSmallAlone(words[at] ?? ''))
    for (let i = 0; i < length; i += 1) isSmall.push(true)
    at += Math.max(1, length)
  }
  return isSmall
}

/** A short number counts or dates something, it names nothing. */
const isSmallAlone = (word: string): boolean => single.has(word) || /^\d{1,2}$/.test(word)

/** How many words the longest phrase at `at` has; 0 when none starts there. */
function phraseLength(words: readonly string[], at: number): number {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
    if (phrases.has(words.slice(at, at + length).join(' '))) return length
  }
  return 0
}
