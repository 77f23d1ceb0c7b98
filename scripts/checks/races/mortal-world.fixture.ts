import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAuthority } from '../../../bff/attacks/world/authority.fixture.ts';
import { openBff } from '../../../bff/attacks/world/bff.fixture.ts';
import { standingClock } from '../../../bff/attacks/world/clock.fixture.ts';
import { openCounter } from '../../../bff/attacks/world/counter.fixture.ts';
import { startLoginPlatform } from '../../../bff/attacks/world/login-platform.fixture.ts';
import { makePair, random, registerParties } from '../../../bff/attacks/world/parties.fixture.ts';
import { pickUpPhone } from '../../../bff/attacks/world/phone.fixture.ts';
import { reconcile } from '../../../bff/src/jobs/reconcile.ts';
import { settleDeciding } from '../../../bff/src/jobs/settle-deciding.ts';
import { sweep } from '../../../bff/src/jobs/sweep.ts';
import { deliverDue } from '../../../bff/src/outbox/deliver-due.ts';
import type { Ports } from '../../../bff/src/ports/ports.ts';
import * as limits from '../../../shared/limits.ts';
import { isFinal, sessionStates } from '../../../shared/sessions.ts';
import { makeMortal } from './mortal-ports.ts';

/** What there is to see of both sides once all is told and compared. */
export interface BothSides {
  here: string[];
  there: string[];
  outbox: string[];
  unfinished: string[];
}

/** One database and one authority, over which BFF processes come and go, with a clock that is moved. */
export async function openMortalWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'lz-mortal-'));
  const clock = standingClock();
  const now = () => clock.at;
  const authority = await openAuthority(now);
  const platform = await startLoginPlatform();
  const { file: registryFile, counters } = registerParties(folder, authority.register);
  const common = {
    ...{ folder, now, authority, platformUrl: platform.url, registryFile },
    ...{ accessTokenSecret: random(32), holderPepper: random(32) },
    resultKeys: [{ ...makePair('result-1').secret, signsFrom: 0, urgent: false }],
  };

  return {
    clock,
    authority,
    async startProcess() {
      const bff = await openBff(common);
      return { ...bff, mortal: makeMortal(bff.ports) };
    },
    phone: (account: string, url: string) => pickUpPhone(account, url, authority.root, clock),

    /** The first counter of the hotel, at that process. @throws RangeError where it is not registered */
    counter(url: string) {
      const [hotel] = counters;
      if (hotel === undefined) throw new RangeError('no counter');
      return openCounter(hotel, url, clock);
    },

    /** Lets every deadline come, and the jobs do what is theirs. */
    async settle(ports: Ports): Promise<void> {
      const longest = limits.applyChallengeLifetime + limits.challengeGrace + limits.decidingLifetime;
      for (const wait of [longest, limits.outboxPauseMost, limits.issueGrace, limits.reconcileEvery]) {
        clock.pass(wait);
        await sweep(ports);
        await untilNothingIsDecided(ports);
        for (let rounds = 0; rounds < 4; rounds++) {
          await deliverDue(ports);
          await reconcile(ports);
        }
      }
      clock.pass(limits.outboxPauseMost);
      await deliverDue(ports);
    },

    async bothSides({ db }: Ports): Promise<BothSides> {
      const texts = async (sql: string) => (await db.read(sql, {})).map(({ text }) => String(text)).sort();
      const final = sessionStates
        .filter(isFinal)
        .map((state) => `'${state}'`)
        .join();
      return {
        here: await texts(`select handle as text from credentials where state = 'active'`),
        there: authority.liveHandles().sort(),
        outbox: await texts('select kind as text from outbox'),
        unfinished: await texts(`select state as text from sessions where state not in (${final})`),
      };
    },

    async close() {
      await Promise.all([authority.stop(), platform.stop()]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** At once, and not at the next round of the process's own job. */
async function untilNothingIsDecided(ports: Ports): Promise<void> {
  const stop = settleDeciding(ports);
  const deciding = () => ports.db.read(`select id from sessions where state = 'deciding'`, {});
  while ((await deciding()).length > 0) await new Promise((later) => setTimeout(later, 20));
  stop();
}
