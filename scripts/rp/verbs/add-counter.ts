import { addCounterCall, showCounterCall } from '../../../shared/contract/operator/counters.ts';
import { showRelyingPartyCall } from '../../../shared/contract/operator/relying-parties.ts';
import { asId } from '../../../shared/ids.ts';
import type { Desk } from '../desk.ts';
import { makeKey, readPublicKey } from '../make-key.ts';
import { keyFolder } from '../open-desk.ts';
import type { Options } from '../options.ts';

/** `add-counter RP NAME`: one more counter, and what its author does next. @throws Error in a sentence, Refused */
export async function addCounterByCommand(
  desk: Desk,
  rpId: string,
  name: string,
  given: Options,
): Promise<void> {
  const rp = await desk.ask(showRelyingPartyCall, { params: { rpId } });
  const counterId = asId('cnt', given.id ?? `cnt_${rpId.slice('rp_'.length)}-${rp.counters + 1}`);
  const made = given.key === undefined ? makeKey(keyFolder(rpId), counterId) : readPublicKey(given.key);
  const origins = given.origin === undefined ? {} : { origins: given.origin };
  const place = given.place ?? rp.name;
  await desk.ask(addCounterCall, { body: { counterId, rpId, name, place, key: made.key, ...origins } });
  const { registrationEnds } = await desk.ask(showCounterCall, { params: { counterId } });
  const [policy] = rp.scenes;
  const asked = JSON.stringify({ scene: policy?.scene, purpose: policy?.purposes[0] });
  console.log(`
Added the counter ${name}. Its registration ends on ${new Date(registrationEnds).toISOString().slice(0, 10)}: npm run rp -- renew

  client id   ${counterId}
  issuer      ${desk.bffUrl}
  key         ${made.file ?? 'the one that you made'}   (kid ${made.key.kid})

Try it: a token, a check, and a synthetic citizen who takes it.

  TOKEN=$(npm run -s rp -- token ${counterId})
  SESSION=$(curl -s ${desk.bffUrl}/counter/v1/sessions -H "Authorization: Bearer $TOKEN" \\
    -H "Content-Type: application/json" -H "Idempotency-Key: $(node -p 'crypto.randomUUID()')" -d '${asked}')
  npm run -s phone -- p01 "$SESSION"
`);
}
