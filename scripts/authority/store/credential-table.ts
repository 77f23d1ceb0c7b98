import type { DatabaseSync } from 'node:sqlite';
import { asId } from '../../../shared/ids.ts';
import { levels } from '../../../shared/levels.ts';
import type { Credential, CredentialTable } from '../ports/store.ts';
import { integer, optionalText, type StoredRow, text } from './columns.ts';
import { readTemplate, templateText } from './template-text.ts';

export function credentialTable(db: DatabaseSync): CredentialTable {
  const find = db.prepare('select * from credentials where handle = ?');
  const forget = `status = 'void', face_reference = null, voice_reference = null`;
  const voidAll = db.prepare(`update credentials set ${forget} where person = ? and status = 'live'`);
  const voidOne = db.prepare(`update credentials set ${forget} where handle = ? and status = 'live'`);
  const insert = db.prepare(`insert into credentials
    (handle, person, level, status, since, has_voice, face_reference, voice_reference)
    values (:handle, :person, :level, 'live', :since, :hasVoice, :face, :voice)`);
  const changed = [
    db.prepare('delete from credential_changes where handle = ?'),
    db.prepare('insert into credential_changes (handle) values (?)'),
  ];
  const liveOf = db.prepare(`select handle from credentials where person = ? and status = 'live'`);
  const after =
    db.prepare(`select seq, handle, status, since from credential_changes join credentials using (handle)
    where seq > ? order by seq limit ?`);
  const last = db.prepare('select coalesce(max(seq), 0) as seq from credential_changes');
  const noteChange = (handle: string) => {
    for (const statement of changed) statement.run(handle);
  };
  const others = db.prepare(`select person, voice_reference from credentials
    where status = 'live' and person <> ? and voice_reference is not null order by person`);
  return {
    find(handle) {
      const row = find.get(handle);
      return row === undefined ? undefined : read(row);
    },
    issue({ handle, person, level, since, hasVoice, face, voice }) {
      const before = liveOf.all(person).map((row) => text(row, 'handle'));
      voidAll.run(person);
      for (const each of before) noteChange(each);
      insert.run({
        handle,
        person,
        level,
        since,
        hasVoice: hasVoice ? 1 : 0,
        face: face === undefined ? null : templateText(face),
        voice: voice === undefined ? null : templateText(voice),
      });
      noteChange(handle);
    },
    void(handle) {
      const wasLive = Number(voidOne.run(handle).changes) > 0;
      if (wasLive) noteChange(handle);
      return wasLive;
    },
    changedAfter: (seq, most) =>
      after.all(seq, most).map((row) => ({
        seq: integer(row, 'seq'),
        handle: text(row, 'handle'),
        live: text(row, 'status') === 'live',
        since: integer(row, 'since'),
      })),
    lastChange: () => integer(last.get() ?? {}, 'seq'),
    voicesOfOthers: (person) =>
      others.all(person).map((row) => ({
        person: text(row, 'person'),
        voice: readTemplate(text(row, 'voice_reference')),
      })),
  };
}

function read(row: StoredRow): Credential {
  const face = optionalText(row, 'face_reference');
  const voice = optionalText(row, 'voice_reference');
  const level = levels.find((known) => known === text(row, 'level'));
  if (level === undefined) throw new TypeError('column level holds no level');
  return {
    handle: asId('crd', text(row, 'handle')),
    person: text(row, 'person'),
    level,
    live: text(row, 'status') === 'live',
    since: integer(row, 'since'),
    hasVoice: integer(row, 'has_voice') === 1,
    face: face === undefined ? undefined : readTemplate(face),
    voice: voice === undefined ? undefined : readTemplate(voice),
  };
}
