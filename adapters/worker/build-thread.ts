import { parentPort, workerData } from 'node:worker_threads'
import { buildIndex, type SearchDocument } from '../../knowledge/index.ts'

parentPort?.postMessage(buildIndex(workerData as readonly SearchDocument[]))
