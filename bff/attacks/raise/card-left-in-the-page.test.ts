import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { relayCardCall } from '../../../shared/contract/raise/03-card.ts';
import { cardDraft } from '../../web/officer/card/card-draft.ts';
import { toldTo } from '../world/officers-page.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { applicant, cardOf, endOf, lookedAt, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('whoever sits down at the desk after the decision finds no card in the page: it was gone as it was sealed', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const { sessionId } = await lookedAt(officer, who);
  const draft = cardDraft(random);
  draft.take(cardOf(who));
  const sealed = await draft.seal(toldTo(world, officer, await officer.view(sessionId)));
  expect(JSON.stringify(draft.now())).not.toMatch(
    new RegExp(`${who.identity.name}|${who.identity.idNumber}`),
  );
  expect(Buffer.from(sealed.envelope).includes(who.identity.idNumber)).toBe(false);
  await officer.browser.call(relayCardCall, { sessionId }, { body: sealed.envelope });
  await officer.decide(sessionId, yes);
  expect(await endOf(who, sessionId)).toBe('passed');
  draft.wipe();
  expect(draft.now()).toEqual({ is: 'empty' });
});

it('nor one that could not be sealed', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const { sessionId } = await lookedAt(officer, who);
  const draft = cardDraft(() => new Uint8Array(0));
  draft.take(cardOf(who));
  const told = toldTo(world, officer, await officer.view(sessionId));
  await expect(draft.seal(told)).rejects.toThrow();
  expect(draft.now()).toEqual({ is: 'empty' });
});
