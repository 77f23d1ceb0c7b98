import type { DatabaseSync } from 'node:sqlite';
import { Value } from 'typebox/value';
import { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import { text } from './columns.ts';

export interface VerdictTable {
  find(challengeId: string): VerdictClaims | undefined;
  /** The first verdict of a challenge stays; whether this was it. */
  add(claims: VerdictClaims): boolean;
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
