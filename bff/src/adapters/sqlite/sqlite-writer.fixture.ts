import { openSqlite } from './open-sqlite.ts';

/**
 * A process of its own for the tests: `write FILE` inserts rows for ever and prints each id once its write has resolved, and
 * `write FILE unflushed` does so without flushing;
 * `race FILE NAME` tries to move the row `shared` from 0 and prints `won` or `lost`.
 */
const [task, file = '', name = ''] = process.argv.slice(2);
const migrations = new URL('../../../migrations', import.meta.url).pathname;
const db = await openSqlite(file, { migrations });

if (task === 'race') {
  const written = await db.write([
    {
      sql: 'update holders set since = 1, device = :name where id = :id and since = 0 returning id',
      params: { id: 'shared', name },
      rows: 1,
    },
  ]);
  process.stdout.write(written.done ? 'won\n' : 'lost\n');
  await db.close();
} else {
  await Promise.all(Array.from({ length: 8 }, (_, lane) => insertForEver(lane)));
}

async function insertForEver(lane: number): Promise<void> {
  for (let count = 0; ; count++) {
    const id = `${lane}-${count}`;
    await db.write(
      [
        {
          sql: 'insert into holders (id, device, since) values (:id, :id, 0) returning id',
          params: { id },
          rows: 1,
        },
      ],
      { flush: name !== 'unflushed' },
    );
    process.stdout.write(`${id}\n`);
  }
}
