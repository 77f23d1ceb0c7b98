import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { relayCardCall } from '../../../shared/contract/raise/03-card.ts';
import { packPin } from '../../../shared/sample/pack-pin.ts';
import { signDecision } from '../../web/officer/call/sign-word.ts';
import { cardDraft } from '../../web/officer/card/card-draft.ts';
import { attendantAt } from '../world/assist.fixture.ts';
import { shiftOf, toldTo } from '../world/officers-page.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { applicant, cardOf, officerAt, samplesOf } from '../world/raise.fixture.ts';
import { sealingBff } from '../world/sealing-bff.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const pin = '928374';

it('a BFF sets nobody a PIN at a raise that asked for none, and a stolen card passes nowhere by it', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  // It says to the authority that a PIN is wanted, and seals one in the name of the officer's browser.
  const bff = sealingBff(world, { pin: true });
  const { sessionId } = await samplesOf(officer, who, await officer.open());
  bff.stop();
  const told = toldTo(world, officer, await officer.view(sessionId));
  const draft = cardDraft(random);
  draft.take(cardOf(who));
  const { envelope } = await draft.seal(told);
  await officer.browser.call(relayCardCall, { sessionId }, { body: envelope });
  expect(await bff.bring('pin', packPin(pin))).toEqual(['sample-refused', 'sample-refused']);
  await expect(officer.begin(sessionId, yes)).rejects.toMatchObject({ code: 'step-out-of-order' });

  const attendant = await attendantAt(world);
  const check = await world.hotel.open();
  expect((await attendant.assist(check.sessionId, cardOf(who), { pin })).state).not.toBe('passed');
});

it('and the page has no decision signed over a PIN that was not typed at it', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const session = await officer.open();
  await officer.wantPin(session.sessionId);
  const { sessionId } = await samplesOf(officer, who, session);
  const told = toldTo(world, officer, await officer.view(sessionId));
  const draft = cardDraft(random);
  draft.take(cardOf(who));
  const { envelope, digest: card } = await draft.seal(told);
  await officer.browser.call(relayCardCall, { sessionId }, { body: envelope });
  // One that the holder typed, at whatever screen: this page has not sent it.
  await officer.bringPin(sessionId, pin);
  const begun = await officer.begin(sessionId, yes);
  expect(begun.evidence.map(({ kind }) => kind)).toContain('pin');
  const of = { claims: told.claims, shift: shiftOf(officer), decision: yes };
  const sign = async (options: object) => officer.passkey.sign(officer.asked(options));
  for (const sent of [{ card }, { card, pin: card }])
    await expect(signDecision(begun, { ...of, sent }, sign)).rejects.toThrow('asked-to-sign-another');
  const typed = begun.evidence.find(({ kind }) => kind === 'pin')?.digest ?? '';
  const signed = signDecision(begun, { ...of, sent: { card, pin: typed } }, sign);
  await expect(signed).resolves.toMatchObject({ ceremony: begun.ceremony });
});
