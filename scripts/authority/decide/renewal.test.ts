import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { validityEnd } from '../../../shared/card-validity.ts';
import { packIdentity } from '../../../shared/sample/pack-identity.ts';
import {
  type Authority,
  applyBody,
  attempt,
  citizen,
  deviceThumbprint,
  enrol,
  makeDevice,
  startAuthority,
  verifyBody,
} from '../authority.fixture.ts';
import { passingEngines, template } from '../engines/passing-engines.fixture.ts';
import type { Template } from '../ports/engines.ts';
import { credentialNow } from '../register/credential-standing.ts';

const nextCard = '2046-11-21';
const identity = (validUntil: string) => ({ identity: packIdentity({ ...citizen, validUntil }) });

let authority: Authority;
let compared: readonly Template[];
/** Whether who stands there looks like the one who was enrolled. */
let looksEnrolled: boolean;
beforeEach(() => {
  looksEnrolled = true;
  const enrolled = template(77);
  authority = startAuthority({
    engines: passingEngines({
      face: {
        decide: async ({ references }) => {
          compared = references;
          const other = !looksEnrolled && references.some(({ bytes }) => bytes[0] === 77);
          return { findings: other ? ['other-face'] : [], digests: [], template: enrolled };
        },
      },
    }),
  });
});
afterEach(() => authority.stop());

const store = () => authority.ports().store.credentials;
const now = (handle: string) => credentialNow(authority.ports(), handle);

/** A strict credential whose card has that last day. */
async function strict(validUntil = '2026-12-31'): Promise<string> {
  const { credential = '' } = await attempt(authority, applyBody(), identity(validUntil));
  const issued = store().find(credential);
  if (issued === undefined) throw new Error('not enrolled');
  store().put({ ...issued, level: 'strict' });
  return credential;
}

describe('the end of a card', () => {
  it('ends the credential at midnight in China, in whichever state it is, and its templates go', async () => {
    const handle = await strict('2026-12-31');
    expect(now(handle)).toMatchObject({ state: 'active', endsAt: validityEnd('2026-12-31') });
    authority.clock.at = Date.parse('2026-12-31T23:59:59+08:00');
    expect(now(handle)).toMatchObject({ state: 'active' });
    authority.clock.at += 1_000;
    expect(now(handle)).toMatchObject({ state: 'void', reason: 'expired' });
    await expect(attempt(authority, verifyBody(handle))).rejects.toThrow('credential-void');
  });

  it('is told with the verdict that issues it, and with none where the card is for life', async () => {
    const verdict = await attempt(authority, applyBody(), identity('2030-01-02'));
    expect(verdict.endsAt).toBe(validityEnd('2030-01-02'));
    expect((await attempt(authority, applyBody())).endsAt).toBeUndefined();
  });
});

describe('a renewal', () => {
  it('keeps strict by the face that was enrolled beside the photo, and ends with the new card', async () => {
    const before = await strict();
    const { credential = '', level } = await attempt(authority, applyBody(), identity(nextCard));
    expect(level).toBe('strict');
    expect(compared.map(({ bytes }) => bytes[0])).toEqual([expect.any(Number), 77]);
    expect(now(credential)).toMatchObject({ level: 'strict', endsAt: validityEnd(nextCard) });
    expect(now(before)).toMatchObject({ state: 'void', reason: 'superseded' });
  });

  it('by another face that fits the photo renews nothing, and leaves what was there', async () => {
    const before = await strict();
    looksEnrolled = false;
    const tried = await attempt(authority, applyBody(), identity(nextCard));
    expect(tried).toMatchObject({ outcome: 'retry', hints: ['identity-not-matched'] });
    expect(now(before)).toMatchObject({ state: 'active', level: 'strict' });
  });

  it('keeps the voice that was enrolled, whoever speaks now', async () => {
    const before = await strict();
    const heard = store().find(before)?.voice;
    authority.ports().engines.voice.enrol = async () => ({ ok: true, template: template(99) });
    const { credential = '' } = await attempt(authority, applyBody(), identity(nextCard));
    expect(store().find(credential)?.voice).toEqual(heard);
  });

  it('brings none in the place of a voice that was taken back, and forgets not that it was', async () => {
    const before = await strict();
    authority.ports().store.held.withdrawVoice(store().find(before)?.person ?? '');
    const { credential = '' } = await attempt(authority, applyBody(), identity(nextCard));
    expect(store().find(credential)).toMatchObject({
      ...{ level: 'strict', hasVoice: false, voiceWithdrawn: true, voice: undefined },
    });
  });

  it.each([
    ['from another device', { deviceThumbprint: makeDevice().thumbprint }, 'active'],
    ['of what is frozen', {}, 'frozen'],
    ['of what lost its card', {}, 'card-reported-lost'],
    ['of what lost its phone’s place', {}, 'unusable'],
    ['of what is suspended', {}, 'suspended'],
  ] as const)('%s brings basic, as to anybody', async (_, changes, state) => {
    const before = store().find(await strict());
    if (before === undefined) throw new Error('not enrolled');
    store().put({ ...before, state });
    const { level } = await attempt(authority, applyBody(changes), identity(nextCard));
    expect(level).toBe('basic');
  });

  it.each(['long-term', '2046-11-22'])(
    'is none with a date that no card of this person has: %s',
    async (date) => {
      const before = await strict();
      const tried = await attempt(authority, applyBody(), identity(date));
      expect(tried).toMatchObject({ outcome: 'retry', hints: ['identity-not-matched'] });
      expect(now(before)).toMatchObject({ state: 'active', level: 'strict' });
    },
  );

  it('of a basic credential is an application like any other', async () => {
    const before = await enrol(authority);
    expect(store().find(before)).toMatchObject({ device: deviceThumbprint });
    const { level } = await attempt(authority, applyBody(), identity('2099-12-31'));
    expect(level).toBe('basic');
  });
});
