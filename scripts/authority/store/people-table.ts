import type { DatabaseSync } from 'node:sqlite';
import type { FaceReference } from '../engines/face/types.ts';
import { optionalText, text } from './columns.ts';
import { parseFaceReference } from './references.ts';

/** One citizen of the population register. */
export interface Person {
  /** Keyed hash of the ID number. */
  person: string;
  /** Keyed hash of number and name together. */
  nameCheck: string;
  /** SHA-256 of the ID photo. */
  photoDigest: string;
  /** Absent until the photo has been read. */
  photoReference: FaceReference | undefined;
}

export interface PeopleTable {
  find(person: string): Person | undefined;
  /** Adds the person, or brings name and photo up to date; a reference read from the same photo stays. */
  put(person: Person): void;
  keepPhotoReference(person: string, reference: FaceReference): void;
}

export function peopleTable(db: DatabaseSync): PeopleTable {
  const find = db.prepare('select * from people where person = ?');
  const put = db.prepare(`insert into people (person, name_check, photo_digest, photo_reference)
    values (:person, :nameCheck, :photoDigest, :photoReference)
    on conflict (person) do update set name_check = excluded.name_check, photo_digest = excluded.photo_digest,
      photo_reference = case when people.photo_digest = excluded.photo_digest
        then coalesce(excluded.photo_reference, people.photo_reference) else excluded.photo_reference end`);
  const keep = db.prepare('update people set photo_reference = ? where person = ?');
  return {
    find(person) {
      const row = find.get(person);
      if (row === undefined) return undefined;
      const reference = optionalText(row, 'photo_reference');
      return {
        person: text(row, 'person'),
        nameCheck: text(row, 'name_check'),
        photoDigest: text(row, 'photo_digest'),
        photoReference: reference === undefined ? undefined : parseFaceReference(reference),
      };
    },
    put({ person, nameCheck, photoDigest, photoReference }) {
      put.run({
        person,
        nameCheck,
        photoDigest,
        photoReference: photoReference === undefined ? null : JSON.stringify(photoReference),
      });
    },
    keepPhotoReference(person, reference) {
      keep.run(JSON.stringify(reference), person);
    },
  };
}
