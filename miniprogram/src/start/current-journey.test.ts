import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ceremony } from '../../../shared/ceremonies.ts';
import type { Holder } from '../holder/holder.ts';
import { agree, giveUp } from '../journey/answer.ts';
import { awaitOutcome } from '../journey/await-outcome.ts';
import { nextStep } from '../journey/next-step.ts';
import { takeFace } from '../journey/take-samples.ts';
import { login } from '../login/01-login.ts';
import { problemAnswer } from '../testing/fake-bff.ts';
import { type Rig, setUp } from '../testing/set-up.ts';
import {
  currentApplication,
  dropJourney,
  endedJourneyOf,
  journeyOf,
  resumeJourney,
  startApplication,
  startCheck,
} from './current-journey.ts';
import { forgetReceipts, receipts } from './receipts.ts';

let here: Holder;
vi.mock('./ensure-logged-in.ts', () => ({ ensureLoggedIn: async () => here }));

const code = 'https://bff.test/q/1.x.1.y';
const both = { face: true, voice: true };
const identity = { name: '林知遥', idNumber: '990001199904121101', validUntil: 'long-term' };

let rig: Rig;
async function phone(ceremony: Ceremony = 'verify') {
  rig = await setUp(ceremony);
  here = rig.holder;
  await login(here);
  dropJourney();
  forgetReceipts();
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
    await giveUp(journey);
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
    expect(currentApplication()).toBe(journey);
    dropJourney();
    expect(await resumeJourney(journey.view.id)).not.toBe(journey);
    expect(currentApplication()).toBeUndefined();
  });
});
