import type { PasskeyView } from '../../../shared/contract/operator/operators.ts';
import type { CreatedPasskey } from '../../../shared/contract/operator/passkey.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { OperatorCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { beginPasskey, checkNewPasskey } from './check-new-passkey.ts';

interface Passkeys {
  passkeys: PasskeyView[];
}

/** One's own passkeys, the oldest first. */
export async function listPasskeys({ db }: Ports, { operatorId }: OperatorCaller): Promise<Passkeys> {
  const rows = await db.read(
    'select id, name, added_at, used_at from passkeys where operator_id = :operatorId order by added_at, id',
    { operatorId },
  );
  return {
    passkeys: rows.map((row) => ({
      ...{ id: String(row.id), name: String(row.name), addedAt: Number(row.added_at) },
      ...(typeof row.used_at === 'number' ? { usedAt: row.used_at } : {}),
    })),
  };
}

/** Asks for another passkey of one's own; one that is known already is told so by the browser. */
export async function beginAnotherPasskey(
  ports: Ports,
  { operatorId }: OperatorCaller,
): Promise<{ ceremony: string; options: object }> {
  const [row] = await ports.db.read('select name from operators where id = :operatorId', { operatorId });
  return beginPasskey(ports, { purpose: 'add', about: operatorId }, { operatorId, name: String(row?.name) });
}

/** @throws Problem passkey-refused, passkeys-too-many */
export async function addPasskey(
  ports: Ports,
  given: { ceremony: string; passkeyName: string; passkey: CreatedPasskey },
  caller: OperatorCaller,
): Promise<Passkeys> {
  const { operatorId } = caller;
  const kept = await checkNewPasskey(ports, { purpose: 'add', about: operatorId }, { ...given, operatorId });
  const room = {
    sql: `update operators set name = name where id = :operatorId and revoked_at is null
      and (select count(*) from passkeys where operator_id = :operatorId) < :most returning id`,
    params: { operatorId, most: limits.passkeysPerOperator },
    rows: 1,
  };
  const event = { event: 'passkey-added', by: 'operator', operatorId } as const;
  const written = await ports.audited(event, [room, kept]);
  if (!written.done) throw new Problem(written.why === 'lost' ? 'passkeys-too-many' : 'passkey-refused');
  return listPasskeys(ports, caller);
}

/** Removes one, but never the last: nobody locks themselves out. @throws Problem not-found, last-passkey */
export async function removePasskey(
  ports: Ports,
  { passkeyId }: { passkeyId: string },
  caller: OperatorCaller,
): Promise<Passkeys> {
  const { operatorId } = caller;
  const { passkeys } = await listPasskeys(ports, caller);
  if (!passkeys.some(({ id }) => id === passkeyId)) throw new Problem('not-found');
  const written = await ports.audited({ event: 'passkey-removed', by: 'operator', operatorId }, [
    {
      sql: `delete from passkeys where id = :passkeyId and operator_id = :operatorId
        and exists (select 1 from passkeys where operator_id = :operatorId and id <> :passkeyId) returning id`,
      params: { passkeyId, operatorId },
      rows: 1,
    },
  ]);
  if (!written.done) throw new Problem('last-passkey');
  return listPasskeys(ports, caller);
}
