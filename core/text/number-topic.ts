/** What the words before a number say that it is. */
export type NumberTopic =
  'identity' | 'phone' | 'tax' | 'insurance' | 'account' | 'hotline' | 'money'

/** How far before a number its word may end, in characters. */
const REACH = 22

const WORDS: readonly (readonly [NumberTopic, string])[] = [
  ['identity', 'cccd|cmnd|cmtnd|cmt|can cuoc|chung minh|dinh danh'],
  ['hotline', 'tong dai|hotline|duong day nong'],
  ['phone', 'sdt|dien thoai|so may|zalo|phone|lien he|\\bgoi|\\bdt|\\btel'],
  ['tax', 'mst|ma so thue|ma thue'],
  ['insurance', 'bhxh|bhyt|bao hiem'],
  ['account', 'stk|tai khoan|\\btk|\\batm|so the|visa|master ?card'],
  ['money', '\\bphi\\b|\\btien\\b|\\bgia\\b|\\bmuc\\b|luong|thu nhap|\\bthue\\b|\\bnop\\b'],
]

const ANY_WORD = new RegExp(WORDS.map(([topic, words]) => `(?<${topic}>${words})`).join('|'), 'g')

/** Tells which topic word stands nearest before a place in the text; null when none is near. */
export type TopicAt = (start: number) => NumberTopic | null

/** Reads the topic words of a folded text once; the answers then cost a binary search each. */
export function createTopicAt(folded: string): TopicAt {
  const ends: number[] = []
  const topics: NumberTopic[] = []
  for (const match of folded.matchAll(ANY_WORD)) {
    const found = WORDS.find(([topic]) => match.groups?.[topic] !== undefined)
    if (!found) continue
    ends.push(match.index + match[0].length)
    topics.push(found[0])
  }
  return (start) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) <= start) low = middle + 1
      else high = middle
    }
    const end = ends[low - 1]
    if (end === undefined || start - end > REACH) return null
    // a number in between has taken the word: "cmnd 123456789, 500.000.000 đồng"
    return /(?:\d\D*){6}/.test(folded.slice(end, start)) ? null : (topics[low - 1] ?? null)
  }
}
