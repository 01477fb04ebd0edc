export * from './index-builder.ts'
