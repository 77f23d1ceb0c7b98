import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { POSES, type Pose } from '../forgeries/poses.ts';

/** A citizen's pictures, as files. */
export interface CitizenFaces {
  id: string;
  idPhoto: Uint8Array;
  enrolment: Uint8Array[];
  verification: Uint8Array[];
  actions: Record<Exclude<Pose, 'front'>, Uint8Array>;
}

/** One list of frames of an attack; each frame with the pose that it answers, if its name ends in one. */
export interface RecordedAttack {
  target: string;
  name: string;
  frames: { pose: Pose | null; jpeg: Uint8Array }[];
}

interface PersonFile {
  id: string;
  face: { idPhoto: string; enrolment: string[]; verification: string[]; actions: Record<string, string> };
}

const readAll = (folder: string, files: readonly string[]): Promise<Uint8Array[]> =>
  Promise.all(files.map((file) => readFile(join(folder, file))));

/** Reads every citizen of a folder: `person.json` and the pictures that it names. */
export async function loadCitizens(people: string): Promise<CitizenFaces[]> {
  const names = (await readdir(people)).filter((name) => /^p\d+$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const folder = join(people, name);
      const { id, face }: PersonFile = JSON.parse(await readFile(join(folder, 'person.json'), 'utf8'));
      const action = (pose: Pose): Promise<Uint8Array> => readFile(join(folder, face.actions[pose] ?? ''));
      return {
        id,
        idPhoto: await readFile(join(folder, face.idPhoto)),
        enrolment: await readAll(
          folder,
          face.enrolment.filter((file) => file.includes('front')),
        ),
        verification: await readAll(folder, face.verification),
        actions: {
          left: await action('left'),
          right: await action('right'),
          nod: await action('nod'),
          mouth: await action('mouth'),
        },
      };
    }),
  );
}

/** Reads every list of frames in every `attack.json` of the folder. */
export async function loadAttacks(people: string): Promise<RecordedAttack[]> {
  const root = join(people, 'attacks');
  const targets = await readdir(root).catch((): string[] => []);
  const all = await Promise.all(
    targets.sort().map(async (name) => {
      const folder = join(root, name);
      const lists: Record<string, unknown> = JSON.parse(await readFile(join(folder, 'attack.json'), 'utf8'));
      const attacks: RecordedAttack[] = [];
      for (const [list, files] of Object.entries(lists)) {
        if (!Array.isArray(files)) continue;
        const frames = files
          .filter((file): file is string => typeof file === 'string')
          .map(async (file) => ({
            pose: POSES.find((pose) => file.endsWith(`${pose}.jpg`)) ?? null,
            jpeg: await readFile(join(folder, file)),
          }));
        attacks.push({ target: name, name: list, frames: await Promise.all(frames) });
      }
      return attacks;
    }),
  );
  return all.flat();
}
