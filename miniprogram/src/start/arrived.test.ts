import { beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeUtf8 } from '../../../shared/bytes/utf8.ts';
import type { Registrant } from '../../../shared/contract/authority/registration.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { json, problemAnswer, registrant } from '../testing/fake-bff.ts';
import { type Rig, setUp } from '../testing/set-up.ts';
import { arriveHere, currentArrival, forgetArrival, watchArrival } from './arrived.ts';
import { claimArrival, currentCheck, dropJourney, startCheck } from './current-journey.ts';
import { logOut } from './log-out.ts';
import { askToLogIn } from './login-prompt.ts';
import { forgetHolder, openHolder } from './open-holder.ts';
import { prepareCheck } from './prepare-check.ts';
import { readWaitingCounter } from './waiting-counter.ts';

let rig: Rig;
vi.mock('../platform/open/open-platform.ts', () => ({ openPlatform: () => rig.platform }));
vi.mock('./login-prompt.ts', () => ({ askToLogIn: vi.fn() }));
// Taro chooses by what it builds for.
vi.stubEnv('TARO_ENV', 'weapp');

const code = 'https://bff.test/q/1.x.1.y';
const ticket = 'T'.repeat(22);
let claims: unknown[];

async function pickUp() {
  rig = await setUp();
  claims = [];
  const { request } = rig.platform;
  rig.platform.request = (asked) => {
    if (asked.url.endsWith('/claim')) claims.push(JSON.parse(decodeUtf8(asked.body ?? new Uint8Array())));
    return request(asked);
  };
  vi.stubGlobal('builtForBff', 'https://bff.test');
  vi.stubGlobal('builtForTrust', JSON.stringify({ root: rig.bff.authority.root.jwk, sandbox: true }));
  forgetHolder();
  dropJourney();
  forgetArrival();
  vi.mocked(askToLogIn).mockReset();
}
beforeEach(pickUp);

const refuses = (what: string, code: Parameters<typeof problemAnswer>[0]) => {
  rig.bff.before = (asked, serve) => (asked === what ? problemAnswer(code) : serve());
};

describe('a scan', () => {
  it('arrives before anybody has logged in, and is claimed by its ticket', async () => {
    const journey = await startCheck(code);
    expect(rig.bff.log.filter((what) => what.startsWith('POST')).sort()).toEqual([
      'POST arrivals',
      'POST claim',
      'POST login',
    ]);
    expect(claims).toEqual([{ code, ticket }]);
    expect(journey.view.asks?.rpName).toBe('Hotel');
    expect(currentArrival()).toBeUndefined();
  });

  it('arrives and logs in while the page still loads, each once', async () => {
    prepareCheck(code);
    await startCheck(code);
    for (const what of ['POST arrivals', 'POST login', 'POST claim'])
      expect(rig.bff.log.filter((asked) => asked === what)).toHaveLength(1);
  });

  it('shows who asks before the claim, by names that the root vouches for', async () => {
    let told = 0;
    const unwatch = watchArrival(() => {
      told++;
    });
    await arriveHere(code);
    unwatch();
    expect(currentArrival()?.asks).toMatchObject({ rpName: registrant.rpName, place: registrant.place });
    expect(told).toBe(2);
  });

  it('shows nobody whom the root does not vouch for, and nobody is asked to log in for it', async () => {
    const bank: Registrant = { ...registrant, counterId: 'cnt_bank-1', rpName: 'Bank' };
    const { asks } = rig.bff.view;
    if (asks === undefined) throw new Error('nobody asks');
    rig.bff.view = { ...rig.bff.view, asks: { ...asks, registration: rig.bff.authority.register(bank) } };
    await expect(startCheck(code)).rejects.toMatchObject({ code: 'who-asks-unknown' });
    expect(currentArrival()).toBeUndefined();
    expect(claims).toEqual([]);
  });

  it('counts by its code alone where too many arrive', async () => {
    const crowded = problemAnswer('too-many-requests', { 'retry-after': '30' });
    rig.bff.before = (what, serve) => (what === 'POST arrivals' ? crowded : serve());
    expect((await startCheck(code)).view.state).toBe('claimed');
    expect(claims).toEqual([{ code }]);
  });

  it('is tried anew after a failure', async () => {
    refuses('POST arrivals', 'code-stale');
    await expect(startCheck(code)).rejects.toMatchObject({ code: 'code-stale' });
    delete rig.bff.before;
    expect((await startCheck(code)).view.state).toBe('claimed');
  });

  it('of a phone that is logged in is claimed at once, without a word to the counter that it needs time', async () => {
    await startCheck(code);
    dropJourney();
    rig.bff.log.length = 0;
    await startCheck(code);
    expect(rig.bff.log).toEqual(['POST claim']);
  });

  it('whose code ran out on the way of a phone that is logged in arrives after all', async () => {
    await startCheck(code);
    dropJourney();
    claims = [];
    let stale = true;
    rig.bff.before = (what, serve) => {
      if (what !== 'POST claim' || !stale) return serve();
      stale = false;
      return problemAnswer('code-stale');
    };
    await startCheck(code);
    expect(claims).toEqual([{ code }, { code, ticket }]);
  });
});

describe('a newcomer', () => {
  it.each(['credential-missing', 'credential-void'] as const)(
    'applies and goes on with the same scan: %s',
    async (why) => {
      refuses('POST claim', why);
      await expect(startCheck(code)).rejects.toMatchObject({ code: why, action: 'apply-first' });
      expect(currentArrival()?.asks.rpName).toBe('Hotel');
      delete rig.bff.before;
      const journey = await claimArrival();
      expect(claims).toEqual([
        { code, ticket },
        { code, ticket },
      ]);
      expect(currentCheck()).toBe(journey);
      expect(currentArrival()).toBeUndefined();
    },
  );

  it('who was logged in already keeps the scan as well', async () => {
    await openHolder();
    await startCheck(code);
    dropJourney();
    refuses('POST claim', 'credential-void');
    await expect(startCheck(code)).rejects.toMatchObject({ code: 'credential-void' });
    expect(currentArrival()?.ticket).toBe(ticket);
  });

  it('whose counter has ended the check meanwhile is not sent back to it', async () => {
    refuses('POST claim', 'credential-missing');
    await startCheck(code).catch(() => undefined);
    rig.bff.before = (what, serve) => {
      if (what === 'POST claim') return problemAnswer('session-over');
      return what === 'GET waiting-counter' ? json(200, {}) : serve();
    };
    await expect(claimArrival()).rejects.toMatchObject({ code: 'session-over' });
    expect(currentArrival()).toBeUndefined();
    await expect(claimArrival()).rejects.toMatchObject({ code: 'code-stale' });
  });

  it('who logs out leaves no scan behind', async () => {
    await arriveHere(code);
    await logOut();
    expect(currentArrival()).toBeUndefined();
  });
});

describe('the counter that waits', () => {
  it('is told once that its guest is at home, and is gone back to', async () => {
    const journey = await startCheck(code);
    expect(await readWaitingCounter()).toMatchObject({ session: journey.view.id, asks: { rpName: 'Hotel' } });
    await readWaitingCounter();
    await expect.poll(() => rig.bff.log.filter((what) => what === 'POST pause')).toHaveLength(1);
  });

  it('is told as well where the app is hidden', async () => {
    await startCheck(code);
    rig.platform.hide();
    await expect.poll(() => rig.bff.log).toContain('POST pause');
  });

  it('is one where this phone has arrived and cannot claim yet', async () => {
    refuses('POST claim', 'credential-missing');
    await startCheck(code).catch(() => undefined);
    expect(await readWaitingCounter()).toEqual({ asks: currentArrival()?.asks });
  });

  it.each([
    ['its check', () => undefined, { session: true }],
    ['its arrival, which is claimed without the code', () => void arriveHere(code), { session: false }],
  ])('is found again after the app was closed: %s', async (_, before, { session }) => {
    await openHolder();
    before();
    await expect.poll(() => (session ? true : currentArrival())).toBeTruthy();
    forgetHolder();
    dropJourney();
    forgetArrival();
    const waiting = await readWaitingCounter();
    expect(waiting?.asks.rpName).toBe('Hotel');
    expect(waiting?.session).toBe(session ? rig.bff.view.id : undefined);
    if (session) return;
    await claimArrival();
    expect(claims).toEqual([{ ticket }]);
  });

  it('is gone back to by a page that was reloaded and knows of no scan', async () => {
    await arriveHere(code);
    forgetHolder();
    forgetArrival();
    await claimArrival();
    expect(claims).toEqual([{ ticket }]);
  });

  it('is not looked for by a phone that was never used: it makes no key', async () => {
    rig.platform.stored.clear();
    expect(await readWaitingCounter()).toBeUndefined();
    expect(rig.platform.stored.size).toBe(0);
    expect(rig.bff.log).toEqual([]);
  });

  it('is not looked for by logging in anew: a key that is nobody’s signs nobody in', async () => {
    await openHolder();
    forgetHolder();
    refuses('POST login', 'login-refused');
    expect(await readWaitingCounter()).toBeUndefined();
    expect(vi.mocked(askToLogIn)).not.toHaveBeenCalled();
  });
});

describe('where somebody has to sign in by hand', () => {
  it('who asks is known before', async () => {
    vi.resetModules();
    vi.stubEnv('TARO_ENV', 'h5');
    const [{ startCheck: start }, { currentArrival: arrival }, prompt] = await Promise.all([
      import('./current-journey.ts'),
      import('./arrived.ts'),
      import('./login-prompt.ts'),
    ]);
    refuses('POST login', 'login-refused');
    let known: string | undefined;
    vi.mocked(prompt.askToLogIn).mockImplementation(async () => {
      known = arrival()?.asks.rpName;
      throw new HolderProblem('login-refused');
    });
    await expect(start(code)).rejects.toMatchObject({ code: 'login-refused' });
    vi.stubEnv('TARO_ENV', 'weapp');
    expect(known).toBe('Hotel');
  });
});
