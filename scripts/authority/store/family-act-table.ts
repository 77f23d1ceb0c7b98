import type { DatabaseSync } from 'node:sqlite';
import { asId } from '../../../shared/ids.ts';
import type { FamilyActTable, Hand } from '../ports/family.ts';
import type { RaisedBy } from '../ports/officers.ts';
import type { Page } from '../ports/page.ts';
import { integer, optionalText, type StoredRow, text } from './columns.ts';
import { newest } from './place-after.ts';

/** Bindings are the delegations themselves, a revocation is a row of its own, and so is in `binding_refusals` either of them that was refused; who signed is in `family_hands`. */
export function familyActTable(db: DatabaseSync): FamilyActTable {
  const add = db.prepare('insert into revocations (id, point_id, at) values (?, ?, ?)');
  const addRefusal = db.prepare('insert into binding_refusals (id, point_id, at) values (?, ?, ?)');
  const addHand = db.prepare('insert into family_hands (act_id, officer_id, passkey_id) values (?, ?, ?)');
  const handsOf = db.prepare(
    'select officer_id, passkey_id from family_hands where act_id = ? order by rowid',
  );
  const endedIn = db.prepare('select id from delegations where revoked_in = ? order by id');
  const actsOf = (where: string) =>
    `select 'bound' as kind, id, since as at, point_id from delegations where ${where}
      union all select 'revoked', id, at, point_id from revocations where ${where}`;
  const signedBy = (column: 'officer_id' | 'passkey_id') =>
    `id in (select act_id from family_hands where ${column} = :by)`;
  const list = (where: string) =>
    db.prepare(`select * from (${actsOf(where)}) where (at, id) < (:at, :id)
      order by at desc, id desc limit :most`);
  const lists = {
    officer: list(signedBy('officer_id')),
    passkey: list(signedBy('passkey_id')),
    point: list('point_id = :by'),
  };
  const counted = (where: string) =>
    db.prepare(`select count(*) as n from (${actsOf(where)}
      union all select 'refused', id, at, point_id from binding_refusals where ${where}) where at >= :since`);
  const count = { officer: counted(signedBy('officer_id')), point: counted('point_id = :by') };
  const purges = ['revocations', 'binding_refusals'].flatMap((table) => [
    db.prepare(`delete from family_hands where act_id in (select id from ${table} where at < ?)`),
    db.prepare(`delete from ${table} where at < ?`),
  ]);
  const rowsBy = (by: RaisedBy, { most, before = newest }: Page) => {
    const { at, id } = before;
    if ('officerId' in by) return lists.officer.all({ by: by.officerId, at, id, most });
    if ('pointId' in by) return lists.point.all({ by: by.pointId, at, id, most });
    return lists.passkey.all({ by: by.passkeyId, at, id, most });
  };
  return {
    addRevocation({ id, pointId, at, hands }) {
      add.run(id, pointId, at);
      for (const { officerId, passkeyId } of hands) addHand.run(id, officerId, passkeyId ?? null);
    },
    addRefusal({ id, pointId, at, hands }) {
      addRefusal.run(id, pointId, at);
      for (const { officerId, passkeyId } of hands) addHand.run(id, officerId, passkeyId ?? null);
    },
    by: (by, page) =>
      rowsBy(by, page).map((row) => {
        const id = text(row, 'id');
        const common = {
          ...{ id, at: integer(row, 'at'), pointId: asId('acp', text(row, 'point_id')) },
          hands: handsOf.all(id).map(readHand),
        };
        if (text(row, 'kind') === 'bound')
          return { kind: 'bound' as const, ...common, delegationIds: [asId('del', id)] };
        const ended = endedIn.all(id).map((each) => asId('del', text(each, 'id')));
        return { kind: 'revoked' as const, ...common, delegationIds: ended };
      }),
    count(by, since) {
      const row =
        'officerId' in by
          ? count.officer.get({ by: by.officerId, since })
          : count.point.get({ by: by.pointId, since });
      return integer(row ?? {}, 'n');
    },
    purge(before) {
      for (const statement of purges) statement.run(before);
    },
  };
}

function readHand(row: StoredRow): Hand {
  return { officerId: asId('off', text(row, 'officer_id')), passkeyId: optionalText(row, 'passkey_id') };
}
