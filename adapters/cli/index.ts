export { takeGlobalArguments } from './arguments.ts'
export { composeWording, serveWording, settingWording } from './commands/wording.ts'
export type * from './context.ts'
export { runCommandLine, type CliParts, type Terminal } from './run.ts'
