import { addKeyCall, revokeKeyCall, rotateKeyCall } from '../../../shared/contract/operator/counter-keys.ts';
import { revokeCounterCall, showCounterCall } from '../../../shared/contract/operator/counters.ts';
import { revokeRelyingPartyCall } from '../../../shared/contract/operator/relying-parties.ts';
import type { Desk } from '../desk.ts';
import { makeKey, readPublicKey } from '../make-key.ts';
import { keyFolder } from '../open-desk.ts';
import { type Options, reasonIn } from '../options.ts';

/** `rotate-key COUNTER`: a new key that counts at once; the others go on for the overlap. @throws Error in a sentence, Refused */
export async function rotateByCommand(desk: Desk, counterId: string, given: Options): Promise<void> {
  const { version, rpId } = await desk.ask(showCounterCall, { params: { counterId } });
  const made = given.key === undefined ? makeKey(keyFolder(rpId), counterId) : readPublicKey(given.key);
  const overlapSeconds = given.overlap === undefined ? 86_400 : Number(given.overlap);
  const { keys } = await desk.ask(rotateKeyCall, {
    params: { counterId },
    body: { version, key: made.key, overlapSeconds },
  });
  console.log(
    `The new key ${made.key.kid} counts from now on. It lies in ${made.file ?? 'the file that you made'}`,
  );
  for (const { kid, notAfter } of keys)
    if (notAfter !== undefined && kid !== made.key.kid)
      console.log(`The key ${kid} goes on until ${new Date(notAfter).toISOString()}.`);
}

/** `add-key COUNTER`: one more key beside the others. @throws Error in a sentence, Refused */
export async function addKeyByCommand(desk: Desk, counterId: string, given: Options): Promise<void> {
  const { version, rpId } = await desk.ask(showCounterCall, { params: { counterId } });
  const made = given.key === undefined ? makeKey(keyFolder(rpId), counterId) : readPublicKey(given.key);
  await desk.ask(addKeyCall, { params: { counterId }, body: { version, key: made.key } });
  console.log(`Added the key ${made.key.kid}. It lies in ${made.file ?? 'the file that you made'}`);
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
