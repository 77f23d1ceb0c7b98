import type { RelyingPartyRecord } from '../../../../shared/contract/operator/relying-parties.ts';
import type { QuotasChosen, ScenesChosen } from '../../../../shared/contract/operator/terms.ts';
import type { RegistryChange } from '../../ports/audit.ts';
import type { Statement } from '../../ports/db.ts';
import type { StoredRp } from '../view/rp-record.ts';
import { changeRow, type Planned } from '../write-change.ts';

type At = Pick<RelyingPartyRecord, 'rpId' | 'version'>;

/** A change of one relying party from a version, ready to be written. @param set as of `changeRow` */
export function planRpChange(
  { rpId, version }: At,
  what: RegistryChange['what'],
  set: string,
  params: Statement['params'] = {},
): Planned {
  const of = { table: 'relying_parties', id: rpId } as const;
  return { change: { what, rpId }, of, statements: [changeRow(of, version, set, params)] };
}

/** The policies of scenes that it loses are kept. */
export function planScenes(stored: StoredRp, version: number, scenes: ScenesChosen): Planned {
  const { record, scenesChosen, scenesLeft } = stored;
  const has = new Set(scenes.map(({ scene }) => scene));
  const left = new Map(
    [...scenesLeft, ...scenesChosen]
      .filter(({ scene }) => !has.has(scene))
      .map((policy) => [policy.scene, policy]),
  );
  return planRpChange(
    { rpId: record.rpId, version },
    'rp-scenes-set',
    'scenes = :scenes, scenes_left = :left',
    { scenes: JSON.stringify(scenes), left: JSON.stringify([...left.values()]) },
  );
}

export function planRpQuotas(at: At, quotas: QuotasChosen): Planned {
  return planRpChange(at, 'rp-quotas-set', 'quotas = :quotas', { quotas: JSON.stringify(quotas) });
}
