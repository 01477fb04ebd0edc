export { takeGlobalArguments } from './arguments.ts'
export { composeWording, processWording, settingWording } from './commands/wording.ts'
export type * from './context.ts'
export { reportFailure, runCommandLine, type CliParts } from './run.ts'
