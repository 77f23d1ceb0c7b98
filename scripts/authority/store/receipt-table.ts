import type { DatabaseSync } from 'node:sqlite';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { ReceiptForPhone, SealedReceipts } from '../../../shared/contract/authority/receipts.ts';
import type { ReceiptTable } from '../ports/store.ts';
import { text } from './columns.ts';

const Kept = Type.Union([SealedReceipts, ReceiptForPhone]);

/** Sealed receipts until the BFF has read them with the verdict: the authority cannot open them either. */
export function receiptTable(db: DatabaseSync): ReceiptTable {
  const find = db.prepare('select receipts from receipts where challenge_id = ?');
  const put = db.prepare('insert into receipts (challenge_id, receipts) values (?, ?)');
  return {
    of(challengeId) {
      const row = find.get(challengeId);
      return row === undefined ? undefined : Value.Parse(Kept, JSON.parse(text(row, 'receipts')));
    },
    put: (challengeId, receipts) => void put.run(challengeId, JSON.stringify(receipts)),
  };
}
