import { join } from 'node:path';
import { readCredential } from '../../../miniprogram/src/apply/07-credential.ts';
import type { Running } from '../../sandbox/read-running.ts';
import { scriptAuthority } from './ask-sandbox.ts';
import { rollOfPerson } from './camera-roll.ts';
import { type Phone, pickUpPhone } from './pick-up-phone.ts';
import { type Owner, playApplication } from './play-journey.ts';
import { playMeeting } from './play-meeting.ts';
import { identityOf, type Person, readPerson } from './read-people.ts';
import { speechOf } from './speech.ts';
import { storageInFile } from './storage-in-file.ts';

/**
 * Two synthetic citizens confirm each other in a running sandbox: the first shows a code, the second scans it. Whoever has no credential applies
 * before. What each phone says is told by `say`.
 */
export async function meetInSandbox(
  { running, data, people }: { running: Running; data: string; people: string },
  names: { shows: string; scans: string },
  say: (text: string) => void,
): Promise<void> {
  const [shows, scans] = await Promise.all([
    readPerson(people, names.shows),
    readPerson(people, names.scans),
  ]);
  const authority = { ...running, apiKey: running.sandbox.authority.apiKey };
  const phoneOf = async (person: Person): Promise<Phone> => {
    const storage = storageInFile(join(data, 'phones', `${person.id}.json`));
    const phone = await pickUpPhone(running, person.id, { storage });
    phone.platform.seen = { roll: rollOfPerson(person), speech: speechOf(person) };
    if ((await readCredential(phone.holder)).state === 'active') return phone;
    say(`${person.id} has no credential on this phone and applies.`);
    const { state, hints } = await playApplication(phone.holder, { identity: identityOf(person) });
    say(`  ${state} ${(hints ?? []).join(' ')}`.trimEnd());
    return phone;
  };
  const [first, second] = [await phoneOf(shows), await phoneOf(scans)];
  await scriptAuthority(authority, { name: 'forget-samples' });
  say(`${shows.id} shows a code, ${scans.id} scans it.`);
  const owner = ({ id }: Person): Owner => ({
    consent: { face: true, voice: false },
    async agrees({ asks }) {
      say(
        `  ${id} is asked by ${asks?.meetingId === undefined ? asks?.rpName : 'a private person'}, and agrees.`,
      );
      return true;
    },
  });
  const met = await playMeeting(
    { holder: first.holder, owner: owner(shows) },
    { holder: second.holder, owner: owner(scans) },
  );
  say(`${shows.id}: own check ${met.opener.own.state}, the other ${met.opener.other}`);
  say(`${scans.id}: own check ${met.joiner.own.state}, the other ${met.joiner.other}`);
}
