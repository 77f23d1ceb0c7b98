import { Compile } from 'typebox/compile';
import {
  PublicKey,
  QuotasChosen,
  SceneNames,
  ScenesChosen,
} from '../../../../shared/contract/operator/terms.ts';
import { asId } from '../../../../shared/ids.ts';
import type { Row } from '../../ports/db.ts';
import type { Counter, CounterKey, RelyingParty } from '../../ports/registry.ts';

const schemas = {
  scenes: Compile(ScenesChosen),
  key: Compile(PublicKey),
  quotas: Compile(QuotasChosen),
  names: Compile(SceneNames),
};

export const keyColumns =
  'kid, x, y, not_after, registrar, statement, rp_name, counter_name, place, scenes, registration_ends';

export function relyingPartyIn({ id, scenes, encryption_key }: Row): RelyingParty {
  const chosen = schemas.scenes.Parse(JSON.parse(String(scenes)));
  const byScene = <V>(value: (policy: (typeof chosen)[number]) => V | undefined) =>
    Object.fromEntries(
      chosen.flatMap((policy) => {
        const found = value(policy);
        return found === undefined ? [] : [[policy.scene, found]];
      }),
    );
  return {
    id: asId('rp', String(id)),
    scenes: chosen.map(({ scene }) => scene),
    ...(encryption_key === null
      ? {}
      : { encryptionKey: schemas.key.Parse(JSON.parse(String(encryption_key))) }),
    counterWord: byScene(({ counterWord }) => counterWord),
    purposes: byScene(({ purposes }) => purposes),
    levels: byScene(({ level }) => level),
  };
}

/** Undefined where none of its keys counts: nobody can be that counter. @param keys those that count now, the newest first */
export function counterIn(row: Row, keys: readonly Row[], origins: readonly Row[]): Counter | undefined {
  const [first, ...others] = keys;
  if (first === undefined) return undefined;
  const lasts = others.reduce(
    (best, key) => (Number(key.registration_ends) > Number(best.registration_ends) ? key : best),
    first,
  );
  return {
    id: asId('cnt', String(row.id)),
    rpId: asId('rp', String(row.rp_id)),
    keys: keys.map(keyIn),
    registered: {
      rpName: String(lasts.rp_name),
      counterName: String(lasts.counter_name),
      place: String(lasts.place),
      scenes: schemas.names.Parse(JSON.parse(String(lasts.scenes))),
      signed: { registrar: String(lasts.registrar), statement: String(lasts.statement) },
      expiresAt: Number(lasts.registration_ends),
    },
    ...(origins.length === 0 ? {} : { origins: origins.map(({ origin }) => String(origin)) }),
    quotas: schemas.quotas.Parse(JSON.parse(String(row.quotas))),
    rpQuotas: schemas.quotas.Parse(JSON.parse(String(row.rp_quotas))),
  };
}

function keyIn({ kid, x, y, not_after }: Row): CounterKey {
  return {
    ...{ kty: 'EC', crv: 'P-256', x: String(x), y: String(y), kid: String(kid) },
    ...(not_after === null ? {} : { until: Number(not_after) }),
  };
}
