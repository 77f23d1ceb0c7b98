import { Readable } from 'node:stream';
import { beforeEach, expect, it } from 'vitest';
import { agreed } from '../../../shared/consent/agreed.fixture.ts';
import { newId } from '../../../shared/ids.ts';
import { challenge } from '../attempt/03-challenge.ts';
import { relaySample } from '../attempt/06-relay.ts';
import { readOwnSession } from '../attempt/08-own-session.ts';
import { answerOf } from '../credential/credential.ts';
import { startJobs } from '../jobs/start-jobs.ts';
import type { HolderCaller } from '../ports/callers.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { problem } from '../verify/checks.fixture.ts';
import { consent } from './01-consent.ts';

let world: Awaited<ReturnType<typeof testPorts>>;

beforeEach(async () => {
  world = await testPorts();
  world.told.samples = ['identity', 'face', 'voice'];
  const stopJobs = startJobs(world.ports);
  return async () => {
    stopJobs();
    await world.ports.db.close();
  };
});

async function apply(phone: HolderCaller) {
  const { id } = await consent(world.ports, phone, { consent: agreed() }, world.idempotencyKey());
  await challenge(world.ports, phone, id, { idPhoto: false }, world.idempotencyKey());
  for (const kind of ['identity', 'face', 'voice'] as const) {
    await relaySample(world.ports, phone, id, kind, {
      length: 4,
      word: 'a.b.c',
      stream: Readable.from([Buffer.from('seal')]),
    });
  }
  const read = () =>
    readOwnSession(world.ports, phone, id, {
      after: undefined,
      wait: undefined,
      signal: new AbortController().signal,
    });
  await expect.poll(async () => (await read()).state).not.toBe('deciding');
  return read();
}

it('brings the credential with a pass, and replaces the earlier one, of which the authority hears that it is void', async () => {
  const phone = await world.phone();
  const before = await answerOf(world.ports, phone);
  const handle = newId('crd', world.ports.random);
  const voided: string[] = [];
  world.ports.authority.voidCredential = async (told) => void voided.push(told);
  world.told.verdict = { outcome: 'pass', credential: handle };
  expect((await apply(phone)).state).toBe('passed');
  expect(await answerOf(world.ports, phone)).toMatchObject({ state: 'active', level: 'basic', handle });
  expect(before.handle).not.toBe(handle);
  await expect.poll(() => voided).toEqual([before.handle]);
});

it('brings none with a fail, and tells the phone what to do better', async () => {
  const phone = await world.phone();
  const before = await answerOf(world.ports, phone);
  world.told.verdict = { outcome: 'fail', hints: ['identity-not-matched'] };
  expect(await apply(phone)).toMatchObject({ state: 'failed', hints: ['identity-not-matched'] });
  expect(await answerOf(world.ports, phone)).toEqual(before);
});

it('needs consent to the face', async () => {
  const phone = await world.phone();
  await expect(
    consent(world.ports, phone, { consent: agreed({ face: false }) }, world.idempotencyKey()),
  ).rejects.toMatchObject({ code: 'consent-missing' });
});

it('answers the same application to the same idempotency key', async () => {
  const [phone, key] = [await world.phone(), world.idempotencyKey()];
  const body = { consent: agreed({ voice: false }) };
  const first = await consent(world.ports, phone, body, key);
  expect(await consent(world.ports, phone, body, key)).toEqual(first);
});

it.each([
  ['without saying whether an ID photo comes', {}],
  ['with a consent that was given before', { idPhoto: false, consent: agreed() }],
  ['with the body of a check', { consent: agreed() }],
])('takes no challenge %s', async (_, body) => {
  const [phone, first, second] = [await world.phone(), world.idempotencyKey(), world.idempotencyKey()];
  const { id } = await consent(world.ports, phone, { consent: agreed({ voice: false }) }, first);
  await expect(challenge(world.ports, phone, id, body, second)).rejects.toEqual(problem('request-invalid'));
  expect(world.asked).toEqual([]);
});

it('asks the authority for voice only where the holder consented to it', async () => {
  const phone = await world.phone();
  const { id } = await consent(
    world.ports,
    phone,
    { consent: agreed({ voice: false }) },
    world.idempotencyKey(),
  );
  await challenge(world.ports, phone, id, { idPhoto: true }, world.idempotencyKey());
  expect(world.asked.at(-1)).toMatchObject({
    ceremony: 'apply',
    consent: { face: true, voice: false },
    idPhoto: true,
  });
});

it('brings none to a phone that was taken over in flight, and has the authority told', async () => {
  const phone = await world.phone();
  const handle = newId('crd', world.ports.random);
  const before = await answerOf(world.ports, phone);
  await world.ports.db.write([
    {
      sql: `update holders set device = 'another' where id = :id`,
      params: { id: phone.holderId },
    },
  ]);
  const voided: string[] = [];
  world.ports.authority.voidCredential = async (told) => void voided.push(told);
  world.told.verdict = { outcome: 'pass', credential: handle };
  expect((await apply(phone)).state).toBe('failed');
  expect(await answerOf(world.ports, phone)).toEqual(before);
  await expect.poll(() => voided).toEqual([handle]);
});
