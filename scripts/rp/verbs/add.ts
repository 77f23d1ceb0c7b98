import { addRelyingPartyCall } from '../../../shared/contract/operator/relying-parties.ts';
import { Refused } from '../../program/ask-operator.ts';
import { Misused } from '../../program/run-command.ts';
import { sentenceOf } from '../../program/sentence-of.ts';
import type { Desk } from '../desk.ts';
import { judge } from '../judge.ts';
import { registerKey } from '../make-key.ts';
import { keyFolder } from '../open-desk.ts';
import { type Options, scenesIn } from '../options.ts';
import { slugOf } from '../slug-of.ts';
import { addCounterByCommand, judgeCounter } from './add-counter.ts';

/**
 * `add NAME [--counter NAME ...]`: a relying party with its counters, each with a key made here. All that was said, the file of a key too,
 * is judged before anything is made.
 * @throws Misused, Error in a sentence, Refused
 */
export async function addByCommand(desk: Desk, name: string, given: Options): Promise<void> {
  const rpId = given.id ?? `rp_${slugOf(name)}`;
  const party = { rpId, name, scenes: scenesIn(given).map((scene) => ({ scene })) };
  judge(addRelyingPartyCall, party);
  const counters = countersIn(rpId, name, given);
  for (const { counterName, ...chosen } of counters) judgeCounter(rpId, counterName, chosen);

  const add = (more: object) => desk.ask(addRelyingPartyCall, { body: { ...party, ...more } });
  const added = given.encrypt
    ? registerKey(undefined, { folder: keyFolder(rpId), name: rpId }, (encryptionKey) =>
        add({ encryptionKey }),
      )
    : add({}).then(() => undefined);
  const encryption = await added.catch((fault: unknown) => {
    if (!(fault instanceof Refused) || fault.code !== 'id-taken') throw fault;
    throw new Error(
      `There is a relying party ${rpId} already: npm run rp -- show ${rpId}. For another one choose an id of its own: --id ${rpId.slice(0, 41)}-2`,
    );
  });
  console.log(`Added ${name} as ${rpId}.`);
  if (encryption?.file !== undefined)
    console.log(`Its results are encrypted; the key that opens them lies in ${encryption.file}`);
  for (const { counterName, ...chosen } of counters)
    await addCounterByCommand(desk, rpId, counterName, chosen).catch((cause: unknown) => {
      throw new Error(
        `${rpId} is registered, and its counter is not: ${sentenceOf(cause)}\nOnce that is mended: npm run rp -- add-counter ${rpId} ${JSON.stringify(counterName)}`,
        { cause },
      );
    });
  if (counters.length === 0)
    console.log(`\nNext: npm run rp -- add-counter ${rpId} "Desk 1" --place "1 Harbour Road"`);
}

/** What is chosen for each counter that was named. @throws Misused where a key, or a place, is chosen for none, or one key for several */
function countersIn(rpId: string, name: string, given: Options): (Options & { counterName: string })[] {
  const { counter = [], key, origin, place = name } = given;
  if (counter.length === 0 && (key ?? origin ?? given.place) !== undefined)
    throw new Misused('--key, --origin and --place are about a counter: name it by --counter "Desk 1".');
  if (counter.length > 1 && key !== undefined)
    throw new Misused(
      '--key is the key of one counter, and each has its own: add the others by add-counter.',
    );
  const slug = rpId.slice('rp_'.length);
  return counter.map((counterName, index) => ({
    ...{ ...given, counterName, place, id: `cnt_${slug}-${index + 1}` },
  }));
}
