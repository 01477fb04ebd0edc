export * from './cron-ticker.ts'
