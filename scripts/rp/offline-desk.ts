import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { pino } from 'pino';
import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { compose } from '../../bff/src/compose.ts';
import { parseConfig } from '../../bff/src/config/parse-config.ts';
import type { SignedIn } from '../../bff/src/ports/callers.ts';
import { registryForOperators } from '../../bff/src/registry/api.ts';
import { proposeCall } from '../../shared/contract/operator/proposals.ts';
import type { Call } from '../../shared/contract/schema.ts';
import { errorTexts } from '../../shared/error-texts.ts';
import { asId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import { type Asked, Refused } from '../program/ask-operator.ts';
import type { Desk } from './desk.ts';

/** Proposals, which need an operator, are the only steps that would look at who calls. */
const nobody: SignedIn = {
  operatorId: asId('opr', `opr_${'0'.repeat(22)}`),
  ...{ token: '', kind: 'command', expiresAt: 0, idleAt: undefined, verifiedUntil: 0 },
};

/**
 * The database of a BFF that does not run, by the same steps, with the BFF's own settings in the environment: only before there is an
 * operator. The database must be there; its lock keeps it from a running BFF.
 * @throws Error in a sentence where there is an operator or no database, the BFF runs, or a setting is missing
 */
export async function offlineDesk(registrarToken: string | undefined): Promise<Desk> {
  const config = parseConfig(process.env, (path) => readFileSync(path, 'utf8'));
  // Made here it would be another user's than the service's.
  if (!existsSync(config.database))
    throw new Error(`There is no database ${config.database}: start the BFF once.`);
  const { ports, close } = await compose(config, {
    now: () => Date.now(),
    random: (length) => new Uint8Array(randomBytes(length)),
    log: pino({ level: 'silent' }),
    onAuditBroken: () => undefined,
  });
  const [operator] = await ports.db.read(
    'select 1 as one from operators where revoked_at is null limit 1',
    {},
  );
  if (operator !== undefined) {
    await close();
    throw new Error(
      'This BFF has an operator: start it, and change its registry with a token of an operator (npm run operator -- token).',
    );
  }
  return {
    bffUrl: config.publicUrl,
    async ask<C extends Call>(call: C, { params, query, body }: Asked = {}): Promise<Static<C['answer']>> {
      const route = Object.values(registryForOperators).find((each) => each.call === call);
      if (route?.kind !== 'operator' || call.path.startsWith(proposeCall.path))
        throw new Error('That needs an operator: invite the first one by npm run operator -- invite NAME.');
      const asking = {
        ...{ params: params ?? {}, query: query ?? {}, body, idempotencyKey: undefined },
        ...{ caller: nobody, actor: { by: 'command' } as const, registrarToken },
        signal: new AbortController().signal,
      };
      const answer = await route.answer(ports, asking).catch((fault: unknown) => {
        throw fault instanceof Problem ? new Refused(fault.code, errorTexts[fault.code].en) : fault;
      });
      if (Value.Check<C['answer']>(call.answer, answer)) return answer;
      throw new Error('the registry answered something else than was asked for');
    },
    close,
  };
}
