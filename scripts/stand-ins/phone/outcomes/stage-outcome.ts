import { join } from 'node:path';
import { Value } from 'typebox/value';
import { OpenSessionAnswer } from '../../../../shared/contract/verify/01-open-session.ts';
import type { Running } from '../../../sandbox/read-running.ts';
import type { CheckView } from '../../../sdk/src/guards.ts';
import { connectCounter } from '../../counter/connect-counter.ts';
import { showCode } from '../../counter/show-code.ts';
import { pickUpNewPhone } from '../pick-up-phone.ts';
import { anySamples, hastyClock } from '../stand-in-platform.ts';
import { storageInFile } from '../storage-in-file.ts';
import { type Outcome, outcomes } from './outcomes.ts';
import { playOutcome } from './play-outcome.ts';

/** The same clock for phone and counter: both are on this machine. */
const now = () => Date.now();

/**
 * Plays that end at the check that was handed in, or at one of its own, and answers what the counter sees then.
 * @param shown the answer of `POST /counter/v1/sessions`
 * @throws Error where it is none, or of a counter whose key is not here
 */
export async function stageOutcome(
  running: Running,
  given: { citizen: string; outcome: Outcome; shown?: string | undefined; say(text: string): void },
): Promise<CheckView> {
  const { citizen, outcome, say } = given;
  const played = outcomes[outcome];
  const shown = given.shown === undefined ? undefined : sessionIn(given.shown);
  const counter = await connectCounter(running, shown?.counterId ?? played.at.counterId);
  const check =
    shown === undefined
      ? await counter.open({ scene: played.at.scene, purpose: played.at.purpose })
      : undefined;
  const sessionId = shown?.sessionId ?? check?.id ?? '';
  if (check !== undefined) say(`${played.at.counterId} opens ${sessionId}.`);

  const account = `${citizen}-${played.holder}`;
  const storage = storageInFile(join(running.sandbox.folder, 'phones', `${account}.json`));
  const phone = await pickUpNewPhone(running, account, {
    ...{ storage, samples: anySamples },
    prepare(platform) {
      platform.clock = hastyClock(now);
    },
  });
  const code = async () => (await check?.code()) ?? (shown === undefined ? '' : showCode(shown, 0, now()));
  say(`The phone of ${citizen} scans, in the hand of the test holder ${played.holder}.`);
  await playOutcome({ phone, counter, sessionId, code, say }, played);
  return await counter.awaitEnd(sessionId);
}

function sessionIn(text: string): OpenSessionAnswer {
  const session: unknown = JSON.parse(text);
  if (Value.Check(OpenSessionAnswer, session)) return session;
  throw new Error('this is not the answer of POST /counter/v1/sessions');
}
