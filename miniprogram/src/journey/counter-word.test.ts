import { beforeEach, describe, expect, it } from 'vitest';
import { playJourney } from '../../../scripts/stand-ins/phone/play-journey.ts';
import { login } from '../login/01-login.ts';
import { typeWord } from '../testing/fake-bff.ts';
import { type Rig, setUp } from '../testing/set-up.ts';
import { agree } from './answer.ts';
import { awaitOutcome } from './await-outcome.ts';
import { beginCheck, resume } from './begin.ts';
import type { Journey } from './journey.ts';
import { nextStep } from './next-step.ts';

let rig: Rig;
let journey: Journey;
beforeEach(async () => {
  rig = await setUp();
  rig.bff.word = '042';
  await login(rig.holder);
  journey = await beginCheck(rig.holder, 'https://bff.test/q/1.x.1.y');
  agree(journey, { face: true, voice: true });
});

const toTheWord = () => playJourney(journey, {}, 'word');

describe('the counter word', () => {
  it('is shown once the last sample has arrived, and not before', async () => {
    const seen: string[] = [];
    rig.bff.before = (what, serve) => {
      seen.push(`${nextStep(journey).at} at ${what}`);
      return serve();
    };
    await toTheWord();
    await expect.poll(() => nextStep(journey)).toEqual({ at: 'word', digits: '042' });
    expect(seen.some((what) => what.startsWith('word'))).toBe(false);
    expect(rig.bff.samples.map(({ kind }) => kind)).toEqual(['face', 'voice']);
  });

  it.each(['pass', 'fail'] as const)('is asked for whatever comes of it: %s', async (outcome) => {
    rig.bff.outcomes = [outcome];
    await toTheWord();
    typeWord(rig.bff);
    await awaitOutcome(journey);
    expect(journey.view.state).toBe(outcome === 'pass' ? 'passed' : 'failed');
  });

  it('is no longer shown once it was typed, while the verdict is still to come', async () => {
    await toTheWord();
    typeWord(rig.bff);
    rig.bff.word = 'undecided';
    await awaitOutcome(journey);
    expect(nextStep(journey).at).toBe('waiting');
    delete rig.bff.word;
    await awaitOutcome(journey);
    expect(nextStep(journey).at).toBe('result');
  });

  it('is there again after a reload', async () => {
    await toTheWord();
    expect(nextStep(await resume(rig.holder, journey.view.id))).toEqual({ at: 'word', digits: '042' });
  });

  it('is no longer shown once the counter has ended the check', async () => {
    await toTheWord();
    const looking = awaitOutcome(journey);
    rig.bff.view = { ...rig.bff.view, state: 'declined', version: rig.bff.view.version + 1 };
    await looking;
    expect(nextStep(journey).at).toBe('result');
  });

  it('is said by whoever holds the phone, and the check goes on', async () => {
    const said: string[] = [];
    await playJourney(journey, {
      async word(digits) {
        said.push(digits);
        typeWord(rig.bff);
      },
    });
    expect(said).toEqual(['042']);
    expect(journey.view.state).toBe('passed');
  });
});
