import type { Overview } from '../../../shared/contract/operator/overview.ts';
import { asId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';

/** The figures that the console begins with. Each is counted by an index, or of what there are few of. */
export async function overview({
  db,
  now,
  settings,
}: Pick<Ports, 'db' | 'now' | 'settings'>): Promise<Overview> {
  const at = now();
  const count = async (what: string, params: Record<string, number> = {}) => {
    const [row] = await db.read(`select count(*) as n from ${what}`, params);
    return Number(row?.n ?? 0);
  };
  const ends = { at, soon: at + limits.registrationEndsSoon };
  const [waiting] = await db.read('select count(*) as n, min(queued_at) as oldest from outbox', {});
  const oldest = waiting?.oldest;
  return {
    at,
    sandbox: settings.sandbox,
    relyingParties: {
      active: await count('relying_parties where revoked_at is null'),
      underWatch: await count('relying_parties where revoked_at is null and watched_since is not null'),
      revoked: await count('relying_parties where revoked_at is not null'),
    },
    counters: {
      active: await count('counters where revoked_at is null'),
      revoked: await count('counters where revoked_at is not null'),
      endingSoon: await count(
        'counters where revoked_at is null and registration_ends > :at and registration_ends <= :soon',
        ends,
      ),
      ended: await count('counters where revoked_at is null and registration_ends <= :at', { at }),
    },
    liveChecks: await count(
      `sessions where state in ('open', 'claimed', 'challenged', 'deciding') and deadline > :at and counter_id is not null`,
      { at },
    ),
    newcomers: await newcomers({ db }, at),
    openProposals: await count(`proposals where state = 'open' and expires_at > :at`, { at }),
    outbox: {
      waiting: Number(waiting?.n ?? 0),
      oldestSeconds: oldest == null ? 0 : Math.max(0, Math.round((at - Number(oldest)) / 1000)),
    },
    storage: { hasRoom: db.hasRoom() },
  };
}

/** Everybody is told of everybody who came: who let in a second self would have to be the only one who looks. */
async function newcomers({ db }: Pick<Ports, 'db'>, at: number): Promise<Overview['newcomers']> {
  const rows = await db.read(
    `select o.id, o.name, o.since, i.name as inviter from operators o left join operators i on i.id = o.invited_by
      where o.revoked_at is null and o.since > :since order by o.since desc, o.id`,
    { since: at - limits.newcomerTold },
  );
  return rows.map(({ id, name, since, inviter }) => ({
    ...{ operatorId: asId('opr', String(id)), name: String(name), since: Number(since) },
    ...(inviter === null ? {} : { invitedBy: String(inviter) }),
  }));
}
