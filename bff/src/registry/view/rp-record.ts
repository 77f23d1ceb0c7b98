import { Compile } from 'typebox/compile';
import type { RelyingPartyRecord } from '../../../../shared/contract/operator/relying-parties.ts';
import {
  PublicKey,
  QuotasChosen,
  revocationReasons,
  ScenesChosen,
} from '../../../../shared/contract/operator/terms.ts';
import { asId, type RpId } from '../../../../shared/ids.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Db, Row } from '../../ports/db.ts';
import { quotasOf } from './quotas-of.ts';
import { policyOf } from './scene-policies.ts';

const schemas = {
  scenes: Compile(ScenesChosen),
  key: Compile(PublicKey),
  quotas: Compile(QuotasChosen),
};

/** A relying party as it is stored: what an operator is shown of it, and what only the steps look at. */
export interface StoredRp {
  record: RelyingPartyRecord;
  scenesChosen: ScenesChosen;
  /** The last policies of scenes that it no longer has. */
  scenesLeft: ScenesChosen;
}

export const rpColumns = `rp.*, (select count(*) from counters c where c.rp_id = rp.id and c.revoked_at is null) as counters`;

export function rpIn(row: Row): StoredRp {
  const chosen = schemas.quotas.Parse(JSON.parse(String(row.quotas)));
  const scenesChosen = schemas.scenes.Parse(JSON.parse(String(row.scenes)));
  const left: unknown = JSON.parse(String(row.scenes_left));
  const encryption =
    row.encryption_key === null
      ? {}
      : { encryptionKey: schemas.key.Parse(JSON.parse(String(row.encryption_key))) };
  return {
    record: {
      rpId: asId('rp', String(row.id)),
      name: String(row.name),
      ...standingOf(row),
      underWatch: row.watched_since !== null,
      scenes: scenesChosen.map(policyOf),
      ...encryption,
      quotas: quotasOf('rp', chosen),
      quotasChosen: chosen,
      counters: Number(row.counters),
      registeredAt: Number(row.registered_at),
      version: Number(row.version),
    },
    scenesChosen,
    scenesLeft: schemas.scenes.Check(left) ? left : [],
  };
}

/** @throws Problem not-found */
export async function readRp(db: Pick<Db, 'read'>, rpId: RpId): Promise<StoredRp> {
  const [row] = await db.read(`select ${rpColumns} from relying_parties rp where rp.id = :rpId`, { rpId });
  if (row === undefined) throw new Problem('not-found');
  return rpIn(row);
}

/** Whether what the row stands for counts, and if not, why not. */
export function standingOf({ revoked_at, reason }: Row): {
  standing: 'active' | 'revoked';
  reason?: (typeof revocationReasons)[number];
} {
  if (revoked_at === null) return { standing: 'active' };
  const why = revocationReasons.find((each) => each === reason);
  return { standing: 'revoked', ...(why === undefined ? {} : { reason: why }) };
}
