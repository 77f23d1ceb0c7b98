import type { Visiting } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';

/** Ends the session of the cookie, here and in the browser. */
export async function signOut({ db }: Ports, { token, keep }: Visiting): Promise<Record<string, never>> {
  if (token !== undefined)
    await db.write([{ sql: 'delete from operator_tokens where hash = :token', params: { token } }], {
      reserve: true,
    });
  keep(undefined);
  return {};
}
