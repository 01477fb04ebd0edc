export { takeGlobalArguments } from './arguments.ts'
export { settingWording, serveWording, evalWording } from './commands/wording.ts'
export type * from './context.ts'
export { runCommandLine, type Terminal } from './run.ts'
