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
  const others = db.prepare(`select person, voice_reference from credentials
    where status = 'live' and person <> ? and voice_reference is not null order by person`);
  return {
    find(handle) {
      const row = find.get(handle);
      return row === undefined ? undefined : read(row);
    },
    issue({ handle, person, level, since, hasVoice, face, voice }) {
      voidAll.run(person);
      insert.run({
        handle,
        person,
        level,
        since,
        hasVoice: hasVoice ? 1 : 0,
        face: face === undefined ? null : templateText(face),
        voice: voice === undefined ? null : templateText(voice),
      });
    },
    void: (handle) => Number(voidOne.run(handle).changes) > 0,
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
