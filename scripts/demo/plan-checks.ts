import { rollOfAttack, rollOfPerson } from '../stand-ins/phone/camera-roll.ts';
import type { Attacks } from '../stand-ins/phone/read-attacks.ts';
import type { Person } from '../stand-ins/phone/read-people.ts';
import type { Seen } from '../stand-ins/phone/scripted-platform.ts';
import { type Speech, speechFromFile, speechOf } from '../stand-ins/phone/speech.ts';
import type { Check } from './play-check.ts';

const hotel = { scene: 'hotel', purpose: 'check-in' } as const;

/**
 * What is played at counters once the citizen has a credential; `other` lends face and voice. Each check of the citizen's
 * own voice is another phrase: who says the same recording twice is an attacker.
 */
export function planChecks(person: Person, other: Person, attacks: Attacks): Check[] {
  const roll = rollOfPerson(person);
  const speech = speechOf(person);
  const digits = eachOnce(phrasesOf(person));
  const attack = { ...hotel, expected: 'fail', digits } as const;
  return [
    { ...hotel, name: 'genuine-hotel', expected: 'pass', seen: { roll, speech }, digits },
    { ...hotel, name: 'genuine-late', expected: 'pass', late: true, seen: { roll, speech }, digits },
    { ...attack, name: 'other-face', seen: { roll: rollOfPerson(other), speech } },
    {
      ...attack,
      name: 'other-voice',
      seen: { roll, speech: speechOf(other) },
      digits: eachOnce(phrasesOf(other)),
    },
    { ...attack, name: 'wrong-digits', ...wrongDigits(person, roll) },
    {
      name: 'strict-scene',
      ...{ scene: 'gov-window', purpose: 'handle-affairs' },
      ...{ expected: 'refused', refusedFor: 'level-too-low', seen: { roll, speech }, digits },
    },
    ...attacks.frames.map(({ name, files }) => ({
      ...attack,
      name: `attack-${name}`,
      seen: { roll: rollOfAttack(files), speech },
    })),
    ...attacks.voices.map(({ kind, file, prompt }) => ({
      ...attack,
      name: `attack-voice-${kind}`,
      ...{ seen: { roll, speech: speechFromFile(file) }, digits: () => prompt },
    })),
  ];
}

/** At a window, with the coloured credential, and another phrase than at the acceptance point; the word goes from the phone to the clerk. */
export function strictCheck(person: Person): Check {
  return {
    name: 'strict-after-raise',
    ...{ scene: 'gov-window', purpose: 'handle-affairs', expected: 'pass' },
    seen: { roll: rollOfPerson(person), speech: speechOf(person) },
    digits: eachOnce(phrasesOf(person).slice(1)),
  };
}

/** The digits for which the citizen has recorded a phrase. */
export function phrasesOf({ voice }: Person): string[] {
  return voice.phrases.filter(({ match }) => match).map(({ spoken }) => spoken);
}

/** The right voice says other digits than asked: as recorded so, or a phrase that answers another challenge. */
function wrongDigits(person: Person, roll: Seen['roll']): Pick<Check, 'seen' | 'digits'> {
  const { phrases } = person.voice;
  const wrong = phrases.filter(({ prompt, spoken }) => prompt !== spoken);
  const spokenFor = new Map(wrong.map(({ prompt, file }) => [prompt, speechFromFile(file)]));
  const genuine = speechOf(person);
  const speech: Speech = (digits) =>
    (spokenFor.get(digits) ?? ((others) => genuine(shifted(others))))(digits);
  let asked = 0;
  const digits = () => wrong[asked++ % wrong.length]?.prompt;
  return { seen: { ...(roll && { roll }), speech }, digits };
}

/** Hands out each phrase once; after the last one the authority asks for digits of its own, and they are composed. */
function eachOnce(phrases: readonly string[]): () => string | undefined {
  let used = 0;
  return () => phrases[used++];
}

/** Each digit one higher, so that none is right. */
function shifted(digits: string): string {
  return [...digits].map((digit) => String((Number(digit) + 1) % 10)).join('');
}
