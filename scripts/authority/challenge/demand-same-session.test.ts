import { describe, expect, it, onTestFinished } from 'vitest';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { asId } from '../../../shared/ids.ts';
import type { Scene } from '../../../shared/scenes.ts';
import {
  askChallenge,
  attempt,
  enrol,
  registrant,
  startAuthority,
  verifyBody,
} from '../authority.fixture.ts';
import { passingEngines, template } from '../engines/passing-engines.fixture.ts';
import { demandSameSession } from './demand-same-session.ts';

/** Every face but the first is another's: the first enrols. */
async function begin() {
  let seen = 0;
  const authority = startAuthority({
    engines: passingEngines({
      face: {
        decide: async () => ({
          findings: seen++ > 0 ? ['other-face'] : [],
          digests: [],
          template: template(1),
        }),
      },
    }),
  });
  onTestFinished(() => authority.stop());
  const handle = await enrol(authority);
  return { authority, base: verifyBody(handle, { consent: { face: true, voice: false } }), handle };
}

describe('a session at the authority', () => {
  it('ends for a phone with its failure: a BFF that asks on gets no second look', async () => {
    const { authority, base, handle } = await begin();
    expect((await attempt(authority, base)).outcome).toBe('fail');
    await expect(askChallenge(authority, { ...base, attempt: 2 })).rejects.toThrow('session-over');
    const { store } = authority.ports();
    const person = store.credentials.find(asId('crd', handle))?.person ?? '';
    expect(store.strikes.of(person, 'verify').failures).toBe(1);
  });

  it('goes on for another phone where the first has failed: who scanned late keeps nobody from a check', async () => {
    const { authority, base } = await begin();
    await attempt(authority, base);
    const deviceThumbprint = encodeBase64url(new Uint8Array(32).fill(9));
    const others = { ...base, attempt: 2, uncounted: 1, deviceThumbprint };
    expect(() => demandSameSession(authority.ports(), others)).not.toThrow();
  });

  it.each([
    ['counter', { rpId: 'rp_shop', counterId: 'cnt_shop-1' }],
    ['scene', { scene: 'parcel', purpose: 'send' }],
    ['purpose', { purpose: 'visit' }],
    ['level', { level: 'strict' as const }],
  ])('has one %s for all its attempts', async (_, changed) => {
    const { authority, base } = await begin();
    const { counters } = authority.ports().store;
    const scenes: Scene[] = ['hotel', 'parcel'];
    counters.put({ ...registrant, scenes });
    counters.put({ ...registrant, rpId: 'rp_shop', rpName: '测试快递', counterId: 'cnt_shop-1', scenes });
    await askChallenge(authority, base);
    await expect(askChallenge(authority, { ...base, ...changed, attempt: 2 })).rejects.toThrow(
      'request-invalid',
    );
  });
});
