import {
  addKeyCall,
  type CounterKeyRecord,
  revokeKeyCall,
  rotateKeyCall,
} from '../../../shared/contract/operator/counter-keys.ts';
import { revokeCounterCall, showCounterCall } from '../../../shared/contract/operator/counters.ts';
import { revokeRelyingPartyCall } from '../../../shared/contract/operator/relying-parties.ts';
import type { PublicKey } from '../../../shared/contract/operator/terms.ts';
import { Refused } from '../../program/ask-operator.ts';
import { Misused } from '../../program/run-command.ts';
import type { Desk } from '../desk.ts';
import { registerKey } from '../make-key.ts';
import { keyFolder } from '../open-desk.ts';
import { type Options, reasonIn, timeIn } from '../options.ts';

/** `rotate-key COUNTER`: a new key that counts at once; the others go on for the overlap. @throws Error in a sentence, Refused */
export async function rotateByCommand(desk: Desk, counterId: string, given: Options): Promise<void> {
  const { version, rpId } = await desk.ask(showCounterCall, { params: { counterId } });
  const overlapSeconds = secondsIn(given.overlap ?? '86400');
  const at = { folder: keyFolder(rpId), name: counterId };
  let keys: CounterKeyRecord[] = [];
  const made = await registerKey(given.key, at, async (key) => {
    const body = { version, key, overlapSeconds };
    ({ keys } = await desk
      .ask(rotateKeyCall, { params: { counterId }, body })
      .catch(kidTaken(counterId, key)));
  });
  console.log(
    `The new key ${made.key.kid} counts from now on. It lies in ${made.file ?? 'the file that you made'}`,
  );
  for (const { kid, notAfter } of keys)
    if (notAfter !== undefined && kid !== made.key.kid)
      console.log(`The key ${kid} goes on until ${new Date(notAfter).toISOString()}.`);
}

/**
 * `add-key COUNTER [--not-before TIME] [--not-after TIME]`: one more key beside the others, for its time. @throws Misused, Error in a sentence,
 * Refused
 */
export async function addKeyByCommand(desk: Desk, counterId: string, given: Options): Promise<void> {
  const times = timesIn(given);
  const { version, rpId } = await desk.ask(showCounterCall, { params: { counterId } });
  const made = await registerKey(given.key, { folder: keyFolder(rpId), name: counterId }, (key) =>
    desk
      .ask(addKeyCall, { params: { counterId }, body: { version, key, ...times } })
      .catch(kidTaken(counterId, key)),
  );
  const { notBefore, notAfter } = times;
  const words = [
    ...(notBefore === undefined ? [] : [`from ${new Date(notBefore).toISOString()}`]),
    ...(notAfter === undefined ? [] : [`until ${new Date(notAfter).toISOString()}`]),
  ];
  const counts = words.length === 0 ? '' : ` It counts ${words.join(' ')}.`;
  console.log(`Added the key ${made.key.kid}.${counts} It lies in ${made.file ?? 'the file that you made'}`);
}

function timesIn({ 'not-before': from, 'not-after': until }: Options) {
  const notBefore = from === undefined ? undefined : timeIn('not-before', from);
  const notAfter = until === undefined ? undefined : timeIn('not-after', until);
  if (notAfter !== undefined && notAfter <= Math.max(notBefore ?? 0, Date.now()))
    throw new Misused('--not-after lies behind --not-before, and behind now.');
  return {
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(notAfter === undefined ? {} : { notAfter }),
  };
}

/** Names the way out where the kid is another key's. */
const kidTaken =
  (counterId: string, { kid }: PublicKey) =>
  (fault: unknown) => {
    if (!(fault instanceof Refused) || fault.code !== 'id-taken') throw fault;
    throw new Error(
      `${counterId} has, or had, a key with the kid ${kid}: npm run rp -- show ${counterId}. Give the new one another kid, or none.`,
    );
  };

function secondsIn(overlap: string): number {
  if (/^[0-9]{1,9}$/.test(overlap)) return Number(overlap);
  throw new Misused('--overlap is a number of seconds, such as 86400.');
}

/** `revoke ID [KID]`: a relying party, a counter, or one key of it. @throws Error in a sentence, Refused */
export async function revokeByCommand(
  desk: Desk,
  id: string,
  kid: string | undefined,
  given: Options,
): Promise<void> {
  const body = { reason: reasonIn(given) };
  if (kid !== undefined) await desk.ask(revokeKeyCall, { params: { counterId: id, kid }, body });
  else if (id.startsWith('rp_')) await desk.ask(revokeRelyingPartyCall, { params: { rpId: id }, body });
  else await desk.ask(revokeCounterCall, { params: { counterId: id }, body });
  console.log(`Revoked ${kid ?? id}: its tokens and streams end within a second, its live checks at once.`);
}
