export * from './stores.ts'
export * from './desk.ts'
