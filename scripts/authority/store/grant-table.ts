import type { DatabaseSync } from 'node:sqlite';
import type { GrantTable } from '../ports/grants.ts';
import { integer, optionalInteger, optionalText } from './columns.ts';
import { readTemplate, templateText } from './template-text.ts';

/** What waits with a case, in the form in which it is to be kept: a PIN as its slow hash, a voice as its template. */
export const grantSchema = `create table if not exists raise_grants (
  case_id text primary key,
  pin_salt text,
  pin_hash text,
  pin_tries integer,
  voice text,
  ends_at integer
);
create table if not exists raise_given (
  case_id text primary key,
  pin_salt text,
  voice_digest text,
  ends_at integer,
  former_end integer
)`;

export function grantTable(db: DatabaseSync): GrantTable {
  const put = db.prepare(`insert into raise_grants (case_id, pin_salt, pin_hash, pin_tries, voice, ends_at)
    values (:caseId, :salt, :hash, :tries, :voice, :endsAt)`);
  const take = db.prepare('delete from raise_grants where case_id = ? returning *');
  const note = db.prepare(`insert into raise_given (case_id, pin_salt, voice_digest, ends_at, former_end)
    values (:caseId, :pinSalt, :voiceDigest, :endsAt, :formerEnd)`);
  const takeGiven = db.prepare('delete from raise_given where case_id = ? returning *');
  const purge = db.prepare(`delete from raise_grants where case_id not in
    (select id from raise_cases where waits_for = 'revoked' or (waits_for is not null and at >= ?))`);
  const purgeGiven = db.prepare('delete from raise_given where case_id not in (select id from raise_cases)');
  return {
    put(caseId, { pin, voice, endsAt }) {
      put.run({
        ...{ caseId, salt: pin?.salt ?? null, hash: pin?.hash ?? null, tries: pin?.tries ?? 0 },
        ...{ voice: voice === undefined ? null : templateText(voice), endsAt: endsAt ?? null },
      });
    },
    take(caseId) {
      const row = take.get(caseId);
      if (row === undefined) return undefined;
      const [salt, hash] = [optionalText(row, 'pin_salt'), optionalText(row, 'pin_hash')];
      const voice = optionalText(row, 'voice');
      return {
        pin:
          salt === undefined || hash === undefined
            ? undefined
            : { salt, hash, tries: integer(row, 'pin_tries') },
        voice: voice === undefined ? undefined : readTemplate(voice),
        endsAt: optionalInteger(row, 'ends_at'),
      };
    },
    noteGiven(caseId, { pinSalt, voiceDigest, endsAt, formerEnd }) {
      note.run({
        ...{ caseId, pinSalt: pinSalt ?? null, voiceDigest: voiceDigest ?? null },
        ...{ endsAt: endsAt ?? null, formerEnd: formerEnd ?? null },
      });
    },
    takeGiven(caseId) {
      const row = takeGiven.get(caseId);
      return (
        row && {
          pinSalt: optionalText(row, 'pin_salt'),
          voiceDigest: optionalText(row, 'voice_digest'),
          endsAt: optionalInteger(row, 'ends_at'),
          formerEnd: optionalInteger(row, 'former_end'),
        }
      );
    },
    purge(before) {
      purge.run(before);
      purgeGiven.run();
    },
  };
}
