import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Failure, type FailureKind } from '../../core/index.ts'
import { errorPage } from './pages/error-page.ts'
import type { WebContext, WebKit } from './web-kit.ts'
import { wording } from './wording.ts'

/** What went wrong with a request, as the browser is told. */
export interface Problem {
  status: ContentfulStatusCode
  kind: FailureKind
  title: string
  message: string
  /** Whether the page offers to ask the assistant instead. */
  hasSearch?: boolean
}

const texts = wording.errors

export const PROBLEMS = {
  notFound: {
    status: 404,
    kind: 'input',
    title: texts.notFoundTitle,
    message: texts.notFound,
    hasSearch: true,
  },
  method: { status: 405, kind: 'input', title: texts.methodTitle, message: texts.method },
  crossSite: { status: 403, kind: 'refused', title: texts.refusedTitle, message: texts.crossSite },
  tooLarge: { status: 413, kind: 'input', title: texts.tooLargeTitle, message: texts.tooLarge },
  badJson: { status: 400, kind: 'input', title: texts.inputTitle, message: texts.badJson },
  notJson: { status: 415, kind: 'input', title: texts.inputTitle, message: texts.notJson },
  badForm: { status: 400, kind: 'input', title: texts.inputTitle, message: texts.badForm },
  badMessage: { status: 400, kind: 'input', title: texts.inputTitle, message: texts.badMessage },
  noSession: { status: 401, kind: 'input', title: texts.inputTitle, message: texts.noSession },
  tooManyStreams: {
    status: 503,
    kind: 'wait',
    title: texts.tooFastTitle,
    message: texts.tooManyStreams,
  },
  ours: { status: 500, kind: 'ours', title: texts.oursTitle, message: texts.ours },
} as const satisfies Record<string, Problem>

/** JSON below `/api/`, a page everywhere else. */
export function fail(kit: WebKit, c: WebContext, problem: Problem): Response | Promise<Response> {
  c.header('cache-control', 'no-store')
  if (c.req.path.startsWith('/api/')) {
    return c.json({ error: { kind: problem.kind, message: problem.message } }, problem.status)
  }
  const searchToken = problem.hasSearch ? kit.newToken() : null
  return c.html(errorPage(kit.frame, { ...problem, searchToken }), problem.status)
}

const STATUS: Readonly<Record<FailureKind, ContentfulStatusCode>> = {
  input: 400,
  conflict: 409,
  refused: 403,
  unreachable: 503,
  wait: 429,
  ours: 500,
}

const TITLE: Partial<Record<FailureKind, string>> = {
  input: texts.inputTitle,
  conflict: texts.conflictTitle,
}

/**
 * What people are told about something thrown: the message of a Failure that we decided on. One with a
 * cause speaks of our own machine, its files and servers, to its administrator; of that, and of other
 * errors, nothing is told.
 */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof Failure)) return PROBLEMS.ours
  const { kind, cause, message } = error
  const isForPeople = cause === undefined
  return {
    status: STATUS[kind],
    kind,
    title: (isForPeople && TITLE[kind]) || texts.oursTitle,
    message: isForPeople ? message : texts.ours,
  }
}
