import { expect, it } from 'vitest';
import { readSessionCall } from '../../../shared/contract/operator/sign-in.ts';
import { newId } from '../../../shared/ids.ts';
import { issueToken } from '../../src/operator/issue-token.ts';
import { startWorld } from '../world/world.fixture.ts';
import { openBrowser } from './console.fixture.ts';

const world = await startWorld();

it('a database that came from a sandbox, with its operator in it, opens nothing in production', async () => {
  const { db, random, now } = world.ports;
  const operatorId = newId('opr', random);
  const sandbox = { kind: 'sandbox', label: 'Sandbox', verifiedAt: now() } as const;
  const [taken, good] = [
    issueToken(world.ports, operatorId, sandbox),
    issueToken(world.ports, operatorId, { ...sandbox, kind: 'command' }),
  ];
  const sql = `insert into operators (id, name, since) values (:operatorId, 'Sandbox', 0)`;
  await db.write([{ sql, params: { operatorId } }, taken.kept, good.kept]);
  const by = (token: string) =>
    openBrowser(world).ask(readSessionCall, undefined, { authorization: `Bearer ${token}` });
  expect((await by(taken.token)).code).toBe('token-invalid');
  expect((await by(good.token)).status).toBe(200);
});
