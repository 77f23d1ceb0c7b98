import type { DatabaseSync } from 'node:sqlite';
import { Value } from 'typebox/value';
import { ChallengeClaims } from '../../../shared/contract/authority/03-challenge.ts';
import * as limits from '../../../shared/limits.ts';
import type { HeldTable } from '../ports/store.ts';
import { integer, optionalText, text } from './columns.ts';

/**
 * By what challenges are found by the credential that was shown, by that of whom a card showed, which the verdict names, or by the device
 * that asked: they are kept for a day.
 */
const indexes = `
create index if not exists challenges_by_credential on challenges (json_extract(asked, '$.credential'));
create index if not exists verdicts_by_credential on verdicts (json_extract(claims, '$.credential'))
  where json_extract(claims, '$.credential') is not null;
create index if not exists challenges_by_device on challenges (json_extract(asked, '$.deviceThumbprint'));
create index if not exists strikes_by_lock on strikes (locked_until) where locked_until > 0;
`;

const casesOf = '(select id from raise_cases where person = :person)';

/** What is held of one person in all tables at once, and how it goes from them. */
export function heldTable(db: DatabaseSync): HeldTable {
  db.exec(indexes);
  const withdraw = [
    `update credentials set voice_withdrawn = max(voice_withdrawn, has_voice), has_voice = 0, voice_reference = null
      where person = :person and state <> 'void'`,
    'delete from seen_voices where person = :person',
    `update raise_grants set voice = null where case_id in ${casesOf}`,
    `update raise_given set voice_digest = null where case_id in ${casesOf}`,
    // What is in flight with it brings none again, nor does an application from the same phone, which shows no credential.
    `insert into ended_challenges (challenge_id) select id from challenges
      where json_extract(asked, '$.credential') in (select handle from credentials where person = :person)
        and json_extract(asked, '$.consent.voice') on conflict do nothing`,
    `insert into ended_challenges (challenge_id) select id from challenges
      where json_extract(asked, '$.deviceThumbprint') in
          (select device from credentials where person = :person and state <> 'void')
        and json_extract(asked, '$.consent.voice') on conflict do nothing`,
  ].map((sql) => db.prepare(sql));
  const ofCard = `select challenge_id from verdicts where json_extract(claims, '$.credential') = :handle`;
  const ofHandle = `select id from challenges where json_extract(asked, '$.credential') = :handle union ${ofCard}`;
  const ofBoth = `${ofHandle} union select id from challenges where json_extract(asked, '$.deviceThumbprint') = :device`;
  const challengesOf = db.prepare(ofBoth);
  const challenge = [
    ...['samples', 'verdicts', 'receipts', 'ended_challenges'].map((table) =>
      db.prepare(`delete from ${table} where challenge_id = ?`),
    ),
    db.prepare('delete from challenges where id = ?'),
  ];
  const forgetChallenges = (handle: string, device: string | undefined) => {
    for (const row of challengesOf.all({ handle, device: device ?? null }))
      for (const statement of challenge) statement.run(text(row, 'id'));
  };
  const alive = db.prepare(`select 1 from credentials where person = ? and state <> 'void'`);
  const ofPerson = db.prepare('select handle, device from credentials where person = ?');
  const credential = [
    db.prepare('delete from credential_changes where handle = ?'),
    db.prepare('delete from credential_consents where handle = ?'),
    db.prepare('delete from credentials where handle = ?'),
  ];
  const forgetCredential = (handle: string) => {
    for (const statement of credential) statement.run(handle);
  };
  const traces = [
    'delete from seen_voices where person = :person',
    'delete from pins where person = :person',
    `delete from raise_grants where case_id in ${casesOf}`,
    `delete from raise_given where case_id in ${casesOf}`,
    // A count that runs goes on until its window is over, or an erasure would buy tries.
    'delete from tries where person = :person and tries = 0',
    'update tries set passed = 0 where person = :person and passed = 1',
  ].map((sql) => db.prepare(sql));
  // So does a lock.
  const strikes = db.prepare('delete from strikes where person = :person and locked_until <= :now');
  const added = db.prepare('delete from people where person = ? and by_application = 1');
  const endedLocks = db.prepare(`delete from strikes where locked_until > 0 and locked_until <= ?
    and person not in (select person from credentials)`);
  const newlyVoid = db.prepare(
    `update credentials set void_seen = ? where state = 'void' and void_seen is null`,
  );
  const longVoid = db.prepare(
    `select handle, person from credentials where state = 'void' and void_seen < ? order by void_seen limit ?`,
  );
  const find = db.prepare('select person, device from credentials where handle = ?');
  const counts = db.prepare(`select
    (select count(*) from credentials where person = :person and state = 'void') as earlier,
    (select count(*) from seen_voices where person = :person)
      + (select count(voice) from raise_grants where case_id in ${casesOf}) as heard,
    (select count(*) from pins where person = :person)
      + (select count(pin_hash) from raise_grants where case_id in ${casesOf}) as pins,
    (select coalesce(sum(tries), 0) from tries where person = :person and applicant <> '') as tries`);
  const locks = db.prepare(
    'select ceremony, failures, locked_until from strikes where person = ? and failures > 0',
  );
  const lately = db.prepare(`select claims from challenges where id in (${ofBoth})
    order by expires_at desc limit :most`);

  const forgetPerson = (person: string, now: number) => {
    for (const statement of traces) statement.run({ person });
    strikes.run({ person, now });
    added.run(person);
  };
  return {
    withdrawVoice: (person) => {
      for (const statement of withdraw) statement.run({ person });
    },
    erase(handle, now) {
      const row = find.get(handle);
      if (row === undefined) return;
      const person = text(row, 'person');
      forgetChallenges(handle, optionalText(row, 'device'));
      forgetCredential(handle);
      // What is alive is another account's of the same person.
      if (alive.get(person) !== undefined) return;
      for (const earlier of ofPerson.all(person)) {
        forgetChallenges(text(earlier, 'handle'), optionalText(earlier, 'device'));
        forgetCredential(text(earlier, 'handle'));
      }
      forgetPerson(person, now);
    },
    forgetVoid(now) {
      newlyVoid.run(now);
      const most = 100;
      for (let found = most; found === most; ) {
        const rows = longVoid.all(now - limits.voidKept, most);
        found = rows.length;
        for (const row of rows) {
          forgetCredential(text(row, 'handle'));
          const person = text(row, 'person');
          if (ofPerson.get(person) === undefined) forgetPerson(person, now);
        }
      }
      endedLocks.run(now);
    },
    countsOf(person) {
      const row = counts.get({ person }) ?? {};
      return {
        earlier: integer(row, 'earlier'),
        heard: integer(row, 'heard'),
        tries: integer(row, 'tries'),
        pins: integer(row, 'pins'),
      };
    },
    locksOf: (person) =>
      locks.all(person).map((row) => ({
        ceremony: text(row, 'ceremony'),
        failures: integer(row, 'failures'),
        lockedUntil: integer(row, 'locked_until'),
      })),
    lately: (handle, device) =>
      lately
        .all({ handle, device, most: limits.exportedChallenges })
        .map((row) => Value.Parse(ChallengeClaims, JSON.parse(text(row, 'claims')))),
  };
}
