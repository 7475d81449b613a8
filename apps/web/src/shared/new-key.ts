import { v4 as randomUuid } from 'uuid';

/** A new idempotency key. Not the browser's own: that one is missing on a phone that opens the office's address without TLS. */
export const newKey = (): string => randomUuid();
