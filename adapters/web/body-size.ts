/** The largest request body that is read. */
export const MOST_BODY_BYTES = 64 * 1024

/** Whether a `content-length` says beforehand that the body will not be read. */
export const tellsTooLargeBody = (contentLength: string | undefined): boolean =>
  Number(contentLength ?? 0) > MOST_BODY_BYTES
