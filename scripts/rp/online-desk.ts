import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { actions } from '../../shared/actions.ts';
import { ProblemDetails } from '../../shared/contract/problem.ts';
import type { Call } from '../../shared/contract/schema.ts';
import { type Asked, type Desk, Refused } from './desk.ts';

/** A running BFF, by an operator's token; the registrar's goes along with the calls that take one. */
export function onlineDesk({
  bffUrl,
  token,
  registrarToken,
}: {
  bffUrl: string;
  token: string;
  registrarToken: string | undefined;
}): Desk {
  return {
    bffUrl,
    async ask<C extends Call>(call: C, asked: Asked = {}): Promise<Static<C['answer']>> {
      const { body } = asked;
      const answer = await fetch(bffUrl + addressOf(call, asked), {
        method: call.method,
        headers: {
          'accept-language': 'en',
          authorization: `Bearer ${token}`,
          ...(call.registrar && registrarToken !== undefined ? { 'registrar-token': registrarToken } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }).catch((cause: unknown) => {
        throw new Error(`Nobody answers at ${bffUrl}. Is the BFF running there? Name another by --bff URL.`, {
          cause,
        });
      });
      const said: unknown = await answer.json().catch(() => undefined);
      if (answer.ok && Value.Check<C['answer']>(call.answer, said)) return said;
      if (!Value.Check(ProblemDetails, said))
        throw new Error(`${bffUrl} answered something else than was asked for (${answer.status}).`);
      const wait = answer.headers.get('retry-after');
      const sentence = `${said.title} ${actions[said.action].en} (${said.code})`;
      throw new Refused(said.code, sentence, wait === null ? undefined : Number(wait));
    },
    close: async () => undefined,
  };
}

function addressOf({ path }: Call, { params = {}, query = {} }: Asked): string {
  const filled = path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return search.size === 0 ? filled : `${filled}?${search}`;
}
