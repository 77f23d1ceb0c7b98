import type { Authority } from '../../../bff/src/ports/authority.ts';
import type { Ports } from '../../../bff/src/ports/ports.ts';

/** Where a process dies: so many calls from when it is armed on, before the call is made or before its answer is heard. */
export interface Death {
  call: number;
  side: 'before' | 'after';
}

/** Writes that change what a citizen has; all others (audit, leases, proofs) come and go by the clock. */
const matters = /\b(sessions|holders|credentials|outbox)\b/;
const ofAuthority = [
  'issueChallenge',
  'relaySample',
  'readVerdict',
  'endChallenge',
  'voidCredential',
] as const satisfies (keyof Authority)[];

/**
 * Makes the ports of a process mortal: at the call that `dieAt` names it stops as after kill -9. What it asked for before is done or
 * not, and nothing that it asks for from then on is done or answered.
 */
export function makeMortal({ db, authority }: Ports) {
  const { promise: died, resolve: die } = Promise.withResolvers<void>();
  const never = new Promise<never>(() => undefined);
  let armed: Death | undefined;
  let calls = 0;
  let dead = false;

  async function step<T>(counts: boolean, call: () => Promise<T>): Promise<T> {
    if (dead) return never;
    const dies = counts && armed !== undefined && calls++ === armed.call ? armed.side : undefined;
    if (dies === 'before') end();
    if (dead) return never;
    const answer = await call();
    if (dies === 'after') end();
    return dead ? never : answer;
  }

  function end(): void {
    dead = true;
    die();
  }

  const { read, write } = db;
  db.read = (sql, params) => step(false, () => read(sql, params));
  db.write = (statements, options) =>
    step(
      statements.some(({ sql }) => matters.test(sql)),
      () => write(statements, options),
    );
  for (const name of ofAuthority) mortalCall(authority, name);

  function mortalCall<Name extends (typeof ofAuthority)[number]>(of: Authority, name: Name): void {
    const call: (...asked: never[]) => Promise<unknown> = of[name];
    Object.assign(of, { [name]: (...asked: never[]) => step(true, () => call(...asked)) });
  }

  return {
    died,
    /** Counts calls from now on. */
    dieAt(death: Death): void {
      calls = 0;
      armed = death;
    },
  };
}
