import { askedToWait, mayPass } from './may-pass.ts';
import { pause } from './pause.ts';
import { type Fetch, type HttpCall, readAnswer, send } from './read-answer.ts';
import { Refused } from './refused.ts';
import type { ServerClock } from './server-clock.ts';
import type { Tokens } from './tokens.ts';

/** How the verbs call the counter API: with a token, dated, and once more where that is right. */
export interface Link {
  readonly clock: ServerClock;
  /** @throws Refused, Unreachable, and the reason of `signal` */
  ask<T>(call: Asked, is: (value: unknown) => value is T): Promise<T>;
  /** The answer before it is read, for streams. @throws as `ask` */
  open(call: Asked): Promise<Response>;
}

export interface Asked {
  method: 'GET' | 'POST';
  path: string;
  body?: object;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  patience?: number;
  /** It may be sent again where no answer came, as it does the same once. */
  repeatable?: true;
}

/** Milliseconds before each further try. */
const pauses = [500, 1_000, 2_000];
/** Milliseconds that one call waits where the service asks for it: a clerk stands there, and is told of more (`retryAfter`). */
const waitMost = 10_000;

/** @param base the address of the service, where its token endpoint is */
export function openLink(fetch: Fetch, base: string, tokens: Tokens, clock: ServerClock): Link {
  async function withToken<T>(asked: Asked, run: (call: HttpCall) => Promise<T>): Promise<T> {
    const { method, path, body, headers = {}, signal, patience } = asked;
    const once = async () => {
      const token = await tokens.current();
      const call: HttpCall = {
        ...{ method, url: new URL(path, base).href, signal },
        headers: {
          accept: 'application/json',
          ...headers,
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(patience !== undefined && { patience }),
        heard: (answer) => clock.hear(answer.headers.get('date')),
      };
      return await run(call).catch((fault: unknown) => {
        if (fault instanceof Refused && fault.code === 'token-invalid') tokens.drop(token);
        throw fault;
      });
    };
    // Another token is asked for once: the service was restored, or its keys were changed.
    return await once().catch((fault: unknown) => {
      if (fault instanceof Refused && fault.code === 'token-invalid') return once();
      throw fault;
    });
  }

  async function again<T>({ repeatable, signal }: Asked, run: () => Promise<T>): Promise<T> {
    for (const milliseconds of repeatable ? pauses : []) {
      try {
        return await run();
      } catch (fault) {
        const wait = Math.max(milliseconds, askedToWait(fault));
        if (!mayPass(fault) || wait > waitMost) throw fault;
        await pause(wait, signal);
      }
    }
    return await run();
  }

  return {
    clock,
    ask: (asked, is) => again(asked, () => withToken(asked, (call) => readAnswer(fetch, call, is))),
    open: (asked) => withToken(asked, (call) => send(fetch, call)),
  };
}
