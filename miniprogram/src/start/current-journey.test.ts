import { beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeUtf8 } from '../../../shared/bytes/utf8.ts';
import type { Ceremony } from '../../../shared/ceremonies.ts';
import { newId } from '../../../shared/ids.ts';
import type { Holder } from '../holder/holder.ts';
import { agree } from '../journey/answer.ts';
import { awaitOutcome } from '../journey/await-outcome.ts';
import { nextStep } from '../journey/next-step.ts';
import { switchToStaff } from '../journey/switch-to-staff.ts';
import { takeFace, takeVoice } from '../journey/take-samples.ts';
import { login } from '../login/01-login.ts';
import { problemAnswer } from '../testing/fake-bff.ts';
import { type Rig, setUp, testRandom } from '../testing/set-up.ts';
import { forgetArrival } from './arrived.ts';
import {
  currentForm,
  dropJourney,
  endedJourneyOf,
  journeyOf,
  resumeJourney,
  startApplication,
  startCheck,
  tryWithoutVoice,
} from './current-journey.ts';
import { forgetReceipts, receipts } from './receipts.ts';

let here: Holder;
vi.mock('./ensure-logged-in.ts', () => ({ ensureLoggedIn: async () => here }));
vi.mock('./open-holder.ts', () => ({ openHolder: async () => here }));

const code = 'https://bff.test/q/1.x.1.y';
const listener = { onOpen: () => undefined, heard: () => true };
const both = { face: true, voice: true };
const identity = { name: '林知遥', idNumber: '990001199904121101', validUntil: 'long-term' };

let rig: Rig;
async function phone(ceremony: Ceremony = 'verify') {
  rig = await setUp(ceremony);
  here = rig.holder;
  await login(here);
  dropJourney();
  forgetReceipts();
  forgetArrival();
}
beforeEach(() => phone());

describe('the journey of the app', () => {
  it('goes on as it was where its code is scanned again, or a page looks again', async () => {
    const journey = await startCheck(code);
    agree(journey, both);
    expect(await startCheck(code)).toBe(journey);
    expect(await resumeJourney(journey.view.id)).toBe(journey);
    expect(nextStep(journey).at).toBe('face');
  });

  it('is one, also where two pages look at once after a reload', async () => {
    const { id } = rig.bff.view;
    const [one, other] = await Promise.all([resumeJourney(id), resumeJourney(id)]);
    expect(one).toBe(other);
    expect(journeyOf(id)).toBe(one);
  });

  it('leaves a receipt when it ends, and one that ended before as well', async () => {
    const journey = await startCheck(code);
    await switchToStaff(journey);
    expect(receipts()).toMatchObject([{ id: journey.view.id, outcome: 'declined' }]);
    dropJourney();
    forgetReceipts();
    await resumeJourney(journey.view.id);
    expect(receipts()).toMatchObject([{ id: journey.view.id, outcome: 'declined' }]);
  });
});

describe('the end of a journey', () => {
  it('is known once the session or the attempt has ended', async () => {
    rig.bff.outcomes = ['too-dark', 'pass'];
    const journey = await startCheck(code);
    for (const state of ['claimed', 'passed']) {
      agree(journey, { face: true, voice: false });
      await takeFace(journey, () => undefined);
      expect(endedJourneyOf(journey.view.id)).toBeUndefined();
      await awaitOutcome(journey);
      expect(endedJourneyOf(journey.view.id)).toBe(journey);
      expect(journey.view.state).toBe(state);
    }
  });

  it('is asked for where a step found the session over, and not taken for another try', async () => {
    const journey = await startCheck(code);
    agree(journey, both);
    rig.bff.before = (what, serve) => (what === 'POST challenge' ? problemAnswer('session-over') : serve());
    await expect(takeFace(journey, () => undefined)).rejects.toMatchObject({ code: 'session-over' });
    expect(endedJourneyOf(journey.view.id)).toBeUndefined();
  });
});

describe('an application', () => {
  it('goes on where the person may correct it, and not after a reload: nothing is agreed to then', async () => {
    await phone('apply');
    const journey = await startApplication(both, { identity });
    expect(currentForm('apply')).toBe(journey);
    dropJourney();
    expect(await resumeJourney(journey.view.id)).not.toBe(journey);
    expect(currentForm('apply')).toBeUndefined();
  });
});

describe('a phone whose recordings cannot be used', () => {
  const kinds = () => rig.bff.samples.map(({ kind }) => kind);

  it('is checked by the face alone in the next try', async () => {
    rig.bff.outcomes = ['recording-unreadable', 'pass'];
    const journey = await startCheck(code);
    agree(journey, both);
    await takeFace(journey, () => undefined);
    await takeVoice(journey, listener);
    await awaitOutcome(journey);
    expect(await tryWithoutVoice(journey)).toBe(journey);
    await takeFace(journey, () => undefined);
    await awaitOutcome(journey);
    expect(journey.view.state).toBe('passed');
    expect(kinds()).toEqual(['face', 'voice', 'face']);
  });

  it('asks anew after a reload, the voice left out beforehand', async () => {
    rig.bff.view = { ...rig.bff.view, hints: ['recording-unreadable'] };
    const journey = await tryWithoutVoice(await resumeJourney(rig.bff.view.id));
    expect(nextStep(journey).at).toBe('confirm');
    expect(journey.consent).toEqual({ face: true, voice: false });
  });

  it('applies by the face alone with what was typed, the photo too', async () => {
    await phone('apply');
    const opened: unknown[] = [];
    const { request } = rig.platform;
    rig.platform.request = (asked) => {
      if (asked.url.endsWith('/applications'))
        opened.push(JSON.parse(decodeUtf8(asked.body ?? new Uint8Array())));
      return request(asked);
    };
    const idPhoto = new Uint8Array(2_000).fill(9);
    const first = await startApplication(both, { identity, idPhoto });
    rig.bff.view = { ...rig.bff.view, id: newId('ses', testRandom) };
    const second = await tryWithoutVoice(first);
    expect(opened).toMatchObject([{ consent: both }, { consent: { face: true, voice: false } }]);
    expect(currentForm('apply')).toBe(second);
    expect(second.typed).toEqual({ identity, idPhoto: new Uint8Array(2_000).fill(9) });
    expect(first.typed).toBeUndefined();
    expect(idPhoto.every((byte) => byte === 0)).toBe(true);
  });
});
