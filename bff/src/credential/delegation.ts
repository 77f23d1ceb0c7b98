import type { DelegationTerms } from '../../../shared/contract/family/terms.ts';
import { relations, type WardAsk, wardAsks, wardForms } from '../../../shared/family.ts';
import { asId, type CredentialHandle, type DelegationId, type HolderId } from '../../../shared/ids.ts';
import { sceneNames } from '../../../shared/scenes.ts';
import type { Row, Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/** By what a holder answers for a ward, as it is kept here. */
export interface Delegation extends DelegationTerms {
  delegationId: DelegationId;
  holderId: HolderId;
  /** The ward's. */
  credential: CredentialHandle;
  /** How it is at this moment. */
  asks: WardAsk;
  /** Since when the guardian is to hear only, where that is still to come. */
  tellsFrom?: number;
  /** Here nobody knows whether it rests. */
  state: 'active' | 'ended';
}

/** Those of a holder that have not been forgotten, the oldest first. */
export async function delegationsOf(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  holderId: HolderId,
): Promise<Delegation[]> {
  const rows = await db.read('select * from delegations where holder_id = :holderId order by since, id', {
    holderId,
  });
  return rows.map((row) => delegationIn(row, now()));
}

/** The holder's own of that id, as it is at this moment. */
export async function readDelegation(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  holderId: HolderId,
  id: string,
): Promise<Delegation | undefined> {
  const [row] = await db.read('select * from delegations where id = :id and holder_id = :holderId', {
    id,
    holderId,
  });
  const found = row && delegationIn(row, now());
  return found && found.endsAt <= now() ? { ...found, state: 'ended' } : found;
}

export function delegationIn(row: Row, now: number): Delegation {
  const relation = relations.find((known) => known === row.relation);
  const form = wardForms.find((known) => known === row.form);
  const wanted = wardAsks.find((known) => known === row.asks);
  const tellsFrom = Number(row.tell_from ?? 0);
  const asks = wanted === 'tell' && tellsFrom > now ? 'each-time' : wanted;
  if (relation === undefined || form === undefined || asks === undefined)
    throw new Error('a stored delegation is of no known kind');
  const named: unknown = JSON.parse(String(row.scenes));
  return {
    delegationId: asId('del', String(row.id)),
    holderId: asId('hol', String(row.holder_id)),
    credential: asId('crd', String(row.credential)),
    ...{ relation, form, asks },
    ...(asks !== wanted && { tellsFrom }),
    scenes: sceneNames.filter((scene) => Array.isArray(named) && named.includes(scene)),
    state: row.state === 'active' ? 'active' : 'ended',
    endsAt: Number(row.ends_at),
  };
}

/** The statement that undoes a write unless the holder answers for the ward by it at that moment. */
export function stillDelegated(holderId: HolderId, id: DelegationId, now: number): Statement {
  return {
    sql: `update delegations set id = id where id = :id and holder_id = :holderId and state = 'active' and ends_at > :now
      returning id`,
    params: { id, holderId, now },
    rows: 1,
  };
}
