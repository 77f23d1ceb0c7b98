import type { CredentialPage } from '../../../shared/contract/authority/credentials.ts';
import { asId, type CredentialHandle } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { delegationEnded } from '../credential/delegation-ended.ts';
import { endHere } from '../credential/end-here.ts';
import { followState } from '../credential/follow-state.ts';
import { levelHere } from '../credential/level-here.ts';
import { voidHere } from '../credential/void-here.ts';
import { queueVoidUnlessLive } from '../outbox/queue-message.ts';
import type { Ports } from '../ports/ports.ts';

/** Where a walk stands after one page; without `position` it is at its end. */
interface Step {
  position: string | undefined;
  /** Milliseconds until the next page, or until the walk begins anew. */
  pause: number;
}

type Walk = (ports: Ports, position: string) => Promise<Step>;

/**
 * One page of each comparison that is due. Where the two sides differ the stronger state is followed: handles that are void there
 * become void here, what is not void there and nobody's here is told to be void, and of two other states both come to the one in which less
 * can be done; levels, and when each ends, are what they are there, of which the phones are told. Most differences are no fault (a citizen applied elsewhere); each is
 * counted, logged without its handle, and recorded.
 * Where the authority cannot be reached it goes on from there later.
 *
 * `changes` follows what has changed there; `there` and `here` go through all that either side has, for what a fault or a restored
 * backup left behind.
 * `delegations` ends here what nobody answers by any more there.
 */
export async function reconcile(ports: Ports): Promise<void> {
  for (const [name, walk] of Object.entries(walks)) {
    const [row] = await ports.db.read('select position, next_at from walks where name = :name', { name });
    if (row !== undefined && Number(row.next_at) > ports.now()) continue;
    const from = String(row?.position ?? '');
    const { position = '', pause } = await walk(ports, from).catch((fault: unknown) => {
      ports.warn('not-compared', { walk: name, why: fault instanceof Problem ? fault.code : 'fault' });
      return { position: from, pause: limits.followEvery };
    });
    // Without it no later walk would come to end anything on a disk that is full.
    await ports.db.write(
      [
        {
          sql: `insert into walks (name, position, next_at) values (:name, :position, :nextAt)
            on conflict (name) do update set position = excluded.position, next_at = excluded.next_at`,
          params: { name, position, nextAt: ports.now() + pause },
        },
      ],
      { reserve: true },
    );
  }
}

const walks: Record<string, Walk> = {
  async changes(ports, position) {
    const asked = ports.now();
    const page = await ports.authority.listCredentials(position === '' ? undefined : position);
    await compare(ports, page, asked);
    return { position: page.cursor, pause: page.more ? 0 : limits.followEvery };
  },

  async there(ports, position) {
    const asked = ports.now();
    const page = await ports.authority.listCredentials(position === '' ? undefined : position);
    await compare(ports, page, asked);
    return page.more
      ? { position: page.cursor, pause: 0 }
      : { position: undefined, pause: limits.reconcileEvery };
  },

  async here(ports, position) {
    const most = limits.credentialsPerPage;
    const rows = await ports.db.read(
      `select handle from credentials where handle > :position and state <> 'void' order by handle limit :most`,
      { position, most },
    );
    const handles = rows.map(({ handle }) => asId('crd', String(handle)));
    if (handles.length > 0) {
      const live = await ports.authority.liveAmong(handles);
      await voidHere(
        ports,
        handles.filter((handle) => !live.has(handle)),
      );
    }
    return handles.length === most
      ? { position: handles.at(-1), pause: 0 }
      : { position: undefined, pause: limits.reconcileEvery };
  },

  /** A ward has revoked at a desk, or has a phone now; an officer was struck off; a year went by there. */
  async delegations(ports, position) {
    const most = limits.delegationsPerPage;
    const rows = await ports.db.read(
      `select id from delegations where id > :position and state = 'active' order by id limit :most`,
      { position, most },
    );
    const ids = rows.map(({ id }) => asId('del', String(id)));
    if (ids.length > 0) {
      const there = await ports.delegations.standing(ids);
      const stand = new Set(there.filter(({ state }) => state !== 'ended').map((each) => each.delegationId));
      const now = ports.now();
      const ending = ids.filter((id) => !stand.has(id)).flatMap((id) => delegationEnded(id, now));
      if (ending.length > 0) await ports.db.write(ending, { reserve: true });
    }
    return ids.length === most
      ? { position: ids.at(-1), pause: 0 }
      : { position: undefined, pause: limits.followEvery };
  },
};

/** @param asked when the page was asked for: it may tell nothing of what began later */
async function compare(ports: Ports, { credentials }: CredentialPage, asked: number): Promise<void> {
  const settled = ports.now() - limits.issueGrace;
  const handlesOf = (each: CredentialPage['credentials']) => each.map(({ handle }) => asId('crd', handle));
  await voidHere(ports, handlesOf(credentials.filter(({ state }) => state === 'void')));
  const alive = credentials.filter(({ state }) => state !== 'void');
  const unclaimed = await notLiveHere(ports, handlesOf(alive.filter(({ since }) => since <= settled)));
  for (const each of alive) await levelHere(ports, each, asked);
  await endHere(ports, alive);
  if (unclaimed.length > 0) await voidThere(ports, unclaimed);
  for (const { handle, state } of alive) {
    const differed = await followState(ports, asId('crd', handle), state);
    if (differed === undefined) continue;
    const what = `weaker-${differed}` as const;
    ports.warn('credentials-differed', { what, count: 1 });
    ports.measures.credentialsDiffered(what, 1);
  }
}

async function notLiveHere(ports: Ports, handles: readonly CredentialHandle[]): Promise<CredentialHandle[]> {
  const sql = `select 1 as one from credentials where handle = :handle and state <> 'void'
    union all select 1 as one from delegations where credential = :handle`;
  const known = await Promise.all(handles.map((handle) => ports.db.read(sql, { handle })));
  return handles.filter((_, index) => known[index]?.length === 0);
}

/** Nothing is taken back while a verdict may still be waiting that a BFF which was down has not read: it may be what was issued. */
async function voidThere(ports: Ports, handles: readonly CredentialHandle[]): Promise<void> {
  const [overdue] = await ports.db.read(
    `select 1 as one from sessions where state = 'deciding' and deadline <= :now limit 1`,
    { now: ports.now() },
  );
  if (overdue !== undefined) return;
  const written = await ports.db.write(handles.map((handle) => queueVoidUnlessLive(ports, handle)));
  const queued = written.done ? written.rows.filter((rows) => rows.length > 0).length : 0;
  for (let n = 0; n < queued; n++) void ports.audit({ event: 'credential-voided', by: 'clock' });
  if (queued > 0) ports.warn('credentials-differed', { what: 'live-there', count: queued });
  ports.measures.credentialsDiffered('live-there', queued);
}
