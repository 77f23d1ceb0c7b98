import { Problem } from '../../../shared/problem.ts';
import { birthDateIn } from '../../../shared/resident-id.ts';

/** How every check of a test holder ends, without anybody looking at a face. */
export type TestOutcome = 'pass' | 'fail' | 'timeout' | 'void' | 'locked' | 'authority-down';

/** Somebody who is nobody: of the test region, known to everybody. */
export interface TestHolder {
  outcome: TestOutcome;
  name: string;
  idNumber: string;
}

/** They stand in the README for whoever tries out a counter, so they stay what they are. */
export const testHolders = [
  { outcome: 'pass', name: '试通过', idNumber: '990101199001010019' },
  { outcome: 'fail', name: '试不符', idNumber: '990101199001010027' },
  { outcome: 'timeout', name: '试超时', idNumber: '990101199001010035' },
  { outcome: 'void', name: '试作废', idNumber: '990101199001010043' },
  { outcome: 'locked', name: '试锁定', idNumber: '990101199001010051' },
  { outcome: 'authority-down', name: '试停机', idNumber: '99010119900101006X' },
] as const satisfies readonly TestHolder[];

/** Milliseconds that a challenge of `timeout` lives: nobody can answer it, and who waits does not wait long. */
const shortLife = 4_000;
/** Seconds for which `locked` is told to wait: as long as a real lock. */
const lockSeconds = 30 * 60;

/** No keyed hash of a number has a colon: nobody else can be one of these. */
const prefix = 'test:';

/** The test holder of that name and number, in any writing of the check character. */
export function testHolderOf(name: string, idNumber: string): TestHolder | undefined {
  return testHolders.find((holder) => holder.name === name && holder.idNumber === idNumber.toUpperCase());
}

/** The person that a test holder is on one applicant's phone: many try the same one at a time, and none voids another's credential. */
export function testPerson({ outcome }: TestHolder, applicant: string): string {
  return `${prefix}${outcome}:${applicant}`;
}

/** How the checks of a person end, where it is a test holder. */
export function testOutcomeOf(person: string | undefined): TestOutcome | undefined {
  const [, outcome] = person?.startsWith(prefix) ? person.split(':') : [];
  return testHolders.find((holder) => holder.outcome === outcome)?.outcome;
}

/** When a test holder was born, as its number says. */
export function testBirthOf(person: string): string | undefined {
  const outcome = testOutcomeOf(person);
  const holder = testHolders.find((each) => each.outcome === outcome);
  return holder && birthDateIn(holder.idNumber);
}

/** Refuses the challenge of a check whose test holder has none. @throws Problem credential-void, credential-locked, authority-unavailable */
export function refuseTestHolder(person: string): void {
  switch (testOutcomeOf(person)) {
    case 'void':
      throw new Problem('credential-void');
    case 'locked':
      throw new Problem('credential-locked', { retryAfter: lockSeconds });
    case 'authority-down':
      throw new Problem('authority-unavailable', { retryAfter: 1 });
    case 'pass':
    case 'fail':
    case 'timeout':
    case undefined:
      return;
  }
}

/** How long a challenge lives, where its test holder makes it shorter. */
export function lifetimeFor(person: string | undefined, lifetime: number): number {
  return testOutcomeOf(person) === 'timeout' ? Math.min(shortLife, lifetime) : lifetime;
}
