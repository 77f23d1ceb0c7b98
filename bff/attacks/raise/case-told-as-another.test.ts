import { expect, it, vi } from 'vitest';
import {
  beginReviewCall,
  listReviewsCall,
  type ToldCases,
} from '../../../shared/contract/raise/08-decision.ts';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import * as limits from '../../../shared/limits.ts';
import type { RaiseDecision } from '../../../shared/raise/decision.ts';
import { readCases } from '../../web/officer/call/read-told.ts';
import { signReview } from '../../web/officer/call/sign-word.ts';
import { judgingOf, shiftOf } from '../world/officers-page.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { applicant, officerAt, raiseThrough } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const handOn: RaiseDecision = {
  outcome: 'review',
  cardGenuine: true,
  faceUnnatural: false,
  doubt: 'another-doubt',
};
const officer = await officerAt(world);
for (const who of [await applicant(world), await applicant(world)])
  await raiseThrough(officer, who, { decision: handOn });
const reviewer = await officerAt(world, 'south');
const shift = shiftOf(reviewer);
const given = await reviewer.browser.call(listReviewsCall);
const shown = (told: ToldCases, changes = {}) => readCases(told, shift, judgingOf(world, changes)).cases;
const [honest, accomplice] = shown(given);
if (honest === undefined || accomplice === undefined) throw new Error('nothing waits');

it('what the page shows of a case is the authority’s word to this shift, of now', async () => {
  const other = await officerAt(world, 'south');
  const toAnother = await other.browser.call(listReviewsCall);
  expect(() => shown(toAnother)).toThrow('authority-unproved');
  const later = { now: world.clock.at + limits.reviewTold + limits.clockSkew + 1000 };
  expect(() => shown(given, later)).toThrow('authority-unproved');
});

it('no BFF writes another name on a case', () => {
  const [jws = ''] = given.cases;
  const [head = '', payload = '', signature = ''] = jws.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const renamed = { ...claims, caseId: accomplice.caseId };
  const written = Buffer.from(JSON.stringify(renamed)).toString('base64url');
  const own = makeDeviceKey(random).privateKey;
  const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString());
  const bySelf = signEs256({ header: { typ: 'lz-review-case+jwt', kid }, payload: renamed, privateKey: own });
  for (const forged of [`${head}.${written}.${signature}`, bySelf])
    expect(() => shown({ ...given, cases: [forged] })).toThrow('authority-unproved');
});

it.each(['caseId', 'reference', 'cause', 'decision', 'cardRead', 'decidedAt', 'evidence'] as const)(
  'nor has a passkey sign a case with the %s of another',
  async (field) => {
    const sign = vi.fn(async (options: object) => reviewer.passkey.sign(reviewer.asked(options)));
    const params = { caseId: accomplice.caseId };
    const begun = await reviewer.browser.call(beginReviewCall, params, { body: { outcome: 'confirm' } });
    const others = {
      ...{ caseId: honest.caseId, reference: honest.reference, cause: 'drawn', cardRead: 'typed' },
      ...{ decidedAt: accomplice.decidedAt + 1, evidence: honest.evidence },
      decision: { ...handOn, exception: 'no-face' },
    } as const;
    const reviewed = { ...accomplice, [field]: others[field] };
    const of = { reviewed, review: { outcome: 'confirm' }, shift } as const;
    await expect(signReview(begun, of, sign)).rejects.toThrow('asked-to-sign-another');
    expect(sign).not.toHaveBeenCalled();
    await signReview(begun, { ...of, reviewed: accomplice }, sign);
    expect(sign).toHaveBeenCalledOnce();
  },
);
