import type { DatabaseSync } from 'node:sqlite';
import type { Ceremony } from '../../../shared/ceremonies.ts';
import { integer } from './columns.ts';

/** Failures in a row of one person in one ceremony. */
export interface Strikes {
  failures: number;
  /** Epoch milliseconds; 0 where there is no lock. */
  lockedUntil: number;
}

export interface StrikeTable {
  of(person: string, ceremony: Ceremony): Strikes;
  put(person: string, ceremony: Ceremony, strikes: Strikes): void;
  /** Forgets every failure of everybody. */
  forgive(): void;
}

export function strikeTable(db: DatabaseSync): StrikeTable {
  const of = db.prepare('select failures, locked_until from strikes where person = ? and ceremony = ?');
  const put = db.prepare(`insert into strikes (person, ceremony, failures, locked_until) values (?, ?, ?, ?)
    on conflict (person, ceremony) do update set failures = excluded.failures, locked_until = excluded.locked_until`);
  const forgive = db.prepare('delete from strikes');
  return {
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
