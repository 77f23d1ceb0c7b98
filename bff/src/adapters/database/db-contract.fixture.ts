import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import type { Db, Statement, Value } from '../../ports/db.ts';

const insert = (id: string, device: string, since = 1): Statement => ({
  sql: 'insert into holders (id, device, since) values (:id, :device, :since) returning id',
  params: { id, device, since },
  rows: 1,
});

const move = (id: string, from: number, to: number): Statement => ({
  sql: 'update holders set since = :to where id = :id and since = :from returning since',
  params: { id, from, to },
  rows: 1,
});

/**
 * What every `Db` guarantees. `open` gives an empty database with the product's own migrations; `keepBusy` has somebody else keep
 * all writers of that database out until it is released, where anybody else can.
 * Tests of one store only (files, crashes, other processes) stand beside that store.
 */
export function describeDb(name: string, open: () => Promise<Db>, keepBusy?: () => () => void): void {
  describe(`a database: ${name}`, () => {
    let db: Db;

    beforeEach(async () => {
      db = await open();
    });
    afterEach(async () => {
      await db.close();
    });

    const read = async (id: string) =>
      db.read('select id, device, since from holders where id = :id', { id });

    it('gives back what was written, whole numbers as numbers', async () => {
      const since = Number.MAX_SAFE_INTEGER;
      expect(await db.write([insert('a', 'd1', since)])).toEqual({ done: true, rows: [[{ id: 'a' }]] });
      expect(await read('a')).toEqual([{ id: 'a', device: 'd1', since }]);
    });

    it('keeps null apart from an empty text', async () => {
      const [row] = await db.read('select cast(:none as text) as none, :empty as empty', {
        none: null,
        empty: '',
      });
      expect(row).toEqual({ none: null, empty: '' });
    });

    it('answers the rows of each statement in the order of the statements', async () => {
      const written = await db.write([insert('a', 'd1', 5), move('a', 5, 6), insert('b', 'd2')]);
      expect(written).toEqual({ done: true, rows: [[{ id: 'a' }], [{ since: 6 }], [{ id: 'b' }]] });
    });

    it('undoes the whole write when one statement finds another number of rows', async () => {
      const written = await db.write([insert('a', 'd1'), move('nobody', 1, 2)]);
      expect(written).toEqual({ done: false, why: 'lost' });
      expect(await read('a')).toEqual([]);
    });

    it('undoes a change that hit more rows than demanded', async () => {
      await db.write([insert('a', 'd1'), insert('b', 'd2')]);
      const all: Statement = {
        sql: 'update holders set since = :to returning id',
        params: { to: 9 },
        rows: 1,
      };
      expect(await db.write([all])).toEqual({ done: false, why: 'lost' });
      expect(await read('a')).toMatchObject([{ since: 1 }]);
    });

    it('tells a taken key from a lost race, and undoes what stood before it', async () => {
      await db.write([insert('a', 'd1')]);
      expect(await db.write([insert('b', 'd2'), insert('a', 'd3')])).toEqual({
        done: false,
        why: 'duplicate',
      });
      expect(await db.write([insert('c', 'd1')])).toEqual({ done: false, why: 'duplicate' });
      expect(await read('b')).toEqual([]);
    });

    it('answers a taken key with no rows where the statement says so', async () => {
      await db.write([insert('a', 'd1')]);
      const again = { ...insert('a', 'd1'), rows: 0 };
      again.sql = again.sql.replace('returning', 'on conflict do nothing returning');
      expect(await db.write([again])).toEqual({ done: true, rows: [[]] });
    });

    it('undoes only the loser among the writes of one moment', async () => {
      const written = await Promise.all([
        db.write([insert('a', 'd1')]),
        db.write([insert('x', 'd9'), move('nobody', 1, 2)]),
        db.write([insert('b', 'd1')]),
        db.write([insert('c', 'd3')]),
      ]);
      expect(written.map((each) => (each.done ? 'done' : each.why))).toEqual([
        'done',
        'lost',
        'duplicate',
        'done',
      ]);
      const rows = await db.read('select id from holders order by id', {});
      expect(rows).toEqual([{ id: 'a' }, { id: 'c' }]);
    });

    it('rejects a statement that is wrong, and lets the others of its moment stand', async () => {
      const wrong = db.write([insert('w', 'd8'), { sql: 'update nowhere set a = 1', params: {} }]);
      const right = db.write([insert('a', 'd1')]);
      await expect(wrong).rejects.toThrow();
      expect((await right).done).toBe(true);
      expect(await read('w')).toEqual([]);
    });

    it('lets exactly one of 50 compare-and-sets on one row win', async () => {
      await db.write([insert('a', 'd1', 0)]);
      const tries = Array.from({ length: 50 }, (_, index) => db.write([move('a', 0, index + 1)]));
      const written = await Promise.all(tries);
      const winners = written.flatMap((each, index) => (each.done ? [index + 1] : []));
      expect(winners).toHaveLength(1);
      expect(await read('a')).toMatchObject([{ since: winners[0] }]);
      expect(written.filter((each) => !each.done && each.why === 'lost')).toHaveLength(49);
    });

    it.each<[string, Record<string, Value>]>([
      ['a parameter that is missing', { id: 'a' }],
      ['a parameter that nobody asked for', { id: 'a', device: 'd', since: 1, more: 1 }],
      ['a fraction', { id: 'a', device: 'd', since: 1.5 }],
      ['a number above 2^53', { id: 'a', device: 'd', since: 2 ** 53 }],
      ['a null where none may be', { id: 'a', device: null, since: 1 }],
    ])('rejects %s', async (_, params) => {
      await expect(db.write([{ ...insert('a', 'd1'), params }])).rejects.toThrow();
      expect(await read('a')).toEqual([]);
    });

    it.runIf(keepBusy)('tries again what others kept from being written, and writes it once', async () => {
      const release = keepBusy?.();
      setTimeout(() => release?.(), limits.writePatience / 2);
      const written = await Promise.all([db.write([insert('a', 'd1')]), db.write([insert('b', 'd2')])]);
      expect(written.map(({ done }) => done)).toEqual([true, true]);
      expect(await read('a')).toHaveLength(1);
    });

    it.runIf(keepBusy)('gives a write up in the end, and works on afterwards', async () => {
      const release = keepBusy?.();
      let turns = 0;
      const turning = setInterval(() => turns++, 10);
      const stuck = await Promise.allSettled([
        db.write([insert('a', 'd1')]),
        db.write([insert('b', 'd2')], { flush: false }),
      ]);
      clearInterval(turning);
      const busy = { status: 'rejected', reason: expect.objectContaining({ code: 'storage-busy' }) };
      expect(stuck).toEqual([busy, busy]);
      expect(turns, 'all else goes on meanwhile').toBeGreaterThan(5);
      release?.();
      expect(await read('a')).toEqual([]);
      expect((await db.write([insert('a', 'd1')])).done).toBe(true);
    });

    it('lets races and keys hold between what is flushed and what need not be', async () => {
      const written = await Promise.all(
        [true, false, true, false].map((flush) => db.write([insert('a', 'd1')], { flush })),
      );
      expect(written.filter(({ done }) => done)).toHaveLength(1);
      expect((await db.write([move('a', 1, 2)], { flush: false })).done).toBe(true);
      expect(await db.write([move('a', 1, 3)])).toEqual({ done: false, why: 'lost' });
    });

    it('waits for queued writes when it closes, and rejects what comes later', async () => {
      const queued = db.write([insert('a', 'd1')]);
      await db.close();
      expect((await queued).done).toBe(true);
      await expect(db.write([insert('b', 'd2')])).rejects.toThrow();
      await expect(read('a')).rejects.toThrow();
    });

    it('can be closed twice', async () => {
      await db.close();
      await expect(db.close()).resolves.toBeUndefined();
    });
  });
}
