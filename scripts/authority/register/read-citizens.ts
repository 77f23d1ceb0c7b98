import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';

/** A synthetic citizen as a folder describes one. */
export interface Citizen {
  id: string;
  name: string;
  idNumber: string;
  photoPath: string;
  /** SHA-256 of the photo, base64url. */
  photoDigest: string;
  /** Ten digits, three rounds; absent where the folder has no voice. */
  voicePath: string | undefined;
}

const PersonFile = Type.Object({
  id: Type.String(),
  name: Type.String(),
  idNumber: Type.String(),
  face: Type.Object({ idPhoto: Type.String() }),
  voice: Type.Optional(Type.Object({ enrolment: Type.String() })),
});

/**
 * The citizens of a folder: every sub-folder that holds a `person.json`. One that is damaged is left out, and `skipped` told
 * its folder's name: the others are not to suffer for it.
 */
export function readCitizens(folder: string, skipped: (name: string) => void): Citizen[] {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'person.json')));
  return names.sort().flatMap((name) => {
    try {
      return [readCitizen(join(folder, name))];
    } catch {
      skipped(name);
      return [];
    }
  });
}

function readCitizen(folder: string): Citizen {
  const file: unknown = JSON.parse(readFileSync(join(folder, 'person.json'), 'utf8'));
  if (!Value.Check(PersonFile, file)) throw new TypeError('person.json is not in the format');
  const photoPath = join(folder, file.face.idPhoto);
  return {
    id: file.id,
    name: file.name,
    idNumber: file.idNumber,
    photoPath,
    photoDigest: createHash('sha256').update(readFileSync(photoPath)).digest('base64url'),
    voicePath: file.voice === undefined ? undefined : join(folder, file.voice.enrolment),
  };
}
