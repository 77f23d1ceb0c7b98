import type { DatabaseSync } from 'node:sqlite';
import { asId } from '../../../shared/ids.ts';
import type { NameTable } from '../ports/store.ts';
import { text } from './columns.ts';

/** The brand names that the registrar has registered, by what an eye takes them for. */
export function nameTable(db: DatabaseSync): NameTable {
  const holder = db.prepare('select rp_id from brand_names where skeleton = ? limit 1');
  const put = db.prepare(
    'insert into brand_names (skeleton, name, rp_id) values (:skeleton, :name, :rpId) on conflict do nothing',
  );
  const all = db.prepare('select name, rp_id from brand_names order by rp_id, name');
  return {
    holderOf(skeleton) {
      const row = holder.get(skeleton);
      return row === undefined ? undefined : asId('rp', text(row, 'rp_id'));
    },
    put: (skeleton, { rpId, rpName }) => void put.run({ skeleton, name: rpName, rpId }),
    all: () => all.all().map((row) => ({ rpName: text(row, 'name'), rpId: asId('rp', text(row, 'rp_id')) })),
  };
}
