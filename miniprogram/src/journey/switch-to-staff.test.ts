import { beforeEach, describe, expect, it } from 'vitest';
import { checkWhoAsks } from '../holder/who-asks.ts';
import { login } from '../login/01-login.ts';
import { problemAnswer } from '../testing/fake-bff.ts';
import { type Rig, setUp } from '../testing/set-up.ts';
import { agree } from './answer.ts';
import { beginCheck } from './begin.ts';
import { type Journey, newJourney } from './journey.ts';
import { nextStep } from './next-step.ts';
import { awaitDeliveries } from './send-envelope.ts';
import { switchToStaff } from './switch-to-staff.ts';
import { takeFace, takeVoice } from './take-samples.ts';

let rig: Rig;
let journey: Journey;
beforeEach(async () => {
  rig = await setUp();
  await login(rig.holder);
  journey = await beginCheck(rig.holder, 'https://bff.test/q/1.x.1.y');
});

const sent = () => rig.bff.log.filter((what) => what.startsWith('PUT'));
const isWiped = () => rig.platform.handedOut.every((bytes) => bytes.every((byte) => byte === 0));

describe('going to the staff', () => {
  it('tells the counter before anybody has agreed', async () => {
    await switchToStaff(journey);
    expect(journey.view.state).toBe('declined');
  });

  it('ends a face that is being taken, and sends nothing of it', async () => {
    agree(journey, { face: true, voice: true });
    const taking = takeFace(journey, (prompt) => {
      if (prompt === 'nod') void switchToStaff(journey);
    });
    await expect(taking).rejects.toMatchObject({ code: 'capture-interrupted' });
    await expect.poll(() => journey.view.state).toBe('declined');
    expect(sent()).toEqual([]);
    expect(rig.platform.camerasOpen).toBe(0);
  });

  it('ends a voice that is being recorded, and wipes what was heard', async () => {
    agree(journey, { face: true, voice: true });
    await takeFace(journey, () => undefined);
    await awaitDeliveries(journey);
    let stopped = 0;
    rig.platform.stopRecording = () => {
      stopped++;
    };
    const reading = takeVoice(journey, { onOpen: () => void switchToStaff(journey), heard: () => true });
    await expect(reading).rejects.toMatchObject({ code: 'capture-interrupted' });
    await expect.poll(() => journey.view.state).toBe('declined');
    expect(stopped).toBeGreaterThan(0);
    expect(sent()).toEqual(['PUT face']);
    await expect.poll(isWiped).toBe(true);
  });

  it('sends nothing that is still being sealed', async () => {
    agree(journey, { face: true, voice: true });
    await takeFace(journey, () => undefined);
    await switchToStaff(journey);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sent()).toEqual([]);
  });

  it('asks for a new agreement where the counter could not be told', async () => {
    agree(journey, { face: true, voice: true });
    rig.bff.before = (what, serve) =>
      what === 'POST decline' ? problemAnswer('step-out-of-order') : serve();
    await expect(switchToStaff(journey)).rejects.toMatchObject({ code: 'step-out-of-order' });
    expect(nextStep(journey).at).toBe('confirm');
  });

  it('is nothing to tell of an application, which nobody asks for', async () => {
    const applying = await setUp('apply');
    await login(applying.holder);
    const { holder, bff } = applying;
    await switchToStaff(newJourney(holder, checkWhoAsks(holder, bff.view)));
    expect(applying.bff.log).not.toContain('POST decline');
  });
});
