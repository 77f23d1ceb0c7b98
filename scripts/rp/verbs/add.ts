import { randomBytes } from 'node:crypto';
import { addRelyingPartyCall } from '../../../shared/contract/operator/relying-parties.ts';
import { asId } from '../../../shared/ids.ts';
import type { Desk } from '../desk.ts';
import { makeKey } from '../make-key.ts';
import { keyFolder } from '../open-desk.ts';
import { type Options, scenesIn } from '../options.ts';
import { addCounterByCommand } from './add-counter.ts';

/** `add NAME [--counter NAME ...]`: a relying party with its counters, each with a key made here. @throws Error in a sentence, Refused */
export async function addByCommand(desk: Desk, name: string, given: Options): Promise<void> {
  const rpId = asId('rp', given.id ?? `rp_${slugOf(name)}`);
  const scenes = scenesIn(given).map((scene) => ({ scene }));
  const encryption = given.encrypt ? makeKey(keyFolder(rpId), rpId) : undefined;
  const optional = encryption === undefined ? {} : { encryptionKey: encryption.key };
  await desk.ask(addRelyingPartyCall, { body: { rpId, name, scenes, ...optional } });
  console.log(`Added ${name} as ${rpId}.`);
  if (encryption?.file !== undefined)
    console.log(`Its results are encrypted; the key that opens them lies in ${encryption.file}`);
  const { counter = [] } = given;
  for (const [index, counterName] of counter.entries())
    await addCounterByCommand(desk, rpId, counterName, {
      ...given,
      id: `cnt_${rpId.slice('rp_'.length)}-${index + 1}`,
      place: given.place ?? name,
    });
  if (counter.length === 0)
    console.log(`\nNext: npm run rp -- add-counter ${rpId} "Desk 1" --place "1 Harbour Road"`);
}

/** An id that a person recognises; of a name without Latin letters a random one. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 30);
  return slug.length >= 2 ? slug : randomBytes(4).toString('hex');
}
