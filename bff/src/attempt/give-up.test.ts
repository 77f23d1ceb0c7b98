import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { agreed } from '../../../shared/consent/agreed.fixture.ts';
import { asId, newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { consent } from '../apply/01-consent.ts';
import { readCredential } from '../credential/credential.ts';
import { settleDeciding } from '../jobs/settle-deciding.ts';
import { sweep } from '../jobs/sweep.ts';
import { takeDevice } from '../login/take-device.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import type { HolderCaller } from '../ports/callers.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { change, ended } from '../session/change.ts';
import { load } from '../session/load.ts';
import { playChecks } from '../verify/checks.fixture.ts';
import { challenge } from './03-challenge.ts';
import { relaySample } from './06-relay.ts';
import { takeVerdict } from './07-verdict.ts';
import { abortDevice } from './abort-device.ts';
import { giveUp } from './give-up.ts';

let world: Awaited<ReturnType<typeof testPorts>>;
let voided: string[];
let stopJobs: () => void;
beforeEach(async () => {
  world = await testPorts();
  voided = [];
  world.ports.authority.voidCredential = async (handle) => void voided.push(handle);
  stopJobs = () => undefined;
});
afterEach(async () => {
  stopJobs();
  await world.ports.db.close();
});

/** An application for which so many of its samples have come. */
async function applying(phone: HolderCaller, came = 3) {
  world.told.samples = ['identity', 'face', 'voice'];
  const given = { consent: agreed() };
  const { id } = await consent(world.ports, phone, given, world.idempotencyKey());
  await challenge(world.ports, phone, id, { idPhoto: false }, world.idempotencyKey());
  for (const kind of (['identity', 'face', 'voice'] as const).slice(0, came)) {
    const stream = Readable.from([Buffer.from('seal')]);
    await relaySample(world.ports, phone, id, kind, { length: 4, word: 'a.b.c', stream });
  }
  return asId('ses', id);
}

async function deciding(id: string) {
  const session = await load(world.ports, id);
  if (session?.state !== 'deciding') throw new Error('not deciding');
  return session;
}

const stateOf = async (id: string) => (await load(world.ports, id))?.state;
const queued = () => world.ports.db.read('select kind, payload from outbox order by kind', {});
const passWith = () => {
  const credential = newId('crd', world.ports.random);
  world.told.verdict = { outcome: 'pass', credential };
  return credential;
};
const unreachable = async () => {
  throw new Problem('authority-unavailable');
};

/** Delivers until nothing is due any more. */
async function deliverAll() {
  for (let rounds = 0; rounds < 5; rounds++) await deliverDue(world.ports);
}

describe('an application whose time is over', () => {
  it('passes where it was decided while the BFF was down for over a minute: it is not aborted here and live there', async () => {
    const phone = await world.phone();
    const before = await readCredential(world.ports, phone.holderId);
    const id = await applying(phone);
    const credential = passWith();
    world.clock.now += limits.decidingLifetime + 60_000;
    stopJobs = settleDeciding(world.ports);
    await expect.poll(() => stateOf(id)).toBe('passed');
    expect(await readCredential(world.ports, phone.holderId)).toMatchObject({ handle: credential });
    expect(await queued()).toEqual([{ kind: 'void-credential', payload: before?.handle }]);
  });

  it('is ended by no sweep and by no reader, however late: only by who asks first', async () => {
    const id = await applying(await world.phone());
    world.clock.now += 10 * limits.decidingLifetime;
    await sweep(world.ports);
    expect(await stateOf(id)).toBe('deciding');
  });

  it('is aborted where the authority has nothing, and nothing can pass afterwards', async () => {
    const id = await applying(await world.phone());
    world.clock.now += limits.decidingLifetime;
    await giveUp(world.ports, await deciding(id), 'time-over');
    passWith();
    await deliverAll();
    expect(await stateOf(id)).toBe('aborted');
    expect({ voided, queued: await queued() }).toEqual({ voided: [], queued: [] });
  });

  it('is aborted where the authority cannot be asked, and what it has passed is void there once it can', async () => {
    const id = await applying(await world.phone());
    const credential = passWith();
    const { endChallenge } = world.ports.authority;
    world.ports.authority.endChallenge = unreachable;
    world.clock.now += limits.decidingLifetime;
    await giveUp(world.ports, await deciding(id), 'time-over');
    expect(await stateOf(id)).toBe('aborted');
    await deliverAll();
    expect(await queued()).toMatchObject([{ kind: 'settle-attempt' }]);
    world.ports.authority.endChallenge = endChallenge;
    world.clock.now += limits.outboxPauseMost;
    await deliverAll();
    expect({ voided, queued: await queued() }).toEqual({ voided: [credential], queued: [] });
    expect(world.events).toContainEqual({ event: 'credential-voided', by: 'clock' });
  });

  it('goes on where another attempt was decided', async () => {
    const id = await applying(await world.phone());
    world.told.verdict = { outcome: 'retry', hints: ['too-dark'] };
    world.clock.now += limits.decidingLifetime;
    await giveUp(world.ports, await deciding(id), 'time-over');
    expect(await load(world.ports, id)).toMatchObject({ state: 'claimed', claim: { hints: ['too-dark'] } });
  });

  it('takes no verdict of another session, though it is the last', async () => {
    const id = await applying(await world.phone());
    passWith();
    world.told.verdict = { ...world.told.verdict, nonce: 'x' };
    await giveUp(world.ports, await deciding(id), 'time-over');
    expect(await stateOf(id)).toBe('aborted');
    expect(world.tallied).toContainEqual({ event: 'verdict-refused', why: 'nonce' });
  });
});

describe('a takeover while it is decided', () => {
  const takeOver = async (phone: HolderCaller) => {
    await takeDevice(world.ports, phone.holderId, {
      device: encodeBase64url(world.ports.random(32)),
      platform: undefined,
      soter: undefined,
    });
    await abortDevice(world.ports, phone.deviceThumbprint);
  };

  it('leaves no credential of an application that passes afterwards, nor of one that had passed', async () => {
    for (const passedBefore of [false, true]) {
      const phone = await world.phone();
      world.told.verdict = undefined;
      const id = await applying(phone);
      const late = passedBefore ? passWith() : undefined;
      await takeOver(phone);
      expect(await stateOf(id)).toBe(passedBefore ? 'failed' : 'superseded');
      passWith();
      await deliverAll();
      expect(voided.splice(0)).toEqual(late === undefined ? [] : [late]);
    }
  });

  it('ends with what was decided where a check had failed', async () => {
    const { phone, sessionId } = await playChecks(world).deciding();
    world.told.verdict = { outcome: 'fail' };
    await takeOver(phone);
    expect(await stateOf(sessionId)).toBe('failed');
  });

  it('gives the phone that lost its place no other attempt', async () => {
    const { phone, sessionId } = await playChecks(world).deciding();
    world.told.verdict = { outcome: 'retry' };
    await takeOver(phone);
    expect(await stateOf(sessionId)).toBe('superseded');
  });
});

describe('a passed application that cannot be stored', () => {
  it('is void at the authority when the session is over already', async () => {
    const id = await applying(await world.phone());
    const session = await deciding(id);
    const credential = passWith();
    const verdict = await world.ports.authority.readVerdict(session.attempt.challengeId, 0);
    if (verdict === undefined) throw new Error('no verdict');
    await change(world.ports, session, ended(session, 'aborted', world.clock.now, limits.claimMemory));
    expect(await takeVerdict(world.ports, session, verdict)).toBe('lost');
    await deliverAll();
    expect(voided).toEqual([credential]);
    expect(await queued()).toEqual([]);
  });

  it('is void at the authority when another holder has a credential of that handle: never the other way round', async () => {
    const [phone, other] = [await world.phone(), await world.phone()];
    const taken = (await readCredential(world.ports, other.holderId))?.handle;
    const id = await applying(phone);
    world.told.verdict = { outcome: 'pass', ...(taken === undefined ? {} : { credential: taken }) };
    await giveUp(world.ports, await deciding(id), 'time-over');
    expect(await stateOf(id)).toBe('failed');
    await deliverAll();
    expect(await readCredential(world.ports, other.holderId)).toMatchObject({ state: 'active' });
    expect(voided).toEqual([]);
  });

  it('stays where two processes read one verdict: the one that was late takes nothing back', async () => {
    const phone = await world.phone();
    const before = await readCredential(world.ports, phone.holderId);
    const session = await deciding(await applying(phone));
    const credential = passWith();
    const verdict = await world.ports.authority.readVerdict(session.attempt.challengeId, 0);
    if (verdict === undefined) throw new Error('no verdict');
    const taken = await Promise.all([1, 2, 3].map(() => takeVerdict(world.ports, session, verdict)));
    expect(taken.filter((each) => each === 'lost')).toHaveLength(2);
    await deliverAll();
    expect(voided).toEqual([before?.handle]);
    expect(await readCredential(world.ports, phone.holderId)).toMatchObject({ handle: credential });
  });
});

describe('an application that ends before it is decided here, however it ends', () => {
  it.each([
    [
      'its time is over',
      async () => {
        world.clock.now += 10 * limits.applyChallengeLifetime;
      },
    ],
    ['its phone is taken over', (phone: HolderCaller) => abortDevice(world.ports, phone.deviceThumbprint)],
  ])('is settled at the authority, which may have all of its samples: %s', async (_, end) => {
    const phone = await world.phone();
    const id = await applying(phone, 2);
    const credential = passWith();
    await end(phone);
    expect(['expired', 'superseded']).toContain(await stateOf(id));
    await deliverAll();
    expect(voided).toEqual([credential]);
  });

  it('is settled where another challenge takes its place', async () => {
    const phone = await world.phone();
    const id = await applying(phone, 2);
    await challenge(world.ports, phone, id, { idPhoto: false }, world.idempotencyKey());
    expect(await queued()).toMatchObject([{ kind: 'settle-attempt' }]);
  });

  it('leaves nothing to settle of a check, which brings no credential', async () => {
    const { phone, sessionId } = await playChecks(world).deciding();
    await abortDevice(world.ports, phone.deviceThumbprint);
    expect(await stateOf(sessionId)).toBe('superseded');
    expect(await queued()).toEqual([]);
  });
});
