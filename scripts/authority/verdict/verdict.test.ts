import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sealedKinds } from '../../../shared/challenge.ts';
import * as limits from '../../../shared/limits.ts';
import {
  type Authority,
  applyBody,
  askChallenge,
  attempt,
  enrol,
  putSample,
  readVerdict,
  sealSample,
  sendAll,
  startAuthority,
  verifyBody,
} from '../authority.fixture.ts';

let authority: Authority;
beforeEach(() => {
  authority = startAuthority();
});
afterEach(() => authority.stop());

describe('the verdict', () => {
  it('comes as soon as it is there to whoever waits, and is not there before', async () => {
    const issued = await askChallenge(authority, applyBody());
    expect(await readVerdict(authority, issued, 0)).toBeUndefined();
    const waiting = readVerdict(authority, issued, limits.longPollSeconds);
    await sendAll(authority, issued);
    expect((await waiting)?.outcome).toBe('pass');
  });

  it('can be read again, and is the same', async () => {
    const issued = await askChallenge(authority, applyBody());
    await sendAll(authority, issued);
    expect(await readVerdict(authority, issued)).toEqual(await readVerdict(authority, issued));
  });

  it('is not found for a challenge that never was', async () => {
    const url = `/v1/challenges/chl_${'A'.repeat(22)}/verdict`;
    expect((await authority.call({ method: 'GET', url })).json().code).toBe('not-found');
  });

  it.each(['wait=x', 'wait=-1', 'wait=26', 'wait=1.5', 'weight=1'])('refuses %s', async (query) => {
    const url = `/v1/challenges/chl_${'A'.repeat(22)}/verdict?${query}`;
    expect((await authority.call({ method: 'GET', url })).statusCode).toBe(400);
  });

  it('lets go of those who wait when the authority stops', async () => {
    const issued = await askChallenge(authority, applyBody());
    const waiting = readVerdict(authority, issued, limits.longPollSeconds);
    await new Promise(setImmediate);
    await authority.restart();
    expect(await waiting).toBeUndefined();
  });
});

it('forgets while it runs what has run out, and who passed as whom never', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const running = startAuthority();
  try {
    const { store } = running.ports();
    const issued = await askChallenge(running, applyBody());
    const { at } = running.clock;
    store.tries.put('somebody', 'impostor', { tries: 3, since: at, passed: false });
    store.tries.put('somebody', 'own phone', { tries: 0, since: at, passed: true });
    store.strikes.countSession('ses', at);
    const known = () => [
      store.challenges.find(issued.claims.challengeId) !== undefined,
      store.tries.of('somebody', 'impostor') !== undefined,
      store.tries.of('somebody', 'own phone') !== undefined,
    ];
    vi.advanceTimersByTime(limits.authorityForgets);
    expect(known()).toEqual([true, true, true]);
    running.clock.at = issued.claims.exp * 1000 + limits.resultRetention + 1;
    vi.advanceTimersByTime(limits.authorityForgets);
    expect(known()).toEqual([false, false, true]);
    expect(store.strikes.countSession('ses', at)).toBe(true);
  } finally {
    vi.useRealTimers();
    await running.stop();
  }
});

describe('a restart of the authority', () => {
  it('loses no credential, verdict, lock or challenge, and keeps its keys', async () => {
    const handle = await enrol(authority);
    const decided = await askChallenge(authority, verifyBody(handle));
    await sendAll(authority, decided);
    const verdict = await readVerdict(authority, decided);
    const open = await askChallenge(authority, verifyBody(handle));
    const root = authority.ports().keys.root();
    await authority.restart();
    expect(authority.ports().keys.root()).toEqual(root);
    expect(await readVerdict(authority, decided)).toEqual(verdict);
    await sendAll(authority, open);
    expect((await readVerdict(authority, open))?.outcome).toBe('pass');
  });

  it('awaits again what had come of an undecided challenge', async () => {
    const issued = await askChallenge(authority, applyBody());
    const envelope = await sealSample(issued, 'face');
    await putSample(authority, issued.claims.challengeId, 'face', envelope);
    await authority.restart();
    const answer = await putSample(authority, issued.claims.challengeId, 'face', envelope);
    expect(answer.json()).toEqual({ awaited: ['identity', 'voice'] });
    await sendAllBut('face', issued);
    expect((await readVerdict(authority, issued))?.outcome).toBe('pass');
  });

  it('asks for another attempt where it was deciding, and counts no failure', async () => {
    const atWork = Promise.withResolvers<void>();
    authority.ports().engines.face.decide = () => {
      atWork.resolve();
      return new Promise<never>(() => {});
    };
    const issued = await askChallenge(authority, applyBody());
    await sendAll(authority, issued);
    await atWork.promise;
    authority.ports().store.close();
    authority.ports().decided.close();
    const revived = startAuthority({ dataFolder: authority.options.dataFolder });
    expect(await readVerdict(revived, issued)).toMatchObject({ outcome: 'retry', hints: [] });
    expect((await attempt(revived, applyBody())).outcome).toBe('pass');
    await revived.stop();
    authority = startAuthority();
  });
});

async function sendAllBut(sent: string, issued: Awaited<ReturnType<typeof askChallenge>>): Promise<void> {
  for (const kind of sealedKinds) {
    if (kind === sent || !issued.claims.samples.includes(kind)) continue;
    await putSample(authority, issued.claims.challengeId, kind, await sealSample(issued, kind));
  }
}
