import { scriptAuthority } from '../../../stand-ins/phone/ask-sandbox.ts';
import { playCheck as playPhone } from '../../../stand-ins/phone/play-journey.ts';
import type { FieldCase, PlayOf } from '../case-file.ts';
import { feedCamera } from '../feed/feed-camera.ts';
import { feedMicrophone } from '../feed/feed-microphone.ts';
import type { FieldWorld } from '../world.ts';
import { firstAnswer } from './first-answer.ts';

/** The citizen is checked at the counter with what was fed; what was not is the citizen's own. @throws HolderProblem */
export async function playCheck(
  world: FieldWorld,
  { folder }: FieldCase,
  { citizen, voice, ...camera }: PlayOf<'check'>,
): Promise<string> {
  const { counter, sandbox, enrolled } = world;
  const { holder, person } = await enrolled(citizen);
  const { session, code } = await counter.openSession('hotel', 'check-in');
  const { sessionId } = session;
  const fed = {
    ...(await feedCamera(person, folder, camera)),
    ...(voice === undefined ? {} : await feedMicrophone(person, folder, voice)),
  };
  const digits = voice?.digits ?? person.voice.phrases.find(({ match }) => match)?.spoken;
  const answer = firstAnswer({
    async agrees() {
      await scriptAuthority(sandbox, { name: 'fixed-challenge', sessionId, digits, times: 1 });
      return true;
    },
    async word(digits) {
      await counter.giveWord(sessionId, digits);
    },
  });
  try {
    const view = await playPhone({ ...holder, platform: { ...holder.platform, ...fed } }, code(), answer);
    return answer.outcomeOf(view);
  } finally {
    await counter.endSession(sessionId, 'abandoned').catch(() => undefined);
  }
}
