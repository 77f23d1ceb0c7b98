import { newId, type OperatorId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { consoleAddress } from '../config/console-address.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { newSecret } from '../secrets/secrets.ts';

/** What whoever invites is told, this once. */
export interface Invitation {
  link: string;
  expiresAt: number;
}

/**
 * A link by which one person becomes an operator. Its secret stands behind the `#`, which no browser sends: it is in no log. The store
 * has its hash alone.
 * @param by the operator who invites; undefined from the command line of the server
 * @param allowed the condition under which the link is kept, in SQL
 */
export function invitation(
  { now, random }: Pick<Ports, 'now' | 'random'>,
  publicUrl: string,
  { name, by, allowed }: { name: string; by: OperatorId | undefined; allowed: string },
): Invitation & { invited: OperatorId; kept: Statement } {
  const { secret, hash } = newSecret(random);
  const invited = newId('opr', random);
  const expiresAt = now() + limits.inviteLifetime;
  const kept = {
    sql: `insert into operator_invites (hash, operator_id, name, invited_by, expires_at)
      select :hash, :invited, :name, :invitedBy, :expiresAt where ${allowed} returning hash`,
    params: { hash, invited, name, invitedBy: by ?? null, expiresAt },
    rows: 1,
  };
  return { link: `${consoleAddress(publicUrl).origin}/console#enrol=${secret}`, expiresAt, invited, kept };
}
