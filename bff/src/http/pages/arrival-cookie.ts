import { arriveCall } from '../../../../shared/contract/verify/02-arrive.ts';
import * as limits from '../../../../shared/limits.ts';

const name = 'lz-arrival';

/**
 * The `set-cookie` that leaves an arrival ticket in the browser that opened a code: no script reads it, no other site has it sent, and
 * it goes to the one call that takes it.
 */
export function arrivalCookie(publicUrl: string, ticket: string): string {
  const age = Math.floor(limits.checkLifetimeMost / 1000);
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${name}=${ticket}; Path=${arriveCall.path}; Max-Age=${age}; HttpOnly; SameSite=Strict${secure}`;
}

/** The ticket in a `cookie` header, where there is one of its form. */
export function ticketIn(header: string | undefined): string | undefined {
  return /(?:^|;\s*)lz-arrival=([A-Za-z0-9_-]{22})(?:;|$)/.exec(header ?? '')?.[1];
}
