import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { expect, it } from 'vitest';
import { publicUrl } from '../../bff/attacks/world/bff.fixture.ts';
import {
  claimed,
  ended,
  sealedFace,
  sealedVoice,
  sendSamples,
} from '../../bff/attacks/world/check.fixture.ts';
import { makePair } from '../../bff/attacks/world/parties.fixture.ts';
import type { Phone } from '../../bff/attacks/world/phone.fixture.ts';
import { startWorld } from '../../bff/attacks/world/world.fixture.ts';
import { challenge } from '../../miniprogram/src/attempt/03-challenge.ts';
import { demandStandingKeys } from '../../miniprogram/src/attempt/demand-standing-keys.ts';
import * as limits from '../../shared/limits.ts';

/** So many checks are going on at every moment until so many were begun. */
const inFlight = 6;
const checks = 60;
/** All keys change each time that so many steps were done, whichever check did them: in the middle of some step of all others. */
const stepsBetween = 25;
const registrarsMost = 5;
const tick = 1_000;
const world = await startWorld({ relaysInFlight: 8 * inFlight });
const { authority, clock } = world;

interface Passed {
  state: string;
  sessionId: string;
  /** The key of its codes. */
  secret: string;
}

/** One check, step by step. The authority's engines are stand-ins that judge at once: what is under load is all the rest. */
async function* check(phone: Phone): AsyncGenerator<string, Passed> {
  const taken = await claimed(world, phone);
  yield 'claimed';
  const consent = { face: true, voice: true };
  const { checked } = await challenge(phone.holder, { view: taken.shown, consent });
  yield 'challenged';
  await demandStandingKeys(phone.holder, checked);
  const face = await sealedFace(phone, checked);
  const voice = await sealedVoice(phone, checked);
  yield 'sealed';
  await sendSamples({ ...taken, phone, checked, face, voice });
  yield 'sent';
  const { state } = await ended(taken);
  return { state, sessionId: taken.sessionId, secret: taken.session.secret };
}

it('keys of the authority, its registrar, results and codes are rotated in the middle of a stream of checks that never stops, and each of them passes', {
  timeout: 120_000,
}, async () => {
  const first = { ...world.resultKey.secret, signsFrom: 0, urgent: false };
  const signsFrom = clock.at + limits.resultKeyLead + 6 * tick;
  const second = { ...makePair('result-2').secret, signsFrom, urgent: false };
  await world.takeResultKeys([first, second]);
  clock.pass(limits.resultKeyLead);

  const done: Passed[] = [];
  /** After which steps of checks keys changed while the check was going on. */
  const crossed = new Set<string>();
  const at = new Map<number, string>();
  let begun = 0;
  let steps = 0;
  let rotations = 0;

  async function rotateAll(): Promise<void> {
    for (const step of at.values()) crossed.add(step);
    authority.keys.rotate(clock.at);
    // So often in a day a list has no room for.
    if (++rotations <= registrarsMost) authority.keys.rotateRegistrar(clock.at);
    clock.pass(tick);
    await world.takeResultKeys([first, second]);
  }

  async function noteStep(): Promise<void> {
    steps += 1;
    if (steps % stepsBetween === 0) await rotateAll();
  }

  /** One check after the other, as long as there are any to begin. */
  async function goOn(place: number): Promise<void> {
    const phone = await world.citizen();
    await noteStep();
    while (begun < checks) {
      begun += 1;
      const going = check(phone);
      at.set(place, 'begun');
      for (let step = await going.next(); ; step = await going.next()) {
        at.set(place, step.done === true ? 'over' : step.value);
        if (step.done === true) done.push(step.value);
        await noteStep();
        if (step.done === true) break;
      }
    }
    at.delete(place);
  }

  await Promise.all(Array.from({ length: inFlight }, (_, place) => goOn(place)));

  expect(done).toHaveLength(checks);
  expect(done.map(({ state }) => state)).toEqual(done.map(() => 'passed'));
  expect(rotations).toBeGreaterThanOrEqual(10);
  expect([...crossed]).toEqual(expect.arrayContaining(['claimed', 'challenged', 'sealed', 'sent']));
  const secrets = new Set(done.map(({ secret }) => secret));
  expect(secrets.size).toBe(done.length);
  const published = await (await fetch(`${world.url}/.well-known/jwks.json`)).json();
  const kids = new Set<string>();
  for (const { sessionId } of done) {
    const { result = '' } = await world.hotel.view(sessionId);
    kids.add(String(decodeProtectedHeader(result).kid));
    const { payload } = await jwtVerify(result, createLocalJWKSet(published), {
      ...{ issuer: publicUrl, audience: 'rp_hotel', typ: 'lz-result+jwt', currentDate: new Date(clock.at) },
    });
    expect(payload.outcome).toBe('pass');
  }
  expect([...kids].sort()).toEqual([first.kid, second.kid].sort());
});
