import { newId, type OperatorId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { consoleAddress } from '../config/console-address.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';
import { newSecret } from '../secrets/secrets.ts';

/**
 * Makes the link by which one person becomes an operator. Its secret stands behind the `#`, which no browser sends: it is in no log.
 * The store has its hash alone.
 * @param by the operator who invites; undefined from the command line of the server, which is heard only before there is an operator
 * @throws Problem operator-exists where the command line invites though there is one
 */
export async function inviteOperator(
  ports: Pick<Ports, 'db' | 'now' | 'random' | 'audit' | 'usage' | 'settings'>,
  { name, by }: { name: string; by: OperatorId | undefined },
): Promise<{ link: string; expiresAt: number }> {
  const { secret, hash } = newSecret(ports.random);
  const invited = newId('opr', ports.random);
  const expiresAt = ports.now() + limits.inviteLifetime;
  const allowed =
    by === undefined
      ? 'not exists (select 1 from operators where revoked_at is null)'
      : 'exists (select 1 from operators where id = :invitedBy and revoked_at is null)';
  const kept = {
    sql: `insert into operator_invites (hash, operator_id, name, invited_by, expires_at)
      select :hash, :invited, :name, :invitedBy, :expiresAt where ${allowed} returning hash`,
    params: { hash, invited, name, invitedBy: by ?? null, expiresAt },
    rows: 1,
  };
  const quotas = by === undefined ? [] : [{ quota: 'invites-by-operator', subject: by } as const];
  const { written } = await take(ports, quotas, { also: [kept] });
  if (!written.done) throw new Problem(by === undefined ? 'operator-exists' : 'token-invalid');
  await ports.audit({ event: 'operator-invited', by: 'operator', operatorId: by ?? null, invited });
  return { link: `${consoleAddress(ports.settings.publicUrl).origin}/console#enrol=${secret}`, expiresAt };
}
