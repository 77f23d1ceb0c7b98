import { newId } from '../../../shared/ids.ts';
import { newSecret } from '../../src/secrets/secrets.ts';
import { type Answer, send } from './answers.fixture.ts';
import { registrarToken } from './authority.fixture.ts';
import { random } from './parties.fixture.ts';
import type { World } from './world.fixture.ts';

/** What an operator's command says. */
interface Said {
  body?: object;
  /** In place of the registrar's own token. */
  registrar?: string;
}

/**
 * Somebody who works for the operator of the world, with a token of the command.
 * @param verifiedAt when their passkey verified them; where absent at each moment anew
 */
export async function operatorOf(world: World, name = 'Lin', verifiedAt = 9_000_000_000_000) {
  const { db, now } = world.ports;
  const operatorId = newId('opr', random);
  const { secret, hash } = newSecret(random, 'lzo_');
  await db.write([
    {
      sql: 'insert into operators (id, name, since) values (:operatorId, :name, :now)',
      params: { operatorId, name, now: now() },
    },
    {
      sql: 'insert into operator_tokens (hash, operator_id, expires_at, verified_at) values (:hash, :operatorId, :expiresAt, :verifiedAt)',
      params: { hash, operatorId, expiresAt: now() + 365 * 24 * 3_600_000, verifiedAt },
    },
  ]);
  const ask = (
    method: string,
    path: string,
    { body, registrar = registrarToken }: Said = {},
  ): Promise<Answer> =>
    send(`${world.url}/operator/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${secret}`,
        'registrar-token': registrar,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    operatorId,
    token: secret,
    ask,
    /** The present version of what is at a path. */
    async version(path: string): Promise<number> {
      const { body } = await ask('GET', path);
      if (typeof body !== 'object' || body === null || !('version' in body))
        throw new Error(`nothing at ${path}`);
      return Number(body.version);
    },
  };
}
