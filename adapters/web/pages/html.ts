import { html as template } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** Text that is escaped already. */
export type Html = HtmlEscapedString

/** Hono's template, which escapes what is put in; none of ours holds a promise, so neither does it give one. */
export const html = (strings: TemplateStringsArray, ...values: unknown[]): Html =>
  template(strings, ...values) as Html
