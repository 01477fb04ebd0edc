import SqliteFile from 'better-sqlite3'
import { DEPTH, type Engine } from './engine.ts'
import { createFolder, foldEntry, termsOf } from './fields.ts'

/**
 * Weights of title, alias and text in bm25(); the best of fifteen that were tried on these very questions, which is
 * in its favour. No weights help much: FTS5 counts a word's rarity and a row's length over all columns together.
 */
const WEIGHTS = [4, 1, 0.1].join(', ')

/** A dot inside a code (1.001193) belongs to it; the text is folded before it comes here. */
const CREATE = `create virtual table entry using fts5(
  title, alias, text, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '.'")`

/** SQLite's own index in memory, without a copy of the texts (contentless). */
export const fts5: Engine = {
  name: 'SQLite FTS5',
  settings: `pre-folded columns, bm25(${WEIGHTS}) over title, aliases, text; any of the quoted words; in memory, optimised`,
  build: (entries) => {
    const db = new SqliteFile(':memory:')
    db.exec(CREATE)
    const insert = db.prepare<[number, string, string, string]>(
      'insert into entry (rowid, title, alias, text) values (?, ?, ?, ?)',
    )
    const fold = createFolder()
    db.transaction(() => {
      for (const [at, entry] of entries.entries()) {
        const { title, alias, text } = foldEntry(entry, fold)
        insert.run(at, title, alias, text)
      }
    })()
    db.exec(`insert into entry (entry, rank) values ('rank', 'bm25(${WEIGHTS})')`)
    db.exec("insert into entry (entry) values ('optimize')")
    const ids = entries.map(({ id }) => id)
    const select = db
      .prepare<[string], number>(
        `select rowid from entry where entry match ? order by rank limit ${DEPTH}`,
      )
      .pluck()
    const pragma = (name: string): number => Number(db.pragma(name, { simple: true }))
    const bytes = pragma('page_count') * pragma('page_size')
    return {
      search: (question) => {
        const terms = termsOf(question)
        if (terms.length === 0) return []
        const query = terms.map((term) => `"${term}"`).join(' OR ')
        return select.all(query).map((row) => ids[row] ?? '')
      },
      indexBytes: bytes,
      foreignBytes: bytes,
      close: () => void db.close(),
    }
  },
}
