import { expect, it } from 'vitest';
import { fullDisk } from '../ports/full-disk.fixture.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { endReminders } from './end-reminders.ts';

it('the platform’s id of a person is forgotten at their word, also on a disk without room', async () => {
  const { ports, phone } = await testPorts();
  const caller = await phone();
  const { holderId } = caller;
  await ports.db.write([
    {
      sql: `insert into reminders (holder_id, platform, subject) values (:holderId, 'wechat', 'sealed')`,
      params: { holderId },
    },
  ]);
  await endReminders({ ...ports, db: fullDisk(ports.db).db }, caller);
  expect(await ports.db.read('select * from reminders', {})).toEqual([]);
  await ports.db.close();
});
