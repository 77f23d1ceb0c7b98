import type { RunningSandbox } from '../sandbox/start-processes.ts';
import { rollOfPerson } from '../stand-ins/phone/camera-roll.ts';
import type { Phone } from '../stand-ins/phone/pick-up-phone.ts';
import type { Owner } from '../stand-ins/phone/play-journey.ts';
import { playMeeting } from '../stand-ins/phone/play-meeting.ts';
import { type Person, readPerson } from '../stand-ins/phone/read-people.ts';
import { speechOf } from '../stand-ins/phone/speech.ts';
import { type CaseResult, reasonOf } from './case-result.ts';
import { applyFirst } from './play-citizen.ts';

/** Who meets, of this repository's people, and whose face is held before the second one's phone. */
export const meets = ['p01', 'p02'] as const;
const impostor = 'p03';

/** Two people confirm each other by the face; then somebody else holds the second one's phone, and the first is told that much. */
export async function playTwoPeople(sandbox: RunningSandbox, people: string): Promise<CaseResult[]> {
  const [first, second] = await Promise.all(meets.map((name) => readPerson(people, name)));
  const stranger = await readPerson(people, impostor);
  if (first === undefined || second === undefined) throw new Error('nobody to meet');
  const [one, two] = [await applyFirst(sandbox, first), await applyFirst(sandbox, second)];
  if (one.phone === undefined || two.phone === undefined) return [one.result, two.result];
  const phones = { opener: one.phone, joiner: two.phone };
  return [
    await play('two-people', phones, { opener: first, joiner: second }, 'pass'),
    await play('two-people-other-face', phones, { opener: first, joiner: stranger }, 'fail'),
  ];
}

/** The result is what the phone that shows the code is told of the other person. */
async function play(
  name: string,
  phones: { opener: Phone; joiner: Phone },
  faces: { opener: Person; joiner: Person },
  expected: 'pass' | 'fail',
): Promise<CaseResult> {
  const began = performance.now();
  const owner: Owner = { consent: { face: true, voice: false } };
  for (const side of ['opener', 'joiner'] as const)
    phones[side].platform.seen = { roll: rollOfPerson(faces[side]), speech: speechOf(faces[side]) };
  const done = (end: Pick<CaseResult, 'actual' | 'reason'>): CaseResult => ({
    ...{ case: name, person: faces.opener.id, expected, ...end },
    ...{ msVerdictToCounter: null, msTotal: Math.round(performance.now() - began) },
  });
  try {
    const { opener, joiner } = await playMeeting(
      { holder: phones.opener.holder, owner },
      { holder: phones.joiner.holder, owner },
    );
    const reason = (joiner.own.hints ?? []).join(' ');
    if (joiner.other !== 'confirmed')
      return done({ actual: 'error', reason: `the first was ${joiner.other}` });
    return done({ actual: opener.other === 'confirmed' ? 'pass' : 'fail', reason });
  } catch (problem) {
    return done({ actual: 'error', reason: reasonOf(problem) });
  }
}
