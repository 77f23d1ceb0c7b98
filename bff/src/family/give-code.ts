import type { WardCodeBody } from '../../../shared/contract/family/on-phone.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { readDelegation } from '../credential/delegation.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';
import { codeHash } from './code-hash.ts';

/**
 * Takes a code that the guardian's phone has drawn, to be said to the ward and typed at a terminal, once, within ten minutes. It proves nothing: it says which
 * guardian is asked. Where the guardian wants to hear only, what is agreed to ahead comes along.
 * @throws Problem not-found, delegation-over, request-invalid, id-taken where somebody has the same code, too-many-requests
 */
export async function giveCode(
  ports: Ports,
  { holderId, deviceThumbprint }: HolderCaller,
  id: string,
  { code, ahead }: WardCodeBody,
): Promise<{ delegationId: string; expiresAt: number }> {
  const own = await readDelegation(ports, holderId, id);
  if (own === undefined) throw new Problem('not-found');
  if (own.state === 'ended') throw new Problem('delegation-over');
  if ((own.asks === 'tell') !== (ahead !== undefined)) throw new Problem('request-invalid');
  await take(ports, [{ quota: 'ward-codes-by-holder', subject: holderId }]);
  const expiresAt = ports.now() + limits.wardCodeLifetime;
  const written = await ports.db.write([
    // One is alive at a time: the one before is nobody's any more.
    {
      sql: 'delete from ward_codes where delegation_id = :id or expires_at <= :now',
      params: { id, now: ports.now() },
    },
    {
      sql: `insert into ward_codes (hash, delegation_id, device, ahead, expires_at)
        values (:hash, :id, :device, :ahead, :expiresAt) on conflict do nothing returning hash`,
      params: {
        ...{ hash: codeHash(ports.settings, code), id, device: deviceThumbprint, expiresAt },
        ahead: ahead === undefined ? null : JSON.stringify(ahead),
      },
      rows: 1,
    },
  ]);
  if (!written.done) throw new Problem('id-taken');
  return { delegationId: id, expiresAt };
}
