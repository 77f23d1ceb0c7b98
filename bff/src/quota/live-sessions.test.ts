import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { testPorts } from '../ports/ports.fixture.ts';
import { noMoreLive, roomAt } from './live-sessions.ts';

const folder = fileURLToPath(new URL('../../migrations/', import.meta.url));

it('the thousands of a chain are counted by an index alone, whatever their rows hold', async () => {
  const { db } = (await testPorts()).ports;
  const chain = { kind: 'sessions-of-rp', most: 2_000 } as const;
  const asked = [noMoreLive(chain, 'rp', 0).sql];
  const noting: typeof db = {
    ...db,
    async read(sql, params) {
      asked.push(sql);
      return db.read(sql, params);
    },
  };
  await roomAt(noting, chain, 'rp', 0);
  await db.close();

  const database = new DatabaseSync(':memory:');
  for (const name of readdirSync(folder).sort()) database.exec(readFileSync(folder + name, 'utf8'));
  expect(asked).toHaveLength(2);
  for (const sql of asked)
    expect(database.prepare(`explain query plan ${sql}`).all()).toContainEqual(
      expect.objectContaining({
        detail: expect.stringMatching(/^SEARCH sessions USING COVERING INDEX sessions_live_by_rp /),
      }),
    );
  database.close();
});
