import { createHash } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { relayCardCall } from '../../../shared/contract/raise/03-card.ts';
import { beginDecisionCall } from '../../../shared/contract/raise/08-decision.ts';
import * as limits from '../../../shared/limits.ts';
import { signDecision } from '../../web/officer/call/sign-word.ts';
import { cardDraft } from '../../web/officer/card/card-draft.ts';
import { shiftOf, toldTo } from '../world/officers-page.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { applicant, cardOf, lookedAt, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const no = { ...yes, outcome: 'refuse', doubt: 'face-differs' } as const;
const [officer, who] = [await officerAt(world), await applicant(world)];
const { sessionId } = await lookedAt(officer, who);
const draft = cardDraft(random);
draft.take(cardOf(who));
const told = toldTo(world, officer, await officer.view(sessionId));
const { envelope, digest: card } = await draft.seal(told);
await officer.browser.call(relayCardCall, { sessionId }, { body: envelope });
const begin = (decision: object) =>
  officer.browser.call(beginDecisionCall, { sessionId }, { body: { decision } });
const of = { claims: told.claims, shift: shiftOf(officer), sent: { card }, decision: no };
const sign = vi.fn(async (options: object) => officer.passkey.sign(officer.asked(options)));

it('an officer who says no is not had to sign a yes: the page computes what is signed from what stands on it', async () => {
  await expect(signDecision(await begin(yes), of, sign)).rejects.toThrow('asked-to-sign-another');
  expect(sign).not.toHaveBeenCalled();
});

it('nor to sign over another card than the one that was sealed here, over one that was not, or over fewer samples', async () => {
  const begun = await begin(no);
  const digest = createHash('sha256').update('another').digest('base64url');
  const swapped = begun.evidence.map((each) => (each.kind === 'card' ? { ...each, digest } : each));
  const fewer = begun.evidence.filter(({ kind }) => kind !== 'face');
  for (const evidence of [swapped, fewer, []])
    await expect(signDecision({ ...begun, evidence }, of, sign)).rejects.toThrow('asked-to-sign-another');
  await expect(signDecision(begun, { ...of, sent: {} }, sign)).rejects.toThrow('asked-to-sign-another');
  expect(sign).not.toHaveBeenCalled();
});

it('that its owner was verified, and for whom is signed, is for the page to say and not for who answers', async () => {
  const begun = await begin(no);
  const changed = { userVerification: 'discouraged', rpId: 'evil.example', extensions: { prf: {} } };
  await signDecision({ ...begun, options: { ...begun.options, ...changed } }, of, sign);
  const [[asked] = []] = sign.mock.calls;
  expect(asked).toEqual({
    ...{ challenge: expect.any(String), timeout: limits.officerDecision, userVerification: 'required' },
    allowCredentials: [{ id: officer.passkey.id, type: 'public-key' }],
  });
  sign.mockClear();
});

it('what stands on the page is signed, once', async () => {
  await signDecision(await begin(no), of, sign);
  expect(sign).toHaveBeenCalledOnce();
});
