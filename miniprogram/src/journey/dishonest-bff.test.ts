import { beforeEach, describe, expect, it } from 'vitest';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { newId } from '../../../shared/ids.ts';
import type { Holder } from '../holder/holder.ts';
import { login } from '../login/01-login.ts';
import { type Rig, setUp, testRandom } from '../testing/set-up.ts';
import { claim } from '../verify/02-claim.ts';
import { awaitOutcome } from './await-outcome.ts';
import { beginCheck, resume } from './begin.ts';
import { type Journey, newJourney } from './journey.ts';
import { takeFace, takeVoice } from './take-samples.ts';

let here: Holder;
const show = () => undefined;
const listener = { onOpen: show, heard: () => true };
const elsewhere = {
  rpId: 'rp_bank',
  rpName: 'Bank',
  counterId: 'cnt_bank-1',
  counterName: 'Desk 9',
  scene: 'gov-window',
  level: 'basic',
  purpose: 'check-in',
} as const;

let rig: Rig;
let journey: Journey;
beforeEach(async () => {
  rig = await setUp();
  here = rig.holder;
  await login(here);
  journey = newJourney(here, await claim(here, 'https://bff.test/q/1.x.1.y'));
  journey.progress = { at: 'agreed' };
});

const samples = () => rig.bff.samples.map(({ kind }) => kind);
/** From now on the BFF speaks of another session, and has the authority sign for it. */
const moveTo = (change: Partial<HolderView>) => {
  rig.bff.view = { ...rig.bff.view, ...change, version: rig.bff.view.version + 1 };
};
const changes = {
  'another counter': { asks: elsewhere },
  'another session': { id: newId('ses', testRandom) },
  'another session of another counter': { id: newId('ses', testRandom), asks: elsewhere },
};

describe.each(Object.entries(changes))('a BFF that speaks of %s once the person has agreed', (_, change) => {
  it('gets no face for it when the page looked again', async () => {
    moveTo(change);
    await resume(here, journey.view.id, journey);
    await expect(takeFace(journey, show)).rejects.toMatchObject({ code: 'authority-untrusted' });
    expect(samples()).toEqual([]);
    expect(rig.platform.handedOut).toEqual([]);
  });

  it('gets no face for it when the code was scanned again', async () => {
    moveTo(change);
    await beginCheck(here, 'https://bff.test/q/1.x.2.y', journey).catch(() => undefined);
    await expect(takeFace(journey, show)).rejects.toMatchObject({ code: 'authority-untrusted' });
    expect(samples()).toEqual([]);
  });

  it('gets no face for it in another attempt', async () => {
    rig.bff.outcomes = ['too-dark'];
    await takeFace(journey, show);
    rig.bff.before = (what, serve) => {
      if (what === 'GET sessions' && rig.bff.view.state === 'deciding') moveTo(change);
      return serve();
    };
    await takeVoice(journey, listener);
    await awaitOutcome(journey);
    expect(journey.view.state).toBe('claimed');
    await expect(takeFace(journey, show)).rejects.toMatchObject({ code: 'authority-untrusted' });
    expect(samples()).toEqual(['face', 'voice']);
  });
});
