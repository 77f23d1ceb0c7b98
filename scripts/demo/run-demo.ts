import type { RunningSandbox } from '../sandbox/start-processes.ts';
import { type Attacks, listAttacks, readAttacks } from '../stand-ins/phone/read-attacks.ts';
import { listPeople, type Person, readPerson } from '../stand-ins/phone/read-people.ts';
import { type CaseResult, isAsExpected, reasonOf, type StepTime } from './case-result.ts';
import { openCounters } from './open-counters.ts';
import { planChecks, strictCheck } from './plan-checks.ts';
import { playAssisted } from './play-assist.ts';
import { applyFirst, failedCase, playChecks } from './play-citizen.ts';
import { child, playFamily } from './play-family.ts';
import { playLife } from './play-life.ts';
import { minor, playMinor } from './play-minor.ts';
import { playAtPoint } from './play-raise.ts';
import { meets, playTwoPeople } from './play-two-people.ts';
import type { Reporter } from './reporter.ts';

export interface DemoOptions {
  people: string;
  json: boolean;
  /** Only checks of this name, or one of `scenes`; to apply is always played. */
  only?: string;
  /** Only the citizen of this id. */
  person?: string;
  /** What the processes print goes to stderr. */
  verbose: boolean;
}

/** What is played besides the checks of each citizen, by the name that `only` has for it: a raise with what it opens, a credential's life, the net bar, two people, a family. */
export const scenes = ['raise', 'life', 'minor', 'two-people', 'family'] as const;

interface Citizen {
  person: Person;
  attacks: Attacks;
}

/**
 * Plays all cases of all citizens of a folder, one citizen after the other; the next one applies meanwhile. What cannot
 * be played is a failed case.
 * @param spare the folder of this repository: another face and voice for a folder with one citizen, and whoever plays the scenes after that
 */
export async function runDemo(
  sandbox: RunningSandbox,
  { people, spare, ...options }: Pick<DemoOptions, 'people' | 'only' | 'person'> & { spare: string },
  reporter: Reporter,
): Promise<{ passed: number; failed: number }> {
  const totals = { passed: 0, failed: 0 };
  const isPlayed = (scene: (typeof scenes)[number]) => (options.only ?? scene) === scene;
  let known = options.only === undefined || scenes.some((scene) => scene === options.only);
  const tell = (result: CaseResult, steps: readonly StepTime[]) => {
    totals[isAsExpected(result) ? 'passed' : 'failed']++;
    reporter.result(result, steps);
  };
  const { citizens, broken } = await readCitizens(people);
  const wanted = (id: string) => options.person === undefined || id === options.person;
  for (const result of broken.filter(({ person }) => wanted(person))) tell(result, []);

  const played = citizens.filter(({ person }) => wanted(person.id));
  const counters = await openCounters(sandbox);
  try {
    let applying = played[0] && applyFirst(sandbox, played[0].person);
    for (const [index, { person, attacks }] of played.entries()) {
      const applied = await applying;
      const next = played[index + 1];
      applying = next && applyFirst(sandbox, next.person);
      if (applied === undefined) continue;
      tell(applied.result, applied.steps);
      const { phone } = applied;
      if (phone === undefined) continue;
      const other = await otherThan(person, citizens, spare);
      const checks = planChecks(person, other, attacks).filter(({ name, late }) =>
        // A late scan takes the time that it is late: one citizen shows it for all.
        options.only === undefined ? !late || index === 0 : name === options.only,
      );
      known ||= checks.length > 0;
      await playChecks({ sandbox, counters }, { phone, person, checks }, tell);
      // One citizen shows for all what an acceptance point opens.
      if (index !== 0 || !isPlayed('raise')) continue;
      tell(await playAtPoint(sandbox, phone, { person, officer: other }), phone.takeTimes());
      await playChecks({ sandbox, counters }, { phone, person, checks: [strictCheck(person)] }, tell);
      const attendant = await otherThan(other, citizens, spare);
      for (const result of await playAssisted(sandbox, { person, attendant })) tell(result, []);
    }
    const [first] = played;
    if (first !== undefined && isPlayed('life')) await playLife({ sandbox, counters }, first.person, tell);
    if (isPlayed('minor') && wanted(minor)) {
      for (const result of await playMinor(sandbox, counters, spare)) tell(result, []);
    }
    if (isPlayed('two-people') && (options.person === undefined || options.person === meets.join('+'))) {
      for (const result of await playTwoPeople(sandbox, spare)) tell(result, []);
    }
    // The last of all: a year goes by in it.
    if (isPlayed('family') && wanted(child)) {
      for (const result of await playFamily({ sandbox, counters }, spare)) tell(result, []);
    }
    if (!known) tell(failedCase(options.only ?? '', '', 'pass', 'there is no case of that name'), []);
    if (totals.passed + totals.failed === 0)
      tell(failedCase('apply', '', 'issued', 'no citizen to play'), []);
    reporter.end(totals);
    return totals;
  } finally {
    counters.close();
  }
}

async function readCitizens(folder: string): Promise<{ citizens: Citizen[]; broken: CaseResult[] }> {
  const citizens: Citizen[] = [];
  const broken: CaseResult[] = [];
  for (const name of await listPeople(folder)) {
    try {
      const person = await readPerson(folder, name);
      citizens.push({ person, attacks: await readAttacks(folder, person.id) });
    } catch (problem) {
      broken.push(failedCase('apply', name, 'issued', reasonOf(problem)));
    }
  }
  for (const id of await listAttacks(folder)) {
    const known =
      citizens.some(({ person }) => person.id === id) || broken.some(({ person }) => person === id);
    if (!known) broken.push(failedCase('attacks', id, 'fail', 'no such citizen'));
  }
  return { citizens, broken };
}

/** The next citizen of the folder, or the first one of the spare folder where there is no other. */
async function otherThan(person: Person, citizens: readonly Citizen[], spare: string): Promise<Person> {
  const index = citizens.findIndex((citizen) => citizen.person.id === person.id);
  const next = citizens[(index + 1) % citizens.length]?.person;
  if (next !== undefined && next.id !== person.id) return next;
  const [name] = (await listPeople(spare)).filter((each) => each !== person.id);
  if (name === undefined) throw new Error('nobody to borrow another face from');
  return await readPerson(spare, name);
}
