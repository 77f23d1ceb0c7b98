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
import { startWorld } from '../../bff/attacks/world/world.fixture.ts';
import { challenge } from '../../miniprogram/src/attempt/03-challenge.ts';
import { demandStandingKeys } from '../../miniprogram/src/attempt/demand-standing-keys.ts';
import * as limits from '../../shared/limits.ts';

const perWave = 3;
const waves = 5;
const world = await startWorld({ relaysInFlight: 8 * perWave });
const { authority, clock } = world;
const tick = 2_000;

interface Passed {
  state: string;
  sessionId: string;
  /** The key of its codes. */
  secret: string;
}

/** One check, step by step; between any two of them keys are rotated. */
async function* check(): AsyncGenerator<string, Passed> {
  const phone = await world.citizen();
  yield 'applied';
  const taken = await claimed(world, phone);
  yield 'claimed';
  const consent = { face: true, voice: true };
  const { checked } = await challenge(phone.holder, { view: taken.shown, consent });
  yield 'challenged';
  await demandStandingKeys(phone.holder, checked);
  const face = await sealedFace(phone, checked);
  const voice = await sealedVoice(phone, checked);
  yield 'sealed';
  await sendSamples({ ...taken, checked, face, voice });
  yield 'sent';
  const { state } = await ended(taken);
  return { state, sessionId: taken.sessionId, secret: taken.session.secret };
}

it('keys of the authority, its registrar, results and codes are rotated between all steps of checks that are going on, and each of them passes', async () => {
  const first = { ...world.resultKey.secret, signsFrom: 0, urgent: false };
  const signsFrom = clock.at + limits.resultKeyLead + 7 * tick;
  const second = { ...makePair('result-2').secret, signsFrom, urgent: false };
  await world.takeResultKeys([first, second]);
  clock.pass(limits.resultKeyLead);

  let going: ReturnType<typeof check>[] = [];
  const done: Passed[] = [];
  for (let wave = 0; done.length < waves * perWave; wave++) {
    if (wave < waves) going.push(...Array.from({ length: perWave }, check));
    const steps = await Promise.all(going.map((each) => each.next()));
    for (const step of steps) if (step.done === true) done.push(step.value);
    going = going.filter((_, place) => steps[place]?.done !== true);
    authority.keys.rotate(clock.at);
    // So often in a day a list has no room for.
    if (wave < waves) authority.keys.rotateRegistrar(clock.at);
    await world.takeResultKeys([first, second]);
    clock.pass(tick);
  }

  expect(done.map(({ state }) => state)).toEqual(done.map(() => 'passed'));
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
