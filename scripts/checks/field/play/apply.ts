import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identity as readForm } from '../../../../miniprogram/src/apply/02-identity.ts';
import { rollOfPerson } from '../../../stand-ins/phone/camera-roll.ts';
import { makeCitizen } from '../../../stand-ins/phone/make-citizen.ts';
import { enrol, playApplication } from '../../../stand-ins/phone/play-journey.ts';
import { speechOf } from '../../../stand-ins/phone/speech.ts';
import type { FieldCase, PlayOf } from '../case-file.ts';
import type { FieldWorld } from '../world.ts';
import { firstAnswer } from './first-answer.ts';

let serial = 700;

/**
 * The citizen applies on a fresh phone, with an ID photo and under a number that nobody had before; where `registeredAs` is
 * given, once under that name before, and then as `name` on the same phone. @throws HolderProblem
 */
export async function playApply(
  world: FieldWorld,
  { folder }: FieldCase,
  { citizen, registeredAs, name, idPhoto }: PlayOf<'apply'>,
): Promise<string> {
  const person = await world.person(citizen);
  const { holder, platform } = await world.freshPhone();
  platform.seen = { roll: rollOfPerson(person), speech: speechOf(person) };
  const photo = async () =>
    new Uint8Array(await readFile(idPhoto === undefined ? person.idPhoto : join(folder, idPhoto)));
  const made = makeCitizen(serial++, registeredAs ?? name ?? person.name);
  const owner = firstAnswer({ consent: { face: true, voice: false } });
  if (registeredAs !== undefined)
    await enrol(
      holder,
      { identity: made, idPhoto: await photo() },
      { consent: { face: true, voice: false } },
    );
  const form = readForm(holder, { ...made, name: name ?? made.name });
  if (!form.ok) return `not-taken ${form.problems.map(({ problem }) => problem).join('-')}`;
  const view = await playApplication(holder, { identity: form.identity, idPhoto: await photo() }, owner);
  return owner.outcomeOf(view);
}
