import type { DatabaseSync } from 'node:sqlite';
import { Value } from 'typebox/value';
import { RegisteredPoint } from '../../../shared/contract/officer/terms.ts';
import type { Point, PointTable } from '../ports/officers.ts';
import { optionalInteger, type StoredRow, text } from './columns.ts';

export function pointTable(db: DatabaseSync): PointTable {
  const find = db.prepare('select * from acceptance_points where id = ?');
  const ofCounter = db.prepare('select * from acceptance_points where counter_id = ?');
  const all = db.prepare('select * from acceptance_points order by id');
  const put =
    db.prepare(`insert into acceptance_points (id, counter_id, point) values (:id, :counterId, :point)
    on conflict (id) do update set counter_id = excluded.counter_id, point = excluded.point, revoked_at = null`);
  const revoke = db.prepare(
    'update acceptance_points set revoked_at = :at where id = :id and revoked_at is null',
  );
  return {
    find: (id) => read(find.get(id)),
    ofCounter: (counterId) => read(ofCounter.get(counterId)),
    all: () => all.all().flatMap((row) => read(row) ?? []),
    put: (point) =>
      void put.run({ id: point.pointId, counterId: point.counterId, point: JSON.stringify(point) }),
    revoke: (id, at) => void revoke.run({ id, at }),
  };
}

function read(row: StoredRow | undefined): Point | undefined {
  if (row === undefined) return undefined;
  const point = Value.Parse(RegisteredPoint, JSON.parse(text(row, 'point')));
  return { ...point, revokedAt: optionalInteger(row, 'revoked_at') };
}
