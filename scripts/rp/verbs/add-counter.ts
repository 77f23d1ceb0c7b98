import { addCounterCall, showCounterCall } from '../../../shared/contract/operator/counters.ts';
import { showRelyingPartyCall } from '../../../shared/contract/operator/relying-parties.ts';
import { Refused } from '../../program/ask-operator.ts';
import type { Desk } from '../desk.ts';
import { judge } from '../judge.ts';
import { type MadeKey, readPublicKey, registerKey } from '../make-key.ts';
import { keyFolder } from '../open-desk.ts';
import type { Options } from '../options.ts';

/** Stands for a key that is not made yet. */
const anyKey = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43), kid: 'any' } as const;
/** Numbers that are tried for a counter that nobody chose an id for. */
const numbersTried = 50;

/** Judges what is going to be said of a counter. @throws Misused; Error in a sentence where the file holds no key for it */
export function judgeCounter(rpId: string, name: string, given: Options): void {
  const { id: counterId = 'cnt_any', place = name, origin: origins = [], key } = given;
  judge(addCounterCall, { counterId, rpId, name, place, origins, key: anyKey });
  if (key !== undefined) readPublicKey(key);
}

/** `add-counter RP NAME`: one more counter, and what its author does next. @throws Misused, Error in a sentence, Refused */
export async function addCounterByCommand(
  desk: Desk,
  rpId: string,
  name: string,
  given: Options,
): Promise<void> {
  judgeCounter(rpId, name, given);
  const rp = await desk.ask(showRelyingPartyCall, { params: { rpId } });
  const { origin, place = rp.name } = given;
  const optional = origin === undefined ? {} : { origins: origin };
  const { counterId, made } = await underFreeId(rpId, rp.counters, given, (id) =>
    registerKey(given.key, { folder: keyFolder(rpId), name: id }, (key) =>
      desk.ask(addCounterCall, { body: { counterId: id, rpId, name, place, key, ...optional } }),
    ),
  );
  const { registrationEnds } = await desk.ask(showCounterCall, { params: { counterId } });
  const [policy] = rp.scenes;
  const asked = JSON.stringify({ scene: policy?.scene, purpose: policy?.purposes[0] });
  const by = given.key === undefined ? '' : ` --key ${given.key}`;
  console.log(`
Added the counter ${name}. Its registration ends on ${new Date(registrationEnds).toISOString().slice(0, 10)}: npm run rp -- renew

  client id   ${counterId}
  issuer      ${desk.bffUrl}
  key         ${made.file ?? 'the one that you made'}   (kid ${made.key.kid})

Try it: a token, a check, and a synthetic citizen who takes it.

  TOKEN=$(npm run -s rp -- token ${counterId}${by})
  SESSION=$(curl -s ${desk.bffUrl}/counter/v1/sessions -H "Authorization: Bearer $TOKEN" \\
    -H "Content-Type: application/json" -H "Idempotency-Key: $(node -p 'crypto.randomUUID()')" -d '${asked}')
  npm run -s phone -- p01 "$SESSION"
`);
}

/** Adds it under the id that was chosen, or under the first number that no counter has or had. @throws Error in a sentence, Refused */
async function underFreeId(
  rpId: string,
  counters: number,
  { id }: Options,
  add: (counterId: string) => Promise<MadeKey>,
): Promise<{ counterId: string; made: MadeKey }> {
  for (let number = counters + 1; ; number++) {
    const counterId = id ?? `cnt_${rpId.slice('rp_'.length)}-${number}`;
    try {
      return { counterId, made: await add(counterId) };
    } catch (fault) {
      if (!(fault instanceof Refused) || fault.code !== 'id-taken') throw fault;
      if (id === undefined && number < counters + numbersTried) continue;
      throw new Error(
        `There is, or was, a counter ${counterId}: npm run rp -- show ${counterId}. For another one choose an id of its own: --id cnt_...`,
      );
    }
  }
}
