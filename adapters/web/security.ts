/** @param ancestors who may show the page in a frame */
const contentSecurityPolicy = (ancestors: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ')

/**
 * Headers of every response that does not say otherwise. The referrer policy must not be `no-referrer`: browsers would then send
 * `Origin: null` with our own forms.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy("'none'"),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** What the page in a frame says otherwise: these sites may show it, and our own. */
export const framedHeaders = (origins: readonly string[]): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(["'self'", ...origins].join(' ')),
  'cross-origin-resource-policy': 'cross-origin',
})

/**
 * Whether a POST was made by a page of another site. Browsers tell by `Sec-Fetch-Site`, on plain http by
 * `Origin`; a request with neither comes from no browser and carries nobody's cookie.
 */
export function isCrossSite(request: Request, host: string): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  const origin = request.headers.get('origin')
  return origin !== null && !isOriginOf(origin, host)
}

/** Compares through URL, which drops a port that is the scheme's own. */
function isOriginOf(origin: string, host: string): boolean {
  const { protocol, host: from } = URL.parse(origin) ?? {}
  return from !== undefined && URL.parse(`${protocol}//${host}`)?.host === from
}
