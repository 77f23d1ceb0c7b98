import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Value } from 'typebox/value';
import type { StorageKey } from '../../../../miniprogram/src/platform/platform.ts';
import { openRaiseCall } from '../../../../shared/contract/raise/01-open.ts';
import { OpenSessionAnswer } from '../../../../shared/contract/verify/01-open-session.ts';
import { showCode } from '../../../stand-ins/counter/show-code.ts';
import { appointOfficer, playRaise } from '../../../stand-ins/officer/play-raise.ts';
import { scriptAuthority } from '../../../stand-ins/phone/ask-sandbox.ts';
import { rollOfPerson } from '../../../stand-ins/phone/camera-roll.ts';
import { pickUpPhone } from '../../../stand-ins/phone/pick-up-phone.ts';
import { enrol, playCheck } from '../../../stand-ins/phone/play-journey.ts';
import { identityOf, readPerson } from '../../../stand-ins/phone/read-people.ts';
import { speechOf } from '../../../stand-ins/phone/speech.ts';
import { storageInMemory } from '../../../stand-ins/phone/stand-in-platform.ts';
import type { HeldPhone } from './phones.ts';
import type { World } from './world.ts';

const people = join(import.meta.dirname, '..', '..', '..', 'people');
const applicants = new WeakMap<World, Promise<HeldPhone>>();
const reviewed = new WeakMap<World, Promise<void>>();

/** Somebody who comes to an officer's desk with a basic credential: no other scene shows their phone. */
export async function applicant(world: World): Promise<HeldPhone> {
  const there = applicants.get(world) ?? apply(world);
  applicants.set(world, there);
  return await there;
}

async function apply({ running }: World): Promise<HeldPhone> {
  const kept = new Map<StorageKey, string>();
  const { holder, platform } = await pickUpPhone(running, 'shown-raised', { storage: storageInMemory(kept) });
  const person = await readPerson(people, 'p04');
  platform.seen = { roll: rollOfPerson(person), speech: speechOf(person) };
  await scriptAuthority(running, { name: 'stub-decision', outcome: 'pass', times: 1 });
  await enrol(holder, { identity: identityOf(person) }, { triesAgain: async () => false });
  return { holder, person, stored: () => Object.fromEntries(kept) };
}

/** The officer of the page opens a raise, and the applicant's phone scans, agrees and shows the face. @param meanwhile done at the desk before they agree @returns the session */
export async function comeToDesk(
  page: Page,
  world: World,
  meanwhile?: () => Promise<unknown>,
): Promise<string> {
  const { holder } = await applicant(world);
  const [answered] = await Promise.all([
    page.waitForResponse(
      (answer) =>
        new URL(answer.url()).pathname === openRaiseCall.path && answer.request().method() === 'POST',
    ),
    page.locator('#next').click(),
  ]);
  const session = Value.Parse(OpenSessionAnswer, await answered.json());
  const { sessionId } = session;
  for (const scenario of [
    { name: 'forget-samples' },
    { name: 'stub-decision', sessionId, outcome: 'pass', times: 1 },
  ])
    await scriptAuthority(world.running, scenario);
  const owner = {
    consent: { face: true, voice: false },
    async agrees() {
      await meanwhile?.();
      return true;
    },
  };
  // It goes on by itself, and ends with the page.
  void playCheck(holder, showCode(session, 0, Date.now()), owner).catch(() => undefined);
  return sessionId;
}

/** Another officer has handed a raise on, so that one waits. */
export async function handOn(world: World): Promise<void> {
  const done = reviewed.get(world) ?? play(world);
  reviewed.set(world, done);
  await done;
}

async function play(world: World): Promise<void> {
  const { running } = world;
  const { holder, person } = await applicant(world);
  const officer = await appointOfficer(running, await readPerson(people, 'p05'));
  await scriptAuthority(running, { name: 'stub-decision', outcome: 'pass', times: 1 });
  const { name, idNumber } = person;
  await playRaise(
    officer,
    { holder },
    {
      card: { name, idNumber, validFrom: '2021-03-01', validUntil: 'long-term', chip: null },
      decision: { outcome: 'review', cardGenuine: true, faceUnnatural: false, doubt: 'another-doubt' },
    },
  );
}
