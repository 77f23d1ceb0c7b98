import { expect, it } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import { desk, makeKey, testRegistry, token } from '../registry.fixture.ts';
import { readCounter } from '../view/counter-record.ts';
import { addKey } from './add-key.ts';
import { checkedKey } from './checked-key.ts';
import { insertKey, statementFor } from './key-statements.ts';

it('the write itself has room for so many keys that are not over, whatever was counted before it', async () => {
  const world = await testRegistry();
  const { ports, actor, clock } = world;
  await world.withDesk();
  const counter = () => readCounter(ports.db, desk, clock.now);
  const notAfter = clock.now + 1000;
  for (let n = 2; n <= limits.keysPerCounter; n++) {
    const { version } = await counter();
    const added = { counterId: desk, version, key: makeKey(`k${n}`), ...(n === 2 && { notAfter }) };
    await addKey(ports, actor, added, { token });
  }
  const key = checkedKey(makeKey('one-more'));
  const { name: counterName, ...words } = await counter();
  const registered = await statementFor(ports, { ...words, counterName }, key, { token });
  const insert = () => ports.db.write([insertKey(desk, key, registered, { now: clock.now })]);
  expect(await insert()).toEqual({ done: false, why: 'lost' });
  clock.now = notAfter;
  expect(await insert()).toMatchObject({ done: true });
  await ports.db.close();
});
