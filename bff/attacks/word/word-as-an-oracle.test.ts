import { expect, it } from 'vitest';
import { agree, sendSamples } from '../world/check.fixture.ts';
import {
  claimedWithWord,
  lookAndSpeak,
  othersThan,
  untilKept,
  type WithWord,
} from '../world/word.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

/** Brings a check to each of its steps that a counter is not told of. */
const steps: Record<string, (check: WithWord) => Promise<unknown>> = {
  'nobody has agreed': async () => undefined,
  'the holder looks': agree,
  'the face is on its way': async (check) => {
    const { face } = await agree(check);
    return check.phone.put(check.sessionId, 'face', face);
  },
  'it is being decided': async (check) => {
    decide = world.authority.holdNextDecision();
    return sendSamples({ ...check, ...(await agree(check)) });
  },
  'it is decided': async (check) => {
    await lookAndSpeak(check);
    return untilKept(world, check.sessionId);
  },
};
let decide = (): void => undefined;

it('a try that does not fit is answered the same at every step, whatever happens on the phone', async () => {
  const answers = [];
  for (const [step, bring] of Object.entries(steps)) {
    const check = await claimedWithWord(world);
    await bring(check);
    const [row] = await world.ports.db.read('select body from sessions where id = :id', {
      id: check.sessionId,
    });
    const [guess] = othersThan(/"digits":"([0-9]{3})"/.exec(String(row?.body))?.[1] ?? '');
    const { status, headers, body } = await world.hotel.typeWord(check.sessionId, guess);
    const { date: _, 'x-request-id': __, traceparent: ___, ratelimit: ____, ...others } = headers;
    answers.push({ status, headers: others, body: { ...Object(body), sessionId: '' } });
    expect(answers.at(-1), step).toEqual(answers[0]);
    decide();
  }
  expect(answers[0]).toMatchObject({ status: 200, body: { state: 'claimed', version: 3, word: 'again' } });
});
