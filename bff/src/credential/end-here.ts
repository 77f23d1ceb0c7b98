import type { CredentialPage } from '../../../shared/contract/authority/credentials.ts';
import { asId } from '../../../shared/ids.ts';
import type { Ports } from '../ports/ports.ts';
import { endWithCard } from './credential.ts';

/**
 * Follows the authority in when a credential ends that is live on both sides: it knows the card that an officer read, also of a raise that waits for another
 * officer or that one has confirmed.
 */
export async function endHere(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  credentials: CredentialPage['credentials'],
): Promise<void> {
  const sql = `select holder_id from credentials where handle = :handle and state <> 'void'
    and coalesce(ends_at, 0) <> :endsAt`;
  const found = await Promise.all(
    credentials.map(({ handle, endsAt = 0 }) => db.read(sql, { handle, endsAt })),
  );
  const statements = credentials.flatMap(({ handle, endsAt }, index) => {
    const [row] = found[index] ?? [];
    if (row === undefined) return [];
    return [endWithCard(asId('hol', String(row.holder_id)), asId('crd', handle), endsAt, now())];
  });
  if (statements.length > 0) await db.write(statements, { reserve: true });
}
