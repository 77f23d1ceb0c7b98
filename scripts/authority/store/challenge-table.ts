import type { DatabaseSync } from 'node:sqlite';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { AuthorityChallengeBody, ChallengeClaims } from '../../../shared/contract/authority/03-challenge.ts';
import { exact } from '../../../shared/contract/form.ts';
import { integer, type StoredRow, text } from './columns.ts';

/** A challenge as it was issued, and what the BFF asked for. */
export const Challenge = exact({
  asked: AuthorityChallengeBody,
  claims: ChallengeClaims,
  /** Epoch milliseconds. */
  expiresAt: Type.Integer(),
});
export type Challenge = Static<typeof Challenge>;

export interface ChallengeTable {
  find(id: string): Challenge | undefined;
  ofAttempt(sessionId: string, attempt: number): Challenge | undefined;
  add(challenge: Challenge): void;
  /** Ids of those that have no verdict. */
  undecided(): string[];
  /** Forgets challenges, with their samples' digests and verdicts, that ended before the given time. */
  purge(before: number): void;
}

export function challengeTable(db: DatabaseSync): ChallengeTable {
  const find = db.prepare('select * from challenges where id = ?');
  const ofAttempt = db.prepare('select * from challenges where session_id = ? and attempt = ?');
  const add = db.prepare(`insert into challenges (id, session_id, attempt, asked, claims, expires_at)
    values (:id, :sessionId, :attempt, :asked, :claims, :expiresAt)`);
  const undecided = db.prepare(`select id from challenges
    where not exists (select 1 from verdicts where challenge_id = challenges.id)`);
  const old = '(select id from challenges where expires_at < ?)';
  const purges = [
    db.prepare(`delete from samples where challenge_id in ${old}`),
    db.prepare(`delete from verdicts where challenge_id in ${old}`),
    db.prepare('delete from challenges where expires_at < ?'),
  ];
  return {
    find: (id) => read(find.get(id)),
    ofAttempt: (sessionId, attempt) => read(ofAttempt.get(sessionId, attempt)),
    add({ asked, claims, expiresAt }) {
      add.run({
        id: claims.challengeId,
        sessionId: asked.sessionId,
        attempt: asked.attempt,
        asked: JSON.stringify(asked),
        claims: JSON.stringify(claims),
        expiresAt,
      });
    },
    undecided: () => undecided.all().map((row) => text(row, 'id')),
    purge(before) {
      for (const statement of purges) statement.run(before);
    },
  };
}

function read(row: StoredRow | undefined): Challenge | undefined {
  if (row === undefined) return undefined;
  const stored: unknown = {
    asked: JSON.parse(text(row, 'asked')),
    claims: JSON.parse(text(row, 'claims')),
    expiresAt: integer(row, 'expires_at'),
  };
  if (!Value.Check(Challenge, stored)) throw new TypeError('not a stored challenge');
  return stored;
}
