import { expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { random } from '../authority.fixture.ts';
import { template } from '../engines/passing-engines.fixture.ts';
import { newCredential } from '../register/credential-standing.ts';
import { openStore } from './open-store.ts';

const now = 1_800_000_000_000;

function held() {
  const store = openStore(':memory:');
  const issue = (person: string) => {
    const handle = newId('crd', random);
    const enrolled = { hasVoice: true, face: template(1), voice: template(2), device: `${person}-phone` };
    store.credentials.issue({ ...newCredential, ...enrolled, handle, person, level: 'basic', since: now });
    return handle;
  };
  const hear = (person: string) => store.seen.addVoice(person, { digests: ['d'], trace: template(3) });
  return { store, issue, hear };
}

it('a voice that is taken back goes with all that was heard of it, and of nobody else', () => {
  const { store, issue, hear } = held();
  const [own, other] = [issue('anna'), issue('bert')];
  for (const person of ['anna', 'bert']) hear(person);
  store.held.withdrawVoice('anna');
  expect(store.credentials.find(own)).toMatchObject({
    ...{ hasVoice: false, voiceWithdrawn: true, voice: undefined, face: template(1), state: 'active' },
  });
  expect(store.seen.voice('anna')).toEqual({ digests: [], traces: [] });
  expect(store.credentials.find(other)?.voice).toEqual(template(2));
  expect(store.seen.voice('bert').traces).toHaveLength(1);
});

it('who never had a voice enrolled has none that was taken back', () => {
  const { store, issue } = held();
  const handle = issue('anna');
  store.held.withdrawVoice('anna');
  store.held.withdrawVoice('anna');
  expect(store.credentials.find(handle)?.voiceWithdrawn).toBe(true);
  const silent = newId('crd', random);
  const without = { hasVoice: false, face: template(1), voice: undefined, device: 'd' };
  store.credentials.issue({
    ...{ ...newCredential, ...without, handle: silent, person: 'carl', level: 'basic', since: now },
  });
  store.held.withdrawVoice('carl');
  expect(store.credentials.find(silent)?.voiceWithdrawn).toBe(false);
});

it('an erasure leaves what another account of the same person has', () => {
  const { store, issue, hear } = held();
  const first = issue('anna');
  const second = issue('anna');
  hear('anna');
  store.pins.set('anna', { salt: 's', hash: 'h' });
  store.held.erase(first, now);
  expect(store.held.countsOf('anna').pins).toBe(1);
  expect(store.credentials.find(first)).toBeUndefined();
  expect(store.credentials.find(second)).toMatchObject({ state: 'active', voice: template(2) });
  expect(store.seen.voice('anna').traces).toHaveLength(1);
  store.held.erase(second, now);
  expect(store.held.countsOf('anna')).toEqual({ earlier: 0, heard: 0, tries: 0, pins: 0 });
  expect(store.pins.takeTry('anna')).toBeUndefined();
});

it('neither a lock nor a count of tries is lifted by an erasure: each goes when it is over', () => {
  const { store, issue } = held();
  const handle = issue('anna');
  store.strikes.put('anna', 'verify', { failures: 5, lockedUntil: now + 1000 });
  store.strikes.put('anna', 'move', { failures: 1, lockedUntil: 0 });
  store.tries.put('anna', 'a', { tries: 3, since: now, passed: true });
  store.tries.put('anna', 'b', { tries: 0, since: now, passed: true });
  store.held.erase(handle, now);
  expect(store.strikes.of('anna', 'verify').lockedUntil).toBe(now + 1000);
  expect(store.strikes.of('anna', 'move').failures).toBe(0);
  expect(store.tries.of('anna', 'a')).toMatchObject({ tries: 3, passed: false });
  expect(store.tries.of('anna', 'b')).toBeUndefined();
  store.held.forgetVoid(now + 1001);
  expect(store.strikes.of('anna', 'verify')).toEqual({ failures: 0, lockedUntil: 0 });
  store.tries.purge(now + 1);
  expect(store.tries.of('anna', 'a')).toBeUndefined();
});

it('what is void goes a month after it was seen to be, with its person where nobody else is alive', () => {
  const { store, issue, hear } = held();
  const [old, present] = [issue('anna'), issue('anna')];
  hear('anna');
  store.held.forgetVoid(now);
  store.held.forgetVoid(now + limits.voidKept);
  expect(store.credentials.find(old)).toBeDefined();
  store.held.forgetVoid(now + limits.voidKept + 1);
  expect([store.credentials.find(old), store.credentials.find(present)?.state]).toEqual([
    undefined,
    'active',
  ]);
  const credential = store.credentials.find(present);
  if (credential !== undefined) store.credentials.put({ ...credential, state: 'void', reason: 'expired' });
  store.held.forgetVoid(now);
  store.held.forgetVoid(now + limits.voidKept + 1);
  expect(store.credentials.find(present)).toBeUndefined();
  expect(store.seen.voice('anna').traces).toEqual([]);
});
