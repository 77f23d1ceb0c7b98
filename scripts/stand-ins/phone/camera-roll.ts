import { basename } from 'node:path';
import type { FacePrompt } from '../../../shared/challenge.ts';
import type { Person } from './read-people.ts';

/** Which files a scripted camera shows, in turn, while the person just looks and for each prompt. */
export interface CameraRoll {
  neutral: readonly string[];
  prompted: Readonly<Record<FacePrompt, readonly string[]>>;
}

/** The word in `person.json`, and at the end of a file's name, that answers a prompt. */
const poseOf = {
  'turn-left': 'left',
  'turn-right': 'right',
  nod: 'nod',
  'open-mouth': 'mouth',
} as const satisfies Record<FacePrompt, string>;

/**
 * A citizen who does what the prompts say. The neutral pictures are those for verification, when applying too: they were
 * taken under the light of the acted ones, as in one capture, and those for enrolment were not.
 * @throws Error when a picture is missing
 */
export function rollOfPerson({ face }: Person): CameraRoll {
  return roll(face.verification, (pose) => {
    const file = face.actions.get(pose);
    if (file === undefined) throw new Error(`no picture of the action ${pose}`);
    return [file];
  });
}

/**
 * A list of frames that an attacker holds up. A file's name ends in the pose that it answers; a prompt that none
 * answers gets the front. A list without poses is played in a circle.
 */
export function rollOfAttack(files: readonly string[]): CameraRoll {
  const posed = files.filter((file) => pose(file) !== undefined);
  if (posed.length === 0) return roll(files, () => files);
  const fronts = files.filter((file) => pose(file) === undefined || pose(file) === 'front');
  const neutral = fronts.length > 0 ? fronts : files;
  return roll(neutral, (wanted) => {
    const answering = files.filter((file) => pose(file) === wanted);
    return answering.length > 0 ? answering : neutral.slice(0, 1);
  });
}

function roll(neutral: readonly string[], acted: (pose: string) => readonly string[]): CameraRoll {
  return {
    neutral,
    prompted: {
      'turn-left': acted(poseOf['turn-left']),
      'turn-right': acted(poseOf['turn-right']),
      nod: acted(poseOf.nod),
      'open-mouth': acted(poseOf['open-mouth']),
    },
  };
}

function pose(file: string): string | undefined {
  return /(?:^|[-_])(front|left|right|nod|mouth|up)\.[A-Za-z]+$/.exec(basename(file))?.[1];
}
