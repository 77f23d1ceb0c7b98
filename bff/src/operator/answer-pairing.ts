import type { PairingView } from '../../../shared/contract/operator/pairings.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { OperatorCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';

/** Which command waits under this code. @throws Problem pairing-over */
export async function readPairing({ db, now }: Ports, { code }: { code: string }): Promise<PairingView> {
  const [row] = await db.read(
    `select label, network, expires_at from pairings
      where code = :code and operator_id is null and expires_at > :now`,
    { code, now: now() },
  );
  if (row === undefined) throw new Problem('pairing-over');
  return {
    ...{ code, label: String(row.label), network: String(row.network) },
    expiresAt: Number(row.expires_at),
  };
}

/** The command may fetch a token of whoever approves it. @throws Problem pairing-over */
export async function approvePairing(
  ports: Ports,
  { code }: { code: string },
  { operatorId }: OperatorCaller,
): Promise<{ expiresAt: number }> {
  const now = ports.now();
  const written = await ports.audited({ event: 'command-paired', by: 'operator', operatorId }, [
    {
      sql: `update pairings set operator_id = :operatorId, approved_at = :now
        where code = :code and operator_id is null and expires_at > :now returning hash`,
      params: { code, operatorId, now },
      rows: 1,
    },
  ]);
  if (!written.done) throw new Problem('pairing-over');
  return { expiresAt: now + limits.commandToken };
}

/** The command gets nothing. @throws Problem pairing-over */
export async function refusePairing(
  { db }: Ports,
  { code }: { code: string },
): Promise<Record<string, never>> {
  const sql = 'delete from pairings where code = :code and operator_id is null returning hash';
  const written = await db.write([{ sql, params: { code }, rows: 1 }]);
  if (!written.done) throw new Problem('pairing-over');
  return {};
}
