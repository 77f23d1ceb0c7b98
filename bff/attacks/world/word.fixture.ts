import { readSession } from '../../../miniprogram/src/attempt/08-own-session.ts';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import type { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import { agree, type Claimed, sendSamples } from './check.fixture.ts';
import type { Phone } from './phone.fixture.ts';
import type { World } from './world.fixture.ts';

/**
 * A claimed check: of a scene in which the hotel chose to ask everybody for the counter word, with the code of this moment, unless told
 * otherwise.
 */
export async function claimedWithWord(
  world: World,
  given: { phone?: Phone; session?: OpenSessionAnswer; code?: string } = {},
) {
  const phone = given.phone ?? (await world.citizen());
  const session = given.session ?? (await world.hotel.open('peer', 'meet'));
  const shown = await claim(phone.holder, given.code ?? world.hotel.code(session));
  return { phone, counter: world.hotel, session, shown, sessionId: shown.id };
}

export type WithWord = Awaited<ReturnType<typeof claimedWithWord>>;

/** The holder of that check agrees, looks and speaks; answers what the phone shows then. */
export async function lookAndSpeak(check: Claimed): Promise<{ word: string }> {
  await sendSamples({ ...check, ...(await agree(check)) });
  const { word } = await readSession(check.phone.holder, check.sessionId);
  if (word === undefined) throw new Error('the phone shows no word');
  return { word };
}

/** As many digits that are not the word. */
export function othersThan(word: string): [string, string, string] {
  const [a = '', b = '', c = ''] = ['111', '222', '333', '444'].filter((other) => other !== word);
  return [a, b, c];
}

/** Waits until the verdict of a check is there, and kept. */
export async function untilKept(world: World, sessionId: string): Promise<void> {
  const body = async () => {
    const [row] = await world.ports.db.read('select body from sessions where id = :id', { id: sessionId });
    return String(row?.body);
  };
  while (!(await body()).includes('"verdict":')) await new Promise((later) => setTimeout(later, 10));
}
