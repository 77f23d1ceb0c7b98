import type { Proposed } from '../../../../shared/contract/operator/proposals.ts';
import type { RegistryChange } from '../../ports/audit.ts';
import { planCounterQuotas } from '../counters/change-counter.ts';
import { planRpChange, planRpQuotas, planScenes } from '../parties/plan-party.ts';
import { readCounter } from '../view/counter-record.ts';
import { readRp } from '../view/rp-record.ts';
import { checkScenes } from '../view/scene-policies.ts';
import type { Planned, RegistryPorts } from '../write-change.ts';

/** What a proposal does once it is approved; the same whether it is proposed or approved, so that neither is of what cannot be done. */
export type PlannedByTwo = Omit<Planned, 'of'> & { of?: Planned['of'] };

/** @throws Problem not-found, scenes-invalid */
export async function planProposed(ports: RegistryPorts, proposed: Proposed): Promise<PlannedByTwo> {
  switch (proposed.kind) {
    case 'raise-rp-quotas':
      await readRp(ports.db, proposed.rpId);
      return planRpQuotas(proposed, proposed.quotas);
    case 'raise-counter-quotas': {
      const counter = await readCounter(ports.db, proposed.counterId, ports.now());
      return planCounterQuotas(counter, proposed.version, proposed.quotas);
    }
    case 'weaken-scenes':
      checkScenes(proposed.scenes);
      return planScenes(await readRp(ports.db, proposed.rpId), proposed.version, proposed.scenes);
    case 'end-watch':
      await readRp(ports.db, proposed.rpId);
      return planRpChange(proposed, 'rp-unwatched', 'watched_since = null');
    case 'restore-rp': {
      const { rpId, version } = proposed;
      await readRp(ports.db, rpId);
      return restoring({ table: 'relying_parties', id: rpId }, version, { what: 'rp-restored', rpId });
    }
    case 'restore-counter': {
      const { counterId, version } = proposed;
      const { rpId } = await readCounter(ports.db, counterId, ports.now());
      return restoring({ table: 'counters', id: counterId }, version, {
        ...{ what: 'counter-restored', rpId, counterId },
      });
    }
    case 'trust-root':
      return {
        change: { what: 'root-trusted' },
        statements: [
          {
            sql: 'insert into trusted_roots (thumbprint, since) values (:thumbprint, :now) on conflict do nothing',
            params: { thumbprint: proposed.thumbprint, now: ports.now() },
          },
        ],
      };
  }
}

function restoring(of: Planned['of'], version: number, change: RegistryChange): Planned {
  return {
    change,
    of,
    statements: [
      {
        sql: `update ${of.table} set revoked_at = null, reason = null, version = version + 1
          where id = :id and version = :version and revoked_at is not null returning id`,
        params: { id: of.id, version },
        rows: 1,
      },
    ],
  };
}
