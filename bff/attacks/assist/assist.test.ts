import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { shownToday } from '../../../shared/consent/agreed.fixture.ts';
import { consentVersion } from '../../../shared/consent/consent-forms.ts';
import { hashConsentText } from '../../../shared/consent/hash-consent-text.ts';
import { textsAtCounter } from '../../../shared/consent/texts-at-counter.ts';
import {
  type AssistChallengeBody,
  assistChallengeCall,
} from '../../../shared/contract/assist/03-challenge.ts';
import { attendantAt, guest, pin, spoken } from '../world/assist.fixture.ts';
import { handleOf } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const checkIn = { scene: 'hotel', purpose: 'check-in' } as const;

it('a guest without a phone passes with the card and the PIN, and the hotel has its result', async () => {
  const [attendant, who] = [await attendantAt(world), await guest(world)];
  const { sessionId } = await world.hotel.open();
  expect(await attendant.assist(sessionId, who.card, { pin })).toMatchObject({ state: 'passed' });
  const { body } = await world.hotel.ask('GET', `/counter/v1/sessions/${sessionId}`);
  expect(body).toMatchObject({ state: 'passed', level: 'basic', result: expect.any(String) });
});

it('or says six digits, where a voice was enrolled', async () => {
  const [attendant, who] = [await attendantAt(world), await guest(world)];
  const { sessionId } = await attendant.openCheck(checkIn);
  const view = await attendant.assist(sessionId, who.card, { say: spoken });
  expect(view.state).toBe('passed');
  // The authority alone knows whose consent it was, and keeps which words were read.
  const kept = new DatabaseSync(world.authority.file, { readOnly: true });
  const rows = kept.prepare('select handle, form, version, hash from credential_consents').all();
  kept.close();
  const hash = hashConsentText(textsAtCounter.assist.voice, 'zh');
  const handle = await handleOf(who.phone);
  expect(rows).toEqual([{ handle, form: 'assist', version: consentVersion, hash }]);
});

it('a voice is asked for in today’s words, or not at all', async () => {
  const attendant = await attendantAt(world);
  const { sessionId } = await attendant.openCheck(checkIn);
  await attendant.take(sessionId);
  const ask = (body: AssistChallengeBody) =>
    attendant.browser.call(assistChallengeCall, { sessionId }, { body }).then(
      () => 'asked',
      (refusal: unknown) => Object(refusal).code,
    );
  const older = { version: '2026-11-29', language: 'zh' } as const;
  expect(await ask({ voice: true, text: older })).toBe('consent-outdated');
  expect(await ask({ voice: true })).toBe('request-invalid');
  expect(await ask({ voice: false, text: shownToday })).toBe('request-invalid');
  expect(await ask({ voice: true, text: shownToday })).toBe('asked');
});
