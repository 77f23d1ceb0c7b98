import type { DatabaseSync } from 'node:sqlite';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { type SampleKind, sampleKinds } from '../../../shared/challenge.ts';
import { AuthorityChallengeBody, ChallengeClaims } from '../../../shared/contract/authority/03-challenge.ts';
import { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import { exact, oneOf } from '../../../shared/contract/schema.ts';
import { credentialStates } from '../../../shared/credentials.ts';
import type { Challenge, ChallengeTable, SampleTable, VerdictTable } from '../ports/store.ts';
import { integer, optionalText, type StoredRow, text } from './columns.ts';

const StoredChallenge = exact({
  asked: AuthorityChallengeBody,
  claims: ChallengeClaims,
  expiresAt: Type.Integer(),
  shownState: Type.Union([oneOf(credentialStates), Type.Undefined()]),
});

export function challengeTable(db: DatabaseSync): ChallengeTable {
  const find = db.prepare('select * from challenges where id = ?');
  const ofAttempt = db.prepare('select * from challenges where session_id = ? and attempt = ?');
  const ofSession = db.prepare('select * from challenges where session_id = ? order by attempt');
  const add =
    db.prepare(`insert into challenges (id, session_id, attempt, asked, claims, expires_at, shown_state)
    values (:id, :sessionId, :attempt, :asked, :claims, :expiresAt, :shownState)`);
  const undecided = db.prepare(`select id from challenges
    where not exists (select 1 from verdicts where challenge_id = challenges.id)`);
  const end = db.prepare('insert into ended_challenges (challenge_id) values (?) on conflict do nothing');
  const ended = db.prepare('select 1 from ended_challenges where challenge_id = ?');
  const old = '(select id from challenges where expires_at < ?)';
  const purges = [
    db.prepare(`delete from samples where challenge_id in ${old}`),
    db.prepare(`delete from verdicts where challenge_id in ${old}`),
    db.prepare(`delete from receipts where challenge_id in ${old}`),
    db.prepare(`delete from ended_challenges where challenge_id in ${old}`),
    db.prepare('delete from challenges where expires_at < ?'),
  ];
  return {
    find: (id) => read(find.get(id)),
    ofAttempt: (sessionId, attempt) => read(ofAttempt.get(sessionId, attempt)),
    ofSession: (sessionId) => ofSession.all(sessionId).flatMap((row) => read(row) ?? []),
    add({ asked, claims, expiresAt, shownState }) {
      add.run({
        id: claims.challengeId,
        sessionId: asked.sessionId,
        attempt: asked.attempt,
        asked: JSON.stringify(asked),
        claims: JSON.stringify(claims),
        ...{ expiresAt, shownState: shownState ?? null },
      });
    },
    end: (id) => void end.run(id),
    isEnded: (id) => ended.get(id) !== undefined,
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
    shownState: credentialStates.find((known) => known === optionalText(row, 'shown_state')),
  };
  if (!Value.Check(StoredChallenge, stored)) throw new TypeError('not a stored challenge');
  return stored;
}

export function sampleTable(db: DatabaseSync): SampleTable {
  const of = db.prepare('select * from samples where challenge_id = ?');
  const add = db.prepare('insert into samples (challenge_id, kind, digest, awaited) values (?, ?, ?, ?)');
  const forget = db.prepare('delete from samples where challenge_id = ?');
  return {
    of: (challengeId) =>
      of.all(challengeId).flatMap((row) =>
        kinds(text(row, 'kind')).map((kind) => ({
          kind,
          digest: text(row, 'digest'),
          awaited: kinds(text(row, 'awaited')),
        })),
      ),
    add: (challengeId, { kind, digest, awaited }) =>
      void add.run(challengeId, kind, digest, awaited.join(' ')),
    forget: (challengeId) => void forget.run(challengeId),
  };
}

function kinds(words: string): SampleKind[] {
  const listed = words.split(' ');
  return sampleKinds.filter((kind) => listed.includes(kind));
}

export function verdictTable(db: DatabaseSync): VerdictTable {
  const find = db.prepare('select claims from verdicts where challenge_id = ?');
  const add = db.prepare('insert into verdicts (challenge_id, claims) values (?, ?) on conflict do nothing');
  return {
    find(challengeId) {
      const row = find.get(challengeId);
      if (row === undefined) return undefined;
      const claims: unknown = JSON.parse(text(row, 'claims'));
      if (!Value.Check(VerdictClaims, claims)) throw new TypeError('not a stored verdict');
      return claims;
    },
    add: (claims) => Number(add.run(claims.challengeId, JSON.stringify(claims)).changes) > 0,
  };
}
