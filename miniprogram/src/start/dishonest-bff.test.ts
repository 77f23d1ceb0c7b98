import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Registrant } from '../../../shared/contract/authority/registration.ts';
import type { HolderView, WhoAsks } from '../../../shared/contract/holder-view.ts';
import { newId } from '../../../shared/ids.ts';
import type { Holder } from '../holder/holder.ts';
import { agree } from '../journey/answer.ts';
import { awaitOutcome } from '../journey/await-outcome.ts';
import type { Journey } from '../journey/journey.ts';
import { takeFace, takeVoice } from '../journey/take-samples.ts';
import { login } from '../login/01-login.ts';
import { type Rig, setUp, testRandom } from '../testing/set-up.ts';
import { dropJourney, resumeJourney, startApplication, startCheck } from './current-journey.ts';

let here: Holder;
vi.mock('./ensure-logged-in.ts', () => ({ ensureLoggedIn: async () => here }));
vi.mock('./open-holder.ts', () => ({ openHolder: async () => here }));

const show = () => undefined;
const listener = { onOpen: show, heard: () => true };
const bank: Registrant = {
  ...{ rpId: 'rp_bank', rpName: 'Bank', counterId: 'cnt_bank-1', counterName: 'Desk 9', place: 'City' },
  scenes: ['gov-window'],
  counterKey: 'b'.repeat(43),
};

let rig: Rig;
let journey: Journey;
beforeEach(async () => {
  rig = await setUp();
  here = rig.holder;
  await login(here);
  journey = await startCheck('https://bff.test/q/1.x.1.y');
  agree(journey, { face: true, voice: true });
});

const samples = () => rig.bff.samples.map(({ kind }) => kind);
/** From now on the BFF speaks of another session, and has the authority sign for it. */
const moveTo = (change: Partial<HolderView>) => {
  rig.bff.view = { ...rig.bff.view, ...change, version: rig.bff.view.version + 1 };
};
/** What the registrar really says of another counter. */
const elsewhere = (): WhoAsks => ({
  ...{ rpId: bank.rpId, counterId: bank.counterId, scene: 'gov-window', level: 'basic', purpose: 'visit' },
  registration: rig.bff.authority.register(bank),
});
const changes: Record<string, () => Partial<HolderView>> = {
  'another counter': () => ({ asks: elsewhere() }),
  'another session': () => ({ id: newId('ses', testRandom) }),
  'another session of another counter': () => ({ id: newId('ses', testRandom), asks: elsewhere() }),
};

describe.each(Object.entries(changes))('a BFF that speaks of %s once the person has agreed', (_, changed) => {
  let change: Partial<HolderView>;
  beforeEach(() => {
    change = changed();
  });

  it('gets no face for it when the page looked again', async () => {
    moveTo(change);
    await resumeJourney(journey.view.id);
    await expect(takeFace(journey, show)).rejects.toMatchObject({ code: 'authority-untrusted' });
    expect(samples()).toEqual([]);
    expect(rig.platform.handedOut).toEqual([]);
  });

  it('gets no face for it when the code was scanned again', async () => {
    moveTo(change);
    await startCheck('https://bff.test/q/1.x.2.y').catch(() => undefined);
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

describe('a BFF that answers an application with a check that nobody was shown', () => {
  it('gets no face for it', async () => {
    dropJourney();
    const identity = { name: '林知遥', idNumber: '990001199904121101', validUntil: 'long-term' };
    const begun = startApplication({ face: true, voice: true }, { identity });
    await expect(begun.then((application) => takeFace(application, show))).rejects.toMatchObject({
      code: 'answer-unreadable',
    });
    expect(samples()).toEqual([]);
    expect(rig.platform.handedOut).toEqual([]);
  });
});

describe('a BFF whose moments are no dates', () => {
  it.each([
    { decidedAt: 1e300 },
    { decidedAt: 253_402_300_800_000 },
    { deadline: 2 ** 60 },
    { serverTime: -1 },
    { attemptsLeft: 1e21 },
  ])('is not understood, and teaches no time: %o', async (change) => {
    const { clockAhead } = here.link;
    moveTo(change);
    await expect(resumeJourney(journey.view.id)).rejects.toMatchObject({ code: 'answer-unreadable' });
    expect(here.link.clockAhead).toBe(clockAhead);
  });
});
