import type { DatabaseSync } from 'node:sqlite';
import { asId } from '../../../shared/ids.ts';
import type { BegunTable, Shift, ShiftTable } from '../ports/officers.ts';
import { integer, optionalInteger, type StoredRow, text } from './columns.ts';

export function shiftTable(db: DatabaseSync): ShiftTable {
  const find = db.prepare('select * from shifts where id = ?');
  const ofKey = db.prepare(
    'select * from shifts where key = ? order by ended_at is not null, since desc, id limit 1',
  );
  const endOthers = db.prepare('update shifts set ended_at = ? where officer_id = ? and ended_at is null');
  const open = db.prepare(`insert into shifts (id, officer_id, passkey_id, key, since, expires_at)
    values (:id, :officerId, :passkeyId, :key, :since, :expiresAt)`);
  const use = db.prepare('update shifts set used_at = :at where id = :id');
  const purge = db.prepare('delete from shifts where expires_at < ?');
  const end = db.prepare('update shifts set ended_at = :at where id = :id and ended_at is null');
  return {
    find: (id) => read(find.get(id)),
    ofKey: (key) => read(ofKey.get(key)),
    open(shift) {
      endOthers.run(shift.since, shift.officerId);
      open.run({ ...shift });
    },
    use: (id, at) => void use.run({ id, at }),
    end: (id, at) => void end.run({ id, at }),
    purge: (before) => void purge.run(before),
  };
}

function read(row: StoredRow | undefined): Shift | undefined {
  if (row === undefined) return undefined;
  return {
    id: asId('shf', text(row, 'id')),
    officerId: asId('off', text(row, 'officer_id')),
    passkeyId: text(row, 'passkey_id'),
    key: text(row, 'key'),
    since: integer(row, 'since'),
    usedAt: optionalInteger(row, 'used_at') ?? integer(row, 'since'),
    expiresAt: integer(row, 'expires_at'),
    endedAt: optionalInteger(row, 'ended_at'),
  };
}

const purposes = ['enrol', 'shift', 'decide', 'review'] as const;

export function begunTable(db: DatabaseSync): BegunTable {
  const add =
    db.prepare(`insert into officer_ceremonies (ceremony, purpose, about, challenge, expires_at, held)
    values (:ceremony, :purpose, :about, :challenge, :expiresAt, :held)`);
  const take = db.prepare('delete from officer_ceremonies where ceremony = ? returning *');
  const purge = db.prepare('delete from officer_ceremonies where expires_at < ?');
  return {
    add: (ceremony, begun) => void add.run({ ceremony, ...begun }),
    take(ceremony) {
      const row = take.get(ceremony);
      const purpose = purposes.find((known) => known === row?.purpose);
      if (row === undefined || purpose === undefined) return undefined;
      return {
        purpose,
        about: text(row, 'about'),
        challenge: text(row, 'challenge'),
        expiresAt: integer(row, 'expires_at'),
        held: text(row, 'held'),
      };
    },
    purge: (before) => void purge.run(before),
  };
}
