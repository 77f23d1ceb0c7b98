import { describe, expect, it } from 'vitest';
import { startHolder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { checkWhoAsks } from '../holder/who-asks.ts';
import type { Change } from '../testing/fake-authority.ts';
import { type Rig, setUp } from '../testing/set-up.ts';
import { type Agreed, checkChallenge } from './check-challenge.ts';

const both = { face: true, voice: true };

function issue({ bff, holder }: Rig, change: Change = {}) {
  const { ceremony } = bff;
  const { id, asks } = bff.view;
  const { rpId = '', counterId = '', scene = '', purpose = '', level = 'basic' } = asks ?? {};
  const issued = bff.authority.issue(
    {
      ...{ ceremony, sessionId: id, rpId, counterId, scene, purpose, level },
      deviceThumbprint: holder.device.thumbprint,
      attempt: 1,
      consent: { face: true, voice: true },
    },
    change,
  );
  return { ...issued, session: bff.view };
}

async function refusal(change: Change, agreed: Partial<Agreed> = {}, prepare: (rig: Rig) => void = () => {}) {
  const rig = await setUp();
  const answer = issue(rig, change);
  const view = checkWhoAsks(rig.holder, rig.bff.view);
  prepare(rig);
  try {
    checkChallenge(rig.holder, answer, { view, consent: both, ...agreed });
    return 'accepted';
  } catch (problem) {
    return problem instanceof HolderProblem ? `${problem.code} ${problem.why}` : problem;
  }
}

describe('the challenge check', () => {
  it('accepts what the authority issued for this session, with the key to seal to', async () => {
    const rig = await setUp();
    const checked = checkChallenge(rig.holder, issue(rig), {
      view: checkWhoAsks(rig.holder, rig.bff.view),
      consent: both,
    });
    expect(checked.sealKey).toMatchObject({ keyId: 'seal-1', suite: 17 });
    expect(checked.claims).toEqual(rig.bff.authority.last());
  });

  it.each<[string, Change]>([
    ['key-list-signature', { otherRoot: true }],
    ['key-list-sandbox', { keyList: { sandbox: false } }],
    ['key-list-expired', { keyList: { exp: 1_000 } }],
    ['key-list-not-yet', { keyList: { iat: 1_990_000_000 } }],
    ['challenge-signature', { otherKey: true }],
    ['challenge-issuer', { claims: { iss: 'another' } }],
    ['challenge-issuer', { claims: { sandbox: false } }],
    ['challenge-expired', { claims: { exp: 1_789_999_900 } }],
    ['challenge-not-yet', { claims: { iat: 1_790_000_100 } }],
    ['other-ceremony', { claims: { ceremony: 'apply' } }],
    ['other-session', { claims: { sessionId: 'ses_AAAAAAAAAAAAAAAAAAAAAA' } }],
    ['other-rp', { claims: { rpId: 'rp_other' } }],
    ['other-rp', { claims: { rpName: 'Another Hotel' } }],
    ['other-counter', { claims: { counterId: 'cnt_other' } }],
    ['other-purpose', { claims: { scene: 'parcel' } }],
    ['other-purpose', { claims: { purpose: 'visit' } }],
    ['other-level', { claims: { level: 'strict' } }],
    ['other-device', { claims: { deviceThumbprint: 'A'.repeat(43) } }],
    ['no-turn', { claims: { prompts: ['nod', 'open-mouth'] } }],
    ['samples-missing', { claims: { samples: ['voice'] } }],
    ['samples-missing', { claims: { samples: ['face', 'face'] } }],
    ['sample-not-agreed', { claims: { samples: ['face', 'identity'] } }],
    ['sample-not-agreed', { claims: { samples: ['face', 'voice', 'pin'] } }],
    ['challenge-form', { claims: { nonce: 'short' } }],
    ['challenge-form', { claims: { prompts: ['turn-left'] } }],
    ['seal-key-unknown', { claims: { sealKeyId: 'seal-9' } }],
  ])('refuses: %s (%#)', async (why, change) => {
    expect(await refusal(change)).toBe(`authority-untrusted ${why}`);
  });

  it('refuses a voice that the person did not consent to', async () => {
    const consent = { face: true, voice: false };
    expect(await refusal({}, { consent })).toBe('authority-untrusted sample-not-agreed');
  });

  it('lets a platform take the face only where its owner was told so before', async () => {
    const byPlatform: Change = { claims: { samples: ['platform-face', 'voice'] } };
    expect(await refusal(byPlatform)).toBe('authority-untrusted sample-not-agreed');
    const told = (rig: Rig) => {
      rig.holder.link.faceBy = 'wechat';
    };
    expect(await refusal(byPlatform, {}, told)).toBe('accepted');
    expect(await refusal({}, {}, told)).toBe('accepted');
    const twice: Change = { claims: { samples: ['face', 'platform-face'] } };
    expect(await refusal(twice, {}, told)).toBe('authority-untrusted sample-not-agreed');
  });

  it('refuses a key list that is older than one it has seen', async () => {
    const rig = await setUp();
    const agreed = { view: checkWhoAsks(rig.holder, rig.bff.view), consent: both };
    checkChallenge(rig.holder, issue(rig, { keyList: { version: 5 } }), agreed);
    expect(() => checkChallenge(rig.holder, issue(rig, { keyList: { version: 4 } }), agreed)).toThrow(
      'authority-untrusted',
    );
    checkChallenge(rig.holder, issue(rig, { keyList: { version: 6 } }), agreed);
  });

  it('does not learn a version from a list whose challenge is refused', async () => {
    const rig = await setUp();
    const agreed = { view: checkWhoAsks(rig.holder, rig.bff.view), consent: both };
    const forged = issue(rig, { keyList: { version: 900 }, otherKey: true });
    expect(() => checkChallenge(rig.holder, forged, agreed)).toThrow('authority-untrusted');
    checkChallenge(rig.holder, issue(rig), agreed);
  });

  it('bears a phone whose clock is some seconds off', async () => {
    for (const seconds of [85, -25]) {
      const move = (rig: Rig) => {
        rig.time.now += seconds * 1000;
      };
      expect(await refusal({}, {}, move)).toBe('accepted');
    }
  });

  const hour = 3_600_000;
  const day = 24 * hour;
  /** The phone is so far ahead, and knows the BFF's time. */
  const off = (ahead: number) => (rig: Rig) => {
    rig.time.phoneAhead = ahead;
    rig.holder.link.clockAhead = -ahead;
  };

  it.each([
    ['three hours ahead', 3 * hour],
    ['almost a day ahead', day - 60_000],
    ['eight hours behind', -8 * hour],
    ['in 2000', 946_684_800_000 - 1_790_000_000_000],
    ['in 1970', -1_790_000_000_000],
  ])('goes by the time of the BFF on a phone that is %s', async (_, ahead) => {
    expect(await refusal({}, {}, off(ahead))).toBe('accepted');
    const ranOut: Change = { claims: { exp: 1_789_999_900 } };
    expect(await refusal(ranOut, {}, off(ahead))).toBe('clock-wrong undefined');
  });

  it('names the clock where the phone is days ahead', async () => {
    expect(await refusal({}, {}, off(400 * day))).toBe('clock-wrong undefined');
  });

  describe('a BFF that lies about the time', () => {
    const then = 1_790_000_000 - 30 * 24 * 3600;
    const old: Change = {
      keyList: { iat: then - 60, exp: then + 3600 },
      claims: { iat: then, exp: then + 60 },
    };
    /** The BFF speaks of a month ago. */
    const lie = (rig: Rig) => {
      rig.holder.link.clockAhead = then * 1000 - rig.holder.platform.clock.now();
    };

    it('brings no old key list back to a phone whose clock is right', async () => {
      expect(await refusal(old, {}, lie)).toBe('clock-wrong undefined');
    });

    it('brings no old key list back to a phone whose clock is behind, once that has seen a newer one', async () => {
      const behind = (rig: Rig) => {
        rig.time.phoneAhead = -1_790_000_000_000;
        rig.holder.link.newestKeyList = { version: 0, iat: 0 };
        lie(rig);
      };
      expect(await refusal(old, {}, behind)).toBe('accepted');
      const seenNewer = (rig: Rig) => {
        behind(rig);
        rig.holder.link.newestKeyList = { version: 1, iat: 1_789_990_000 };
      };
      expect(await refusal(old, {}, seenNewer)).toBe('clock-wrong undefined');
    });

    it('makes nothing valid that is not yet, nor good lists last longer than they say', async () => {
      const ahead = (rig: Rig) => {
        rig.holder.link.clockAhead = 30 * day;
      };
      expect(await refusal({}, {}, ahead)).toBe('clock-wrong undefined');
    });
  });

  it('takes no older key list after a restart either, while the authority has the same root', async () => {
    const rig = await setUp();
    const agreed = { view: checkWhoAsks(rig.holder, rig.bff.view), consent: both };
    checkChallenge(rig.holder, issue(rig, { keyList: { version: 5 } }), agreed);
    const again = await startHolder(rig.holder);
    expect(again.link.newestKeyList).toEqual({ version: 5, iat: rig.time.now / 1000 });
    expect(() => checkChallenge(again, issue(rig, { keyList: { version: 4 } }), agreed)).toThrow(
      'authority-untrusted',
    );
    const other = (await setUp()).holder.trust;
    expect((await startHolder({ ...rig.holder, trust: other })).link.newestKeyList.version).toBe(0);
  });
});
