import { expect, test } from 'vitest'
import { programFiles, read } from './repository.ts'
import { nodesOf, parse, placeOf, type SyntaxNode } from './syntax.ts'

/** A letter that only Vietnamese text has (of the Latin alphabets we meet), composed or not. */
const VIETNAMESE =
  /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]|[aăâeêioôơuưy][\u0300\u0301\u0303\u0309\u0323]/iu

/** Files and folders that compute with Vietnamese and show none of it; each with its reason. */
const TABLES: Readonly<Record<string, string>> = {
  'core/text/': 'letters of the alphabet: folding, keystrokes, syllables',
  'knowledge/search/fingerprint.ts': 'texts that show how the program splits and folds',
  'knowledge/live/built-for.ts': 'records that show what the program makes of them',
}

const tableOf = (path: string): string | undefined =>
  Object.keys(TABLES).find((table) => path.startsWith(table))

const isWording = (path: string): boolean => /(^|\/)wording\.[jt]s$/.test(path)

/** The text of a string literal or a piece of a template; null for every other node. */
function textOf(node: SyntaxNode): string | null {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type !== 'TemplateElement') return null
  return (node['value'] as { raw: string }).raw
}

function vietnameseIn(path: string, text: string): string[] {
  return [...nodesOf(parse(path, text))].flatMap((node) => {
    const found = textOf(node)
    return found !== null && VIETNAMESE.test(found)
      ? [`${placeOf(path, text, node)} "${found.trim().slice(0, 40)}"`]
      : []
  })
}

test('Vietnamese text is in the wording.ts of its room or adapter', () => {
  const found = programFiles
    .filter((path) => !isWording(path) && tableOf(path) === undefined)
    .flatMap((path) => vietnameseIn(path, read(path)))
  expect(found).toEqual([])
})

test('every exception is still needed and has a reason', () => {
  const used = new Set(
    programFiles.filter((path) => vietnameseIn(path, read(path)).length > 0).map(tableOf),
  )
  const idle = Object.entries(TABLES).filter(([table, reason]) => !used.has(table) || reason === '')
  expect(idle).toEqual([])
})

test.each(["const a = 'Xin chào'", 'const a = `Lệ phí ${x}`', "const a = 'thủ tục'.normalize()"])(
  '%s is found',
  (text) => {
    expect(vietnameseIn('bot/x.ts', text.normalize('NFC'))).toHaveLength(1)
    expect(vietnameseIn('bot/x.ts', text.normalize('NFD'))).toHaveLength(1)
  },
)

test('a docstring may name the Vietnamese term', () => {
  expect(vietnameseIn('bot/x.ts', '/** A procedure (thủ tục). */\nexport const a = 1')).toEqual([])
})
