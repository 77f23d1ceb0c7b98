import type { DatabaseSync } from 'node:sqlite';
import type { PeopleTable, StrikeTable, TryTable, VoiceTable } from '../ports/store.ts';
import { integer, optionalText, text } from './columns.ts';
import { readTemplate, templateText } from './template-text.ts';

export function peopleTable(db: DatabaseSync): PeopleTable {
  const find = db.prepare('select * from people where person = ?');
  const put =
    db.prepare(`insert into people (person, name_check, photo_digest, photo_reference, born, by_application)
    values (:person, :nameCheck, :photoDigest, :photo, :born, :byApplication)
    on conflict (person) do update set name_check = excluded.name_check, photo_digest = excluded.photo_digest,
      born = coalesce(excluded.born, people.born),
      photo_reference = case when people.photo_digest = excluded.photo_digest
        then coalesce(excluded.photo_reference, people.photo_reference) else excluded.photo_reference end`);
  const keep = db.prepare('update people set photo_reference = ? where person = ?');
  const learn = db.prepare('update people set born = ? where person = ? and born is null');
  return {
    find(person) {
      const row = find.get(person);
      if (row === undefined) return undefined;
      const photo = optionalText(row, 'photo_reference');
      return {
        person: text(row, 'person'),
        nameCheck: text(row, 'name_check'),
        photoDigest: text(row, 'photo_digest'),
        photo: photo === undefined ? undefined : readTemplate(photo),
        born: optionalText(row, 'born'),
        byApplication: integer(row, 'by_application') === 1,
      };
    },
    put({ person, nameCheck, photoDigest, photo, born, byApplication }) {
      put.run({
        person,
        nameCheck,
        photoDigest,
        photo: photo === undefined ? null : templateText(photo),
        born: born ?? null,
        byApplication: byApplication ? 1 : 0,
      });
    },
    keepPhoto: (person, template) => void keep.run(templateText(template), person),
    keepBorn: (person, born) => void learn.run(born, person),
  };
}

export function strikeTable(db: DatabaseSync): StrikeTable {
  const of = db.prepare('select failures, locked_until from strikes where person = ? and ceremony = ?');
  const put = db.prepare(`insert into strikes (person, ceremony, failures, locked_until) values (?, ?, ?, ?)
    on conflict (person, ceremony) do update set failures = excluded.failures, locked_until = excluded.locked_until`);
  const forgive = db.prepare('delete from strikes');
  const struck = db.prepare(
    'insert into struck_sessions (session_id, at) values (?, ?) on conflict do nothing',
  );
  const purge = db.prepare('delete from struck_sessions where at < ?');
  return {
    countSession: (sessionId, at) => Number(struck.run(sessionId, at).changes) > 0,
    purge: (before) => void purge.run(before),
    of(person, ceremony) {
      const row = of.get(person, ceremony);
      if (row === undefined) return { failures: 0, lockedUntil: 0 };
      return { failures: integer(row, 'failures'), lockedUntil: integer(row, 'locked_until') };
    },
    put: (person, ceremony, { failures, lockedUntil }) =>
      void put.run(person, ceremony, failures, lockedUntil),
    forgive: () => void forgive.run(),
  };
}

export function tryTable(db: DatabaseSync): TryTable {
  const of = db.prepare('select tries, since, passed from tries where person = ? and applicant = ?');
  const put = db.prepare(`insert into tries (person, applicant, tries, since, passed) values (?, ?, ?, ?, ?)
    on conflict (person, applicant) do update set tries = excluded.tries, since = excluded.since, passed = excluded.passed`);
  const purge = db.prepare('delete from tries where since < ? and passed = 0');
  const forgive = db.prepare('delete from tries');
  return {
    of(person, applicant) {
      const row = of.get(person, applicant);
      if (row === undefined) return undefined;
      return {
        tries: integer(row, 'tries'),
        since: integer(row, 'since'),
        passed: integer(row, 'passed') === 1,
      };
    },
    put: (person, applicant, { tries, since, passed }) =>
      void put.run(person, applicant, tries, since, passed ? 1 : 0),
    purge: (before) => void purge.run(before),
    forgive: () => void forgive.run(),
  };
}

export function voiceTable(db: DatabaseSync): VoiceTable {
  const find = db.prepare('select reference from voices where recording_digest = ?');
  const put = db.prepare(
    `insert into voices (recording_digest, reference) values (?, ?)
    on conflict (recording_digest) do update set reference = excluded.reference`,
  );
  return {
    find(recordingDigest) {
      const row = find.get(recordingDigest);
      return row === undefined ? undefined : readTemplate(text(row, 'reference'));
    },
    put: (recordingDigest, template) => void put.run(recordingDigest, templateText(template)),
  };
}
