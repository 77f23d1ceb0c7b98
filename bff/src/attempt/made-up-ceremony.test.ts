import { Readable } from 'node:stream';
import { beforeEach, expect, it, vi } from 'vitest';
import { newId, type SessionId } from '../../../shared/ids.ts';
import { startJobs } from '../jobs/start-jobs.ts';
import type { DeviceCaller, HolderCaller } from '../ports/callers.ts';
import type { Ceremony } from '../ports/ceremony.ts';
import { hotel, testPorts } from '../ports/ports.fixture.ts';
import { publishChange } from '../session/change.ts';
import { load } from '../session/load.ts';
import { insertSession } from '../session/row.ts';
import type { Session } from '../session/session.ts';
import { readSession } from '../verify/08-result.ts';
import { now, problem } from '../verify/checks.fixture.ts';
import { challenge } from './03-challenge.ts';
import { relaySample } from './06-relay.ts';
import { readOwnSession } from './08-own-session.ts';

// A ceremony that no product has: no counter asks; an officer takes part and decides after the verdict; a booth captures in the
// phone's place. The steps of the attempt, the session and the jobs carry it as they are.

let world: Awaited<ReturnType<typeof testPorts>>;
let phone: HolderCaller;
let decisions: Map<SessionId, 'yes' | 'no'>;
const officer = { deviceThumbprint: 'o'.repeat(43) };
const booth = { deviceThumbprint: 'b'.repeat(43) };

const raiseAtBooth = (): Ceremony => ({
  rules: {
    parties: ['officer', 'booth'],
    capturedBy: 'booth',
    consent: 'at-opening',
    level: 'strict',
    personBy: 'credential',
    shownIn: ['active'],
    samples: { face: 'always' },
    digits: { kind: 'drawn', count: 4 },
    challengeLifetime: 90_000,
    challengedLifetime: 180_000,
    passBrings: 'result',
    beginsWith: 'scan',
    endsAt: 'result',
    texts: {
      passed: { zh: '通过', en: 'Passed' },
      afterPass: { zh: '可以了', en: 'Done' },
      again: { zh: '再来一次', en: 'Once more' },
    },
  },
  awaitsStep: async (sessionId) => !decisions.has(sessionId),
  onPass: (_sources, { sessionId, holderId }) => ({
    withPass: [
      {
        sql: `update credentials set level = 'strict' where holder_id = :holderId and :decision = 'yes' returning holder_id`,
        params: { holderId, decision: decisions.get(sessionId) ?? 'none' },
        rows: 1,
      },
    ],
    unstored: [],
    audit: [],
  }),
});

beforeEach(async () => {
  world = await testPorts();
  world.told.samples = ['face'];
  world.told.verdict = { outcome: 'pass', level: 'strict' };
  world.ports.ceremonies = { ...world.ports.ceremonies, 'raise-at-booth': raiseAtBooth() };
  decisions = new Map();
  phone = await world.phone();
  const stopJobs = startJobs(world.ports);
  return async () => {
    stopJobs();
    await world.ports.db.close();
  };
});

async function open(parties: Record<string, string> = { officer: 'o'.repeat(43), booth: 'b'.repeat(43) }) {
  const id = newId('ses', world.ports.random);
  const session: Session = {
    ...{ id, ceremony: 'raise-at-booth', version: 1, shown: 1, parties, asked: { by: 'holder' } },
    ...{ state: 'claimed', openedAt: world.clock.now, deadline: world.clock.now + 60_000 },
    consent: { face: true, voice: false },
    claim: { ...phone, shows: 'nothing', attempts: 0, hints: [] },
  };
  await world.ports.db.write([insertSession(session)]);
  return id;
}

const ask = (caller: DeviceCaller, id: string) =>
  challenge(world.ports, caller, id, {}, world.idempotencyKey());
const send = (caller: DeviceCaller, id: string) =>
  relaySample(world.ports, caller, id, 'face', {
    length: 4,
    word: 'a.b.c',
    stream: Readable.from([Buffer.from('seal')]),
  });

/** The officer's own view: whose session it is not learns nothing. */
async function seenBy(caller: DeviceCaller, id: string) {
  const session = await load(world.ports, id);
  return session?.parties.officer === caller.deviceThumbprint ? session.state : undefined;
}

/** The officer's own step. */
async function decide(id: SessionId, decision: 'yes' | 'no') {
  decisions.set(id, decision);
  const session = await load(world.ports, id);
  if (session !== undefined) publishChange(world.ports, session);
}

async function captured() {
  const id = await open();
  await ask(booth, id);
  await send(booth, id);
  return id;
}

it('is captured by the device of a party, which the challenge is bound to, and by no other', async () => {
  const id = await open();
  for (const other of [phone, officer]) {
    await expect(ask(other, id)).rejects.toEqual(problem('not-found'));
    await expect(send(other, id)).rejects.toEqual(problem('not-found'));
  }
  await ask(booth, id);
  expect(world.asked.at(-1)).toMatchObject({
    ...{ ceremony: 'raise-at-booth', level: 'strict', rpId: '', scene: '' },
    ...{ deviceThumbprint: booth.deviceThumbprint, consent: { face: true, voice: false } },
  });
  await send(booth, id);
  expect(await readOwnSession(world.ports, phone, id, now)).toMatchObject({
    ...{ ceremony: 'raise-at-booth', state: 'deciding' },
  });
});

it('is seen by its second party, and by no counter', async () => {
  const id = await open();
  expect(await seenBy(officer, id)).toBe('claimed');
  expect(await seenBy(booth, id)).toBeUndefined();
  await expect(readSession(world.ports, hotel, id, now)).rejects.toEqual(problem('not-found'));
});

it('has a step between the last sample and the end: a pass waits for the decision', async () => {
  const id = await captured();
  const read = vi.spyOn(world.ports.authority, 'readVerdict');
  await vi.waitFor(() => expect(read).toHaveBeenCalled(), { timeout: 5000 });
  expect(await seenBy(officer, id)).toBe('deciding');
  await decide(id, 'yes');
  await expect.poll(() => seenBy(officer, id)).toBe('passed');
  const [credential] = await world.ports.db.read('select level from credentials', {});
  expect(credential?.level).toBe('strict');
});

it('fails where a guard of its own does not hold, and brings nothing', async () => {
  const id = await captured();
  await decide(id, 'no');
  await expect.poll(() => seenBy(officer, id)).toBe('failed');
  const [credential] = await world.ports.db.read('select level from credentials', {});
  expect(credential?.level).toBe('basic');
});

it('takes no verdict of a level below its own', async () => {
  world.told.verdict = { outcome: 'pass', level: 'basic' };
  const id = await captured();
  await decide(id, 'yes');
  await expect.poll(() => world.tallied).toContainEqual({ event: 'verdict-refused', why: 'level' });
  expect(await seenBy(officer, id)).toBe('deciding');
});

it('is not served where a party of it is missing', async () => {
  const id = await open({ officer: officer.deviceThumbprint });
  await expect(seenBy(officer, id)).rejects.toThrow('stored session');
});
