export { createWebApp, type WebApp } from './app.ts'
export { startWebServer, type WebServer } from './server.ts'
export type { Readiness, WebDeps, WebLogger, WebSettings } from './web-deps.ts'
