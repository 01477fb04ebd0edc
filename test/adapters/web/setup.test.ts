import { expect, test } from 'vitest'
import type { UnitProfile } from '../../../core/index.ts'
import { createTestApp, SETUP_CODE } from '../../support/web/test-app.ts'
import { WHOLE_UNIT } from '../../support/units.ts'

/** A page app whose unit is what was saved. */
function open() {
  let unit: UnitProfile = WHOLE_UNIT
  const saved: UnitProfile[] = []
  const app = createTestApp({
    unit: { current: () => unit },
    setup: {
      code: () => Promise.resolve(SETUP_CODE),
      save: async (next) => {
        unit = next
        saved.push(next)
      },
    },
  })
  return { ...app, saved }
}

const WHOLE_FORM = {
  name: 'UBND xã Mới',
  province: 'Tỉnh Nghệ An',
  commune: 'xã Mới',
  'center.address': 'thôn 1',
  'center.phone': '0238 3000 001',
  'center.hours': 'thứ Hai đến thứ Sáu 7:00-11:00, 13:00-16:30',
  'committee.address': '',
  'committee.phone': '',
  'committee.hours': '',
  'police.address': '',
  'police.phone': '',
  'police.hours': '',
  feedback: '',
}

/** The hidden field of the form that the page holds. */
const markIn = (page: string): string => /name="moc" value="([^"]+)"/.exec(page)?.[1] ?? ''

test('asks for the code, and takes none that is wrong', async () => {
  const { get, postForm, saved } = open()
  const closed = await get('/thiet-lap')
  expect(closed.status).toBe(401)
  expect(await closed.text()).toContain('Nhập mã thiết lập')
  for (const code of ['', 'abcdefgh23456788', `${SETUP_CODE}x`, "' or 1=1 --"]) {
    const wrong = await get(`/thiet-lap?ma=${encodeURIComponent(code)}`)
    expect(wrong.status).toBe(401)
    expect(await wrong.text()).toContain('Mã không đúng')
    expect(wrong.headers.get('set-cookie')).toBeNull()
  }
  expect((await postForm('/thiet-lap', WHOLE_FORM)).status).toBe(401)
  expect(saved).toEqual([])
})

test('takes the code out of the address', async () => {
  const { get } = open()
  const entered = await get(`/thiet-lap?ma=${SETUP_CODE}`)
  expect(entered.status).toBe(303)
  expect(entered.headers.get('location')).toBe('/thiet-lap')
  expect(entered.headers.get('set-cookie')).toMatch(/; Path=\/thiet-lap; .*HttpOnly; SameSite=Lax/)
  const page = await (await get('/thiet-lap')).text()
  expect(page).toContain('value="UBND xã Kỳ Anh"')
  expect(page).toContain('value="thứ Hai đến thứ Sáu 07:30–11:30')
})

test('takes the code typed with capitals and spaces', async () => {
  const { postForm } = open()
  const entered = await postForm('/thiet-lap/ma', { ma: ` ${SETUP_CODE.toUpperCase()} ` })
  expect(entered.status).toBe(303)
})

test('saves what is right and says what is still empty', async () => {
  const { get, postForm, saved } = open()
  await get(`/thiet-lap?ma=${SETUP_CODE}`)
  const moc = markIn(await (await get('/thiet-lap')).text())
  const answer = await postForm('/thiet-lap', { ...WHOLE_FORM, moc })
  expect(answer.headers.get('location')).toBe('/thiet-lap?da-luu')
  expect(saved).toMatchObject([{ name: 'UBND xã Mới', province: 'tỉnh Nghệ An', feedback: null }])
  expect(saved[0]?.offices.center.hours).toHaveLength(2)
  const page = await (await get('/thiet-lap?da-luu')).text()
  expect(page).toContain('Đã lưu.')
  expect(page).toContain('Nơi nhận phản ánh, kiến nghị; Địa chỉ – Trụ sở UBND')
})

test('shows what is wrong beside its field and keeps everything that was typed', async () => {
  const { get, postForm, saved } = open()
  await get(`/thiet-lap?ma=${SETUP_CODE}`)
  const answer = await postForm('/thiet-lap', {
    ...WHOLE_FORM,
    'center.hours': 'cả ngày <b>',
    'police.phone': 'không có',
  })
  expect(answer.status).toBe(400)
  const page = await answer.text()
  expect(page).toContain('Chưa lưu: có 2 mục cần sửa.')
  expect(page).toContain('value="cả ngày &lt;b&gt;"')
  expect(page).toContain('value="UBND xã Mới"')
  expect(page).toMatch(/id="center-hours"[^>]*aria-invalid="true"/)
  expect(saved).toEqual([])
})

test('saves nothing of a body that is not the whole form', async () => {
  const { get, postForm, postJson, saved } = open()
  await get(`/thiet-lap?ma=${SETUP_CODE}`)
  expect((await postJson('/thiet-lap', WHOLE_FORM)).status).toBe(400)
  expect((await postForm('/thiet-lap', { name: 'UBND xã Mới' })).status).toBe(400)
  expect(saved).toEqual([])
})

test('says what another page saved meanwhile before it is undone', async () => {
  const { get, postForm, saved } = open()
  await get(`/thiet-lap?ma=${SETUP_CODE}`)
  const moc = markIn(await (await get('/thiet-lap')).text())
  const first = { ...WHOLE_FORM, moc }
  expect((await postForm('/thiet-lap', first)).status).toBe(303)
  expect((await postForm('/thiet-lap', first)).status, 'the same pressed twice').toBe(303)
  const second = { ...first, 'center.address': '', feedback: '0238 3000 009' }
  const refused = await postForm('/thiet-lap', second)
  expect(refused.status).toBe(409)
  const page = await refused.text()
  expect(page).toContain('hiện đang lưu: thôn 1')
  expect(page).toContain('value="0238 3000 009"')
  expect(saved.at(-1)?.offices.center.address).toBe('thôn 1')
  expect((await postForm('/thiet-lap', { ...second, moc: markIn(page) })).status).toBe(303)
  expect(saved.at(-1)).toMatchObject({ feedback: '0238 3000 009' })
  expect(saved.at(-1)?.offices.center.address).toBeNull()
})
