import { execFile, spawn } from 'node:child_process'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished, expect, test } from 'vitest'
import { newFolder, runJson, runProgram } from '../support/process/program.ts'

const run = promisify(execFile)
/** A machine without Node, npm or a network tool of ours: only what every system has. */
const BARE = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', PORT: '0', LOG_LEVEL: 'silent' }

test('the archive runs on a machine that has neither Node nor a network', async () => {
  const folder = await newFolder()
  const file = join(folder, 'goi.tar.gz')
  expect(await runJson(['pack', '--file', file])).toMatchObject({ code: 0, json: { file } })
  await run('tar', ['-xzf', file, '-C', folder])
  const root = join(folder, 'tro-ly-cchc')
  // no tests, no tools of developers
  expect(await readdir(root)).not.toContain('test')
  expect(await readdir(join(root, 'node_modules'))).not.toContain('vitest')

  const { stdout } = await run(
    join(root, 'cchc.sh'),
    ['ask', 'lam khai sinh can giay gi', '--json'],
    {
      cwd: root,
      env: BARE,
    },
  )
  expect(JSON.parse(stdout)).toMatchObject({ outcome: 'answer', entry: { code: '1.001193' } })

  const server = spawn(join(root, 'chay.sh'), { cwd: root, env: BARE })
  onTestFinished(() => void server.kill('SIGKILL'))
  const url = await new Promise<string>((resolve, reject) => {
    let out = ''
    server.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      const found = /(http:\/\/[^\s]+)/.exec(out)?.[1]
      if (found !== undefined) resolve(found)
    })
    server.on('exit', (code) => reject(new Error(`ended with ${code}: ${out}`)))
  })
  expect((await fetch(new URL('/readyz', url))).status).toBe(200)
  server.kill('SIGTERM')
  await rm(file)
}, 180_000)

test('refuses to write over a file and into a folder that is not there', async () => {
  const folder = await newFolder()
  const missing = await runProgram(['pack', '--file', join(folder, 'khong-co', 'a.tar.gz')])
  expect(missing.code).toBe(2)
  expect(missing.err).toContain('Không có thư mục')
  const there = await runProgram(['pack', '--file', join(import.meta.dirname, 'pack.test.ts')])
  expect(there.code).toBe(2)
  expect(there.err).toContain('đã có')
})
