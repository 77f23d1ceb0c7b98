import type { IncomingHttpHeaders } from 'node:http';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import { consoleAddress } from '../../config/console-address.ts';
import { secretHash } from '../../secrets/secrets.ts';

/** `__Host-`: of this host alone, for all of it, by TLS; a browser takes no other cookie under such a name. */
const nameFor = (publicUrl: string) =>
  publicUrl.startsWith('https:') ? '__Host-lz-operator' : 'lz-operator';

/** The `set-cookie` that keeps an operator's token where no script reads it and no other site has it sent; undefined takes it away. */
export function operatorCookie(publicUrl: string, token: string | undefined): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  const age = token === undefined ? 0 : Math.floor(limits.operatorSession / 1000);
  return `${nameFor(publicUrl)}=${token ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Strict${secure}`;
}

/** The SHA-256 of the token in a `cookie` header, where there is one of its form. */
export function tokenInCookie(publicUrl: string, header: string | undefined): string | undefined {
  const form = new RegExp(`(?:^|;\\s*)${nameFor(publicUrl)}=(lzo_[A-Za-z0-9_-]{43})(?:;|$)`);
  const token = form.exec(header ?? '')?.[1];
  return token === undefined ? undefined : secretHash(token);
}

/**
 * What a browser sends by itself counts only from the console's own pages: its origin (RFC 6454) is demanded of whatever may change
 * something, and a browser that says that another site asks (Fetch Metadata) is believed.
 * @throws Problem origin-refused
 */
export function demandOwnPage(
  publicUrl: string,
  { method, headers }: { method: string; headers: IncomingHttpHeaders },
): void {
  const reads = method === 'GET' || method === 'HEAD';
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  const isOwn = origin === undefined ? reads : origin === consoleAddress(publicUrl).origin;
  if (!isOwn || (site !== undefined && site !== 'same-origin' && !(reads && site === 'none')))
    throw new Problem('origin-refused');
}
