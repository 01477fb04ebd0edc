import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { runCommandLine, type CliParts } from '../../../adapters/cli/index.ts'
import { shellWording } from '../../../adapters/cli/commands/wording.ts'
import { createProgram } from '../../../adapters/cli/run.ts'
import { Failure, systemClock } from '../../../core/index.ts'

const reached = (): never => {
  throw new Failure('ours', 'reached')
}
/** Parts that only tell that a command got as far as using them. */
const parts: CliParts = {
  app: async () => reached(),
  database: async () => reached(),
  serve: async () => reached(),
  evaluate: async () => reached(),
  settings: reached,
  clock: systemClock,
  cwd: '.',
}

async function run(words: readonly string[], isJson = false) {
  let [out, err] = ['', '']
  const exit = await runCommandLine(words, isJson, parts, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  })
  return { exit, out, err }
}

/** The program and every command below it, with the words that lead there. */
function commandsOf(command: Command, path: string[] = []): { path: string[]; command: Command }[] {
  const below = command.commands.flatMap((child) => commandsOf(child, [...path, child.name()]))
  return [{ path, command }, ...below]
}
const program = createProgram({ ...parts, print: () => {}, setExit: () => {} }, () => {})
const commands = commandsOf(program)
const names = commands.map(({ path }) => path.join(' '))

const ENGLISH =
  /\[options\]|\[command\]|\(default|\(choices|display help|Usage|Options|Commands|Arguments|\bfor command\b/

describe('help', () => {
  it('is there for all commands of the contract', () => {
    const contract = [
      ...['serve', 'ask', 'eval', 'doctor', 'db migrate', 'db backup', 'db restore'],
      ...['kb import', 'kb publish', 'kb discard', 'kb list', 'kb show', 'kb history', 'kb diff'],
      ...['kb rollback', 'kb export', 'kb quarantine list', 'kb quarantine accept'],
      ...['kb quarantine reject', 'log misses', 'log ratings'],
    ]
    expect(names).toEqual(expect.arrayContaining(contract))
  })

  it.each(names)('of "%s" is Vietnamese, with examples', async (name) => {
    const words = name.split(' ').filter(Boolean)
    for (const flag of ['--help', '-h']) {
      const { exit, out, err } = await run([...words, flag])
      expect({ exit, err }).toEqual({ exit: 0, err: '' })
      expect(out).toMatch(new RegExp(`^Cách dùng: cchc${name && ' '}${name}\\b`))
      expect(out).toContain('Ví dụ')
      expect(out).toMatch(/^ {2}(cchc |npm start)/m)
      expect(out).not.toMatch(ENGLISH)
    }
  })

  it('calls what is to be filled in by a Vietnamese name', () => {
    const english = commands.flatMap(({ command }) => [
      ...command.registeredArguments.map((argument) => argument.name()),
      ...command.options.flatMap(({ flags }) => /[<[]([a-z-]+)/.exec(flags)?.[1] ?? []),
    ])
    const untranslated = english.filter((word) => shellWording.placeholders[word] === undefined)
    expect(untranslated).toEqual([])
  })

  it('tells what an option is when it is not given, and what it may be', async () => {
    expect((await run(['kb', 'history', '--help'])).out).toContain('(mặc định 20)')
    expect((await run(['kb', 'list', '--help'])).out).toMatch(/\(một trong: procedure,\s+guide/)
  })

  it('stands instead of a command that is missing', async () => {
    for (const words of [[], ['kb'], ['kb', 'quarantine'], ['db'], ['log'], ['unit']]) {
      const { exit, out, err } = await run(words)
      expect({ exit, err }).toEqual({ exit: 0, err: '' })
      expect(out).toBe((await run([...words, '--help'])).out)
    }
  })

  it('is one JSON document with --json', async () => {
    const { exit, out } = await run(['kb', '--help'], true)
    expect(exit).toBe(0)
    expect(JSON.parse(out)).toEqual({ help: expect.stringContaining('Cách dùng: cchc kb') })
  })
})

/** `cchc …` lines of the examples, without the explanation that follows after two spaces. */
const examplesIn = (help: string): string[] =>
  [...help.matchAll(/^ {2}cchc (.+?)(?: {2,}.*)?$/gm)].map((match) => match[1] ?? '')

const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '')

describe('examples', () => {
  it.each(names)('of "%s" are lines that the program takes', async (name) => {
    const { out } = await run([...name.split(' ').filter(Boolean), '--help'])
    for (const example of examplesIn(out)) {
      // the two that work on every command are taken off the line before it comes here
      const words = wordsOf(example.replace(/ --json| --data \S+/g, '').replace(/^"…"/, 'ask x'))
      const { exit, err } = await run(words)
      const isHelp = words.includes('--help')
      expect({ example, exit, err }).toEqual({
        ...{ example, exit: isHelp ? 0 : 1, err: isHelp ? '' : 'reached\n' },
      })
    }
  })
})

describe('wrong usage', () => {
  it.each([
    ['askk "x"', 'Không có lệnh "askk". Có phải ý anh/chị là: ask?'],
    ['doctr', 'Không có lệnh "doctr". Có phải ý anh/chị là: doctor?'],
    ['kb imprt a.json', 'Không có lệnh "imprt". Có phải ý anh/chị là: import?'],
    ['kb quarantine acept x', 'Không có lệnh "acept". Có phải ý anh/chị là: accept?'],
    ["\"it's 'quoted'\"", "Không có lệnh \"it's 'quoted'\"."],
    ['zzzzzzzz', 'Không có lệnh "zzzzzzzz".'],
    ['ask', 'Thiếu tham số <câu_hỏi>.'],
    ['db backup', 'Thiếu tham số <tệp>.'],
    ['ask x --explian', 'Không có tùy chọn "--explian". Có phải ý anh/chị là: --explain?'],
    ['--foo', 'Không có tùy chọn "--foo".'],
    ['ask "- cần giấy tờ gì"', '"- cần giấy tờ gì" không phải tùy chọn. Nếu đó là câu hỏi'],
    ['db migrate now', 'Thừa tham số cho lệnh migrate.'],
    ['serve a b', 'Thừa tham số cho lệnh serve.'],
    ['eval --questions f', 'Thiếu tùy chọn --kb.'],
    ['eval --questions f --kb', 'Tùy chọn --kb cần một giá trị đi kèm.'],
    ['kb list --kind thu-tuc', 'Giá trị của --kind không đúng.'],
    ['kb history --limit ba', '--limit "ba" không đúng.'],
    ['kb history --limit 0', '--limit "0" không đúng.'],
    ['kb rollback ba', '"ba" không phải số bản phát hành.'],
  ])('%s', async (line, message) => {
    const words = wordsOf(line)
    const text = await run(words)
    expect({ exit: text.exit, out: text.out }).toEqual({ exit: 2, out: '' })
    expect(text.err.startsWith(message)).toBe(true)
    expect(text.err.match(/\n/g)).toHaveLength(1)
    const json = await run(words, true)
    expect({ exit: json.exit, err: json.err }).toEqual({ exit: 2, err: '' })
    expect(JSON.parse(json.out)).toEqual({
      error: { kind: 'input', message: text.err.trimEnd() },
    })
  })
})
