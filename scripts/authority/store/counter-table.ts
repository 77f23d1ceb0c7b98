import type { DatabaseSync } from 'node:sqlite';
import { Value } from 'typebox/value';
import { Registrant } from '../../../shared/contract/authority/registration.ts';
import type { CounterTable } from '../ports/store.ts';
import { text } from './columns.ts';

/** The counters that the registrar has registered. */
export function counterTable(db: DatabaseSync): CounterTable {
  const find = db.prepare('select registrant from counters where id = ?');
  const put = db.prepare(`insert into counters (id, registrant) values (:id, :registrant)
    on conflict (id) do update set registrant = excluded.registrant`);
  return {
    find(counterId) {
      const row = find.get(counterId);
      return row === undefined ? undefined : Value.Parse(Registrant, JSON.parse(text(row, 'registrant')));
    },
    put: (registrant) => void put.run({ id: registrant.counterId, registrant: JSON.stringify(registrant) }),
  };
}
