/** A process to be killed: imports one round of records into a database and publishes them. */
import { openDatabase } from '../../adapters/sql/index.ts'
import { systemClock } from '../../core/index.ts'
import { itemsOf, roundOf, serviceOn } from './records.ts'

const [file = '', round = '0'] = process.argv.slice(2)
const database = await openDatabase({ kind: 'sqlite', file }, { clock: systemClock })
const { revisions } = serviceOn(database)
process.stdout.write('ready\n')
await revisions.import(itemsOf(roundOf(Number(round))), { label: `round ${round}`, publish: true })
process.stdout.write('done\n')
await database.close()
