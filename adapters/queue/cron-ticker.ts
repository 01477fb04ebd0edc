import { schedule } from 'node-cron'
import type { Ticker } from '../../jobs/index.ts'

/**
 * A tick at second 0 of every minute from node-cron. Which job is due is not cron's to say, so a tick that
 * the machine slept through is simply lost; the next one catches up.
 */
export function createCronTicker(): Ticker {
  return {
    onTick(onTick) {
      const task = schedule('* * * * *', onTick, {
        timezone: 'Asia/Ho_Chi_Minh',
        suppressMissedWarning: true,
      })
      return () => void task.destroy()
    },
  }
}
