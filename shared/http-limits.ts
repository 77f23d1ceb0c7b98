const minute = 60 * 1000;

/** What callers' headers may bring, and how long what they name is known, each with its reason: a part of `limits`. */

/** Who watches asks each few seconds and gives up after a second or so; an authority that is up answers within a tenth of it. */
export const readyPatience = 2 * 1000;
/** However many ask whether all is ready, store and authority are asked so often. */
export const readyKept = 1 * 1000;
/** W3C Trace Context asks that so many characters of `tracestate` are handed on, */
export const traceState = 512;
/** and allows no more members than these. */
export const traceStateMembers = 32;
/** A browser asks again after this whether a page's origin may call; the call itself is judged each time. */
export const preflightSeconds = 10 * 60;
/** Shorter ones are counted up rather than drawn, and meet their like. */
export const idempotencyKeyLeast = 16;
/** As long as Stripe's, which clients' libraries are made for. */
export const idempotencyKeyMost = 255;
/** A program that was down for a night finds what it began: as long as the result can be read again. */
export const idempotencyMemory = 24 * 60 * minute;
/** What an operator makes takes the registrar's answer at most; a key by which a process that died made nothing is free again then. */
export const idempotencyRunning = 1 * minute;
