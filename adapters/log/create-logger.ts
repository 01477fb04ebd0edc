import { destination, pino, stdTimeFunctions, type Logger } from 'pino'

/** Lines of JSON on stderr; stdout belongs to the answers of commands. Texts of people are never logged. */
export const createLogger = (level: string): Logger =>
  pino(
    { level, base: null, timestamp: stdTimeFunctions.isoTime },
    destination({ dest: 2, sync: true }),
  )
