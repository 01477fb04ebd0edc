export * from './listener.ts'
export * from './stores.ts'
