import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createFileReader } from '../../adapters/files/index.ts'
import { openDatabase } from '../../adapters/sql/index.ts'
import { systemClock } from '../../core/index.ts'
import { currentValue, toEntry } from '../../knowledge/index.ts'
import { itemsOf, procedure, serviceOn } from '../support/records.ts'

const GUIDE = new URL('../../docs/vi/cap-nhat-kien-thuc.md', import.meta.url)

async function openRevisions() {
  const folder = await mkdtemp(join(tmpdir(), 'cchc-guide-'))
  const file = join(folder, 'cchc.sqlite')
  const database = await openDatabase({ kind: 'sqlite', file }, { clock: systemClock })
  onTestFinished(async () => {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { folder, ...serviceOn(database) }
}

test('the examples of the guide do what it says: a whole entry, then a place of the commune', async () => {
  const { folder, revisions } = await openRevisions()
  const guide = await readFile(GUIDE, 'utf8')
  const examples = [...guide.matchAll(/```markdown\n([^]*?)```/g)].map(([, text = '']) => text)
  expect(examples).toHaveLength(2)
  for (const [at, text] of examples.entries()) {
    const path = join(folder, `${at}.md`)
    await writeFile(path, text)
    const report = await revisions.import(createFileReader()([path]), { label: 'x', publish: true })
    expect(report).toMatchObject({ read: 1, rejected: [], revision: at + 1 })
  }
  const entry = toEntry((await revisions.show('1.001193')).record)
  expect(currentValue(entry, 'fee', '2027-02-28')).toMatchObject({
    text: 'Miễn phí khi đăng ký đúng hạn',
    doubt: 'mức phí khi quá hạn',
    provenance: { confidence: 'medium', checkedOn: '2026-11-21' },
  })
  expect(currentValue(entry, 'fee', '2027-03-01')?.text).toBe('Theo mức mới của tỉnh')
  expect(currentValue(entry, 'place_hours', '2026-11-21')?.short).toBe('quầy số 2, {trung tâm}')
  expect(currentValue(entry, 'components', '2026-11-21')?.text).toBe(
    '- Tờ khai đăng ký khai sinh\n- Giấy chứng sinh',
  )
})

test('a draft that was cut off cannot be published', async () => {
  const { store, revisions } = await openRevisions()
  await revisions.import(itemsOf([procedure(1)]), { label: 'x', publish: true })
  await store.createDraft({
    id: 'cut',
    kind: 'import',
    baseId: (await store.current())?.id ?? null,
    label: 'cut',
    summary: { isComplete: false },
    createdAt: systemClock.now().toISOString(),
  })
  await expect(revisions.publish('cut')).rejects.toMatchObject({ kind: 'input' })
  await revisions.discard('cut')
  expect(await revisions.list()).toHaveLength(1)
})
