import { join } from 'node:path';
import { arrive } from '../../../../miniprogram/src/verify/02-arrive.ts';
import type { Level } from '../../../../shared/levels.ts';
import { sceneNames, scenes } from '../../../../shared/scenes.ts';
import type { Running } from '../../../sandbox/read-running.ts';
import type { CheckView } from '../../../sdk/src/guards.ts';
import { connectCounter } from '../../counter/connect-counter.ts';
import { showCode } from '../../counter/show-code.ts';
import { type Phone, pickUpNewPhone } from '../pick-up-phone.ts';
import type { Shown } from '../read-shown.ts';
import { anySamples, hastyClock } from '../stand-in-platform.ts';
import { storageInFile } from '../storage-in-file.ts';
import { type Outcome, outcomes } from './outcomes.ts';
import { playOutcome, type Stage } from './play-outcome.ts';

/** The same clock for phone and counter: both are on this machine. */
const now = () => Date.now();

/**
 * Plays that end at the check that was handed in, or at one of its own, and answers what the counter sees then; undefined where the phone
 * never learned which check it was.
 * @param shown what the counter shows
 * @throws Error in a sentence where that end cannot happen there, or the counter's key is not here
 */
export async function stageOutcome(
  running: Running,
  given: { citizen: string; outcome: Outcome; shown?: Shown | undefined } & Pick<Stage, 'say' | 'waited'>,
): Promise<CheckView | undefined> {
  const { citizen, outcome, shown, say, waited } = given;
  const played = outcomes[outcome];
  const account = `${citizen}-${played.holder}`;
  const storage = storageInFile(join(running.sandbox.folder, 'phones', `${account}.json`));
  const phone = await pickUpNewPhone(running, account, {
    ...{ storage, samples: anySamples },
    prepare(platform) {
      platform.clock = hastyClock(now, waited);
    },
  });
  const { counter, sessionId, code } = await placeOf(running, phone, { outcome, shown, say });
  say(`The phone of ${citizen} scans, in the hand of the test holder ${played.holder}.`);
  const told = { say, ...(waited !== undefined && { waited }) };
  const stage = { phone, counter, code, ...told, ...(sessionId !== undefined && { sessionId }) };
  const ended = await playOutcome(stage, played);
  return ended === undefined ? undefined : await counter.awaitEnd(ended);
}

type Place = Pick<Stage, 'counter' | 'sessionId' | 'code'>;

/** Where it is played. @throws Error in a sentence where it cannot be */
async function placeOf(
  running: Running,
  { holder }: Phone,
  { outcome, shown, say }: { outcome: Outcome; shown: Shown | undefined; say(text: string): void },
): Promise<Place> {
  if (shown === undefined) {
    const { counterId, scene, purpose } = outcomes[outcome].at;
    const counter = await connectCounter(running, counterId);
    const check = await counter.open({ scene, purpose });
    say(`${counterId} opens ${check.id}.`);
    return { counter, sessionId: check.id, code: async () => (await check.code()) ?? '' };
  }
  if ('session' in shown) {
    const { session } = shown;
    demandPossible(outcome, session);
    const counter = await connectCounter(running, session.counterId);
    return { counter, sessionId: session.sessionId, code: async () => showCode(session, 0, now()) };
  }
  const { asks } = await arrive(holder, shown.address);
  demandPossible(outcome, asks);
  const counter = await connectCounter(running, asks.counterId);
  return { counter, code: async () => shown.address };
}

/** A test holder applies online and has the level `basic`: `low-level` ends a check that takes more, and no other. @throws Error */
function demandPossible(outcome: Outcome, { level, scene }: { level: Level; scene: string }): void {
  if ((level === 'strict') === (outcome === 'low-level')) return;
  const fitting = sceneNames.filter(
    (name) => (scenes[name].level === 'strict') === (outcome === 'low-level'),
  );
  const why =
    level === 'strict'
      ? 'takes the level strict, and a test holder has basic: every check of theirs ends there as low-level'
      : 'takes the level basic, which every credential has';
  throw new Error(
    `${outcome} cannot happen at this check: ${scene} ${why}. Open one in ${fitting.join(' or ')} for it; or name none, and one is opened.`,
  );
}
