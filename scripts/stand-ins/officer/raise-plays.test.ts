import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCredential } from '../../../miniprogram/src/apply/07-credential.ts';
import { testHolders } from '../../authority/register/test-holders.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-processes.ts';
import { pickUpPhone } from '../phone/pick-up-phone.ts';
import { playApplication } from '../phone/play-journey.ts';
import { readPerson } from '../phone/read-people.ts';
import { anySamples, hastyClock } from '../phone/stand-in-platform.ts';
import type { StandInOfficer } from './officer.ts';
import { appointOfficer, playRaise, sandboxCard } from './play-raise.ts';
import { isRaisePlay, type RaisePlay, raisePlays } from './raise-plays.ts';

const people = join(import.meta.dirname, '..', '..', 'people');
const data = mkdtempSync(join(tmpdir(), 'lz-raise-plays-'));
const consent = { face: true, voice: false };
let sandbox: RunningSandbox;
let officer: StandInOfficer;
let colleague: StandInOfficer;
beforeAll(async () => {
  sandbox = await startSandbox({ data, people, engines: false });
  officer = await appointOfficer(sandbox, await readPerson(people, 'p02'));
  colleague = await appointOfficer(sandbox, await readPerson(people, 'p03'));
});
afterAll(async () => {
  await sandbox?.stop();
  rmSync(data, { recursive: true });
});

/** Somebody's new phone, on which they have applied as that test holder. */
async function applied(play: RaisePlay) {
  const { holder: outcome } = raisePlays[play];
  const phone = await pickUpPhone(sandbox, `raised-${play}`, {
    samples: anySamples,
    prepare(platform) {
      platform.clock = hastyClock(Date.now);
    },
  });
  const { name, idNumber } = testHolders.find((each) => each.outcome === outcome) ?? {};
  if (name === undefined || idNumber === undefined) throw new Error(`there is no test holder ${outcome}`);
  const identity = { name, idNumber, validUntil: 'long-term' } as const;
  const { state } = await playApplication(phone.holder, { identity }, { consent });
  expect(state).toBe('passed');
  return phone;
}

it.each(Object.keys(raisePlays).filter(isRaisePlay))('a raise can be made to end as %s', async (play) => {
  const { card, decision, ends, ...played } = raisePlays[play];
  const phone = await applied(play);
  const view = await playRaise(officer, phone, {
    ...{ card: sandboxCard(card), decision, second: 'second' in played ? colleague : undefined },
    owner: () => ({ consent }),
  });
  expect({ state: view.state, hints: view.hints ?? [] }).toEqual(ends);
  const { level } = await readCredential(phone.holder);
  expect(level).toBe(ends.state === 'passed' ? 'strict' : 'basic');
});
