import { vi } from 'vitest';
import type { CredentialPage } from '../../../shared/contract/authority/credentials.ts';
import type { CredentialState } from '../../../shared/credentials.ts';
import type { CredentialHandle } from '../../../shared/ids.ts';
import type { Level } from '../../../shared/levels.ts';
import { readCredential } from '../credential/credential.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { reconcile } from './reconcile.ts';

const pageSize = 3;

/** A BFF, and an authority that has what the test says. */
export async function startComparison() {
  const world = await testPorts();
  /** What the authority has, in the order of change. */
  let there: (CredentialPage['credentials'][number] & { seq: number })[] = [];
  let changes = 0;
  const differed: [string, number][] = [];
  const warned: unknown[] = [];
  const { ports } = world;
  const named = (handle: string) => there.find((each) => each.handle === handle);

  function setThere(
    handle: CredentialHandle,
    state: CredentialState,
    since = world.clock.now,
    level: Level = 'basic',
    waits: { inReview?: true; strictFrom?: number; endsAt?: number } = {},
  ): void {
    changes += 1;
    const others = there.filter((each) => each.handle !== handle);
    there = [...others, { handle, state, since, level, ...waits, seq: changes }];
  }

  ports.measures.credentialsDiffered = (what, count) => void (count > 0 && differed.push([what, count]));
  ports.warn = (what, facts) => void warned.push([what, facts]);
  ports.authority.listCredentials = vi.fn(async (after = '0') => {
    const left = there.filter(({ seq }) => seq > Number(after));
    const page = left.slice(0, pageSize);
    const credentials = page.map(({ seq: _, ...each }) => each);
    return { credentials, cursor: String(page.at(-1)?.seq ?? after), more: left.length > pageSize };
  });
  ports.authority.liveAmong = async (handles) =>
    new Set(handles.filter((handle) => named(handle) !== undefined && named(handle)?.state !== 'void'));
  ports.authority.strictAmong = async (handles) =>
    new Set(handles.filter((handle) => named(handle)?.level === 'strict'));
  ports.authority.voidCredential = async (handle) => setThere(handle, 'void');
  ports.authority.moveCredential = async (handle, { move }) => {
    if (move === 'freeze') setThere(handle, 'frozen');
  };

  return {
    ...{ world, differed, warned, pageSize, setThere },
    there: () => there,
    /** The authority has never heard of it. */
    forget(handle: CredentialHandle): void {
      there = there.filter((each) => each.handle !== handle);
    },
    liveThere: () => there.filter(({ state }) => state !== 'void').map(({ handle }) => handle),
    pass(milliseconds: number): void {
      world.clock.now += milliseconds;
    },
    /** A holder with a credential that is live on both sides. */
    async agreed() {
      const phone = await world.phone();
      const read = () => readCredential(ports, phone.holderId);
      const handle = (await read())?.handle;
      if (handle === undefined) throw new Error('no credential');
      setThere(handle, 'active');
      return { phone, handle, state: async () => (await read())?.state };
    },
    /** As many rounds as the whole comparison takes, and what they queue is told. */
    async rounds(count = 10): Promise<void> {
      for (let round = 0; round < count; round++) {
        await reconcile(ports);
        await deliverDue(ports);
      }
    },
  };
}

export type Comparison = Awaited<ReturnType<typeof startComparison>>;
