import type { DatabaseSync } from 'node:sqlite';
import { asId, type CredentialHandle } from '../../../shared/ids.ts';
import { type Level, levels } from '../../../shared/levels.ts';
import type { FaceReference } from '../engines/face/types.ts';
import type { VoiceReference } from '../engines/voice/types.ts';
import { integer, optionalText, type StoredRow, text } from './columns.ts';
import { parseFaceReference, parseVoiceReference, voiceReferenceText } from './references.ts';

/** A credential and the enrolment behind it. */
export interface Credential {
  handle: CredentialHandle;
  person: string;
  level: Level;
  live: boolean;
  since: number;
  /** Whether it was enrolled with a voice. */
  hasVoice: boolean;
  /** Absent where the platform took the face, or a script decided without engines: the ID photo stands alone then. */
  face: FaceReference | undefined;
  voice: VoiceReference | undefined;
}

export interface CredentialTable {
  find(handle: string): Credential | undefined;
  /** The person's new credential; those before it are void from now on. */
  issue(credential: Credential): void;
  /** Whether it was live until now. The references go with it. */
  void(handle: string): boolean;
  /** Voices of live credentials of other people. */
  voicesOfOthers(person: string): { person: string; voice: VoiceReference }[];
}

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
        face: face === undefined ? null : JSON.stringify(face),
        voice: voice === undefined ? null : voiceReferenceText(voice),
      });
    },
    void: (handle) => Number(voidOne.run(handle).changes) > 0,
    voicesOfOthers: (person) =>
      others.all(person).map((row) => ({
        person: text(row, 'person'),
        voice: parseVoiceReference(text(row, 'voice_reference')),
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
    face: face === undefined ? undefined : parseFaceReference(face),
    voice: voice === undefined ? undefined : parseVoiceReference(voice),
  };
}
