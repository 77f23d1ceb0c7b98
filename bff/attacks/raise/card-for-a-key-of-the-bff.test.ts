import { expect, it } from 'vitest';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import { toldTo } from '../world/officers-page.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { applicant, lookedAt, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const [officer, other] = [await officerAt(world), await officerAt(world)];
const { sessionId } = await lookedAt(officer, await applicant(world));
const { sessionId: another } = await lookedAt(officer, await applicant(world));
const view = await officer.view(sessionId);
const refused = 'authority-unproved';

it('an honest challenge is taken', () => {
  expect(toldTo(world, officer, view).claims).toMatchObject({ sessionId, role: 'officer' });
});

it('a BFF that hands over a key list of its own gets no card sealed to its key', () => {
  const { privateKey } = makeDeviceKey(random);
  const [, payload = ''] = (view.keyList ?? '').split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const keyList = signEs256({ header: { typ: 'lz-keys+jwt', kid: 'root' }, payload: claims, privateKey });
  expect(() => toldTo(world, officer, { ...view, keyList })).toThrow(refused);
});

it('nor by the challenge of another session, of another officer, or of no officer', async () => {
  const { challenge = '' } = await officer.view(another);
  expect(() => toldTo(world, officer, { ...view, challenge })).toThrow(refused);
  expect(() => toldTo(world, other, view)).toThrow(refused);
  expect(() => toldTo(world, officer, { ...view, challenge: view.keyList ?? '' })).toThrow(refused);
});

it('nor by a key list that this browser knows to be struck, is long over, or of no sandbox', () => {
  expect(() => toldTo(world, officer, view, { newest: 1_000_000 })).toThrow(refused);
  expect(() => toldTo(world, officer, view, { now: world.clock.at + 3_650 * 86_400_000 })).toThrow(refused);
  const trust = { root: world.authority.root, sandbox: false };
  expect(() => toldTo(world, officer, view, { trust })).toThrow(refused);
});
