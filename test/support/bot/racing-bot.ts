/*
 * A process that sends messages to one conversation while others do the same.
 * Arguments: database file, name of the process, how many messages.
 */
import { openDatabase } from '../../../adapters/sql/index.ts'
import { systemClock } from '../../../core/index.ts'
import { openBot } from './open-bot.ts'

const [file = '', name = '', count = '0'] = process.argv.slice(2)
const database = await openDatabase({ kind: 'sqlite', file }, { clock: systemClock })
const bot = openBot(database, { clock: systemClock })
let answered = 0
for (let i = 0; i < Number(count); i += 1) {
  const cards = await bot.send({ text: 'xin giấy độc thân mất bao lâu' }, 'shared', `${name}-${i}`)
  answered += cards.filter(({ title }) => title.endsWith(': bao lâu')).length
}
console.log(answered)
await database.close()
