import { parseArgs } from 'node:util'

export interface BenchOptions {
  isQuick: boolean
  isJson: boolean
  isHelp: boolean
  /** Fuse.js is asked each so many-th question. */
  fuseEvery: number
}

export const HELP = `Đo công cụ tìm kiếm của ta bên cạnh MiniSearch, Fuse.js và SQLite FTS5, trên cùng thủ tục và cùng câu hỏi.

Cách dùng: npm run --silent bench:search -- [tùy chọn]

  --quick          mỗi 5 câu hỏi lấy 1, bỏ Fuse.js và cỡ 20.000 thủ tục
  --fuse-every N   Fuse.js chỉ được hỏi mỗi N câu một lần (mặc định 10, vì mỗi câu mất khoảng 1 giây)
  --json           in một tài liệu JSON ra stdout, bảng Markdown ra stderr
  --help           in hướng dẫn này

Ví dụ:
  npm run --silent bench:search -- --quick
  npm run --silent bench:search > ket-qua.md
  npm run --silent bench:search -- --fuse-every 1 --json > ket-qua.json
`

export const NOTHING_TO_MEASURE =
  'Không có gì để đo: bên cạnh kho mã không có thư mục shared/data (thủ tục và câu hỏi có nhãn).\n'

/** @throws Error whose message says what is wrong with the command line */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      'fuse-every': { type: 'string', default: '10' },
    },
  })
  const fuseEvery = Number(values['fuse-every'])
  if (!Number.isInteger(fuseEvery) || fuseEvery < 1) {
    throw new Error('--fuse-every cần một số nguyên từ 1 trở lên, ví dụ: --fuse-every 10')
  }
  return { isQuick: values.quick, isJson: values.json, isHelp: values.help, fuseEvery }
}
