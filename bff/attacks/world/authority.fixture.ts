import { startAuthority } from '../../../scripts/authority/authority.fixture.ts';
import type { AuthorityOptions } from '../../../scripts/authority/build-authority.ts';
import { passingEngines } from '../../../scripts/authority/engines/passing-engines.fixture.ts';
import type { Engines } from '../../../scripts/authority/ports/engines.ts';
import { registerCounter } from '../../../scripts/authority/registrar/register-counter.ts';
import type { Registrant, Registration } from '../../../shared/contract/authority/registration.ts';
import { limits } from '../../../shared/limits.ts';
import { type Lies, tell } from './lies.fixture.ts';

/** Opens the registrar's desk of the world. */
export const registrarToken = 'registrar-token-of-the-world';

/**
 * The real sandbox authority over HTTP, with stand-ins for its engines. `lies` is what somebody between it and the BFF, or
 * its own dishonesty, makes of its answers.
 */
export async function openAuthority(now: () => number, changes: Partial<AuthorityOptions> = {}) {
  const standIns = passingEngines();
  let held: Promise<void> | undefined;
  const engines: Engines = {
    ...standIns,
    face: {
      ...standIns.face,
      async decide(sample) {
        const waiting = held;
        held = undefined;
        await waiting;
        return standIns.face.decide(sample);
      },
    },
  };
  const authority = startAuthority({ now, engines, registrarToken, ...changes });
  const lies: Lies = {};
  authority.app().addHook('onSend', async (request, _reply, payload) => {
    return request.url.startsWith('/v1/') && typeof payload === 'string' ? tell(lies, payload) : payload;
  });
  const url = await authority.app().listen({ host: '127.0.0.1', port: 0 });
  const { keys, store } = authority.ports();
  return {
    url,
    lies,
    keys,
    root: keys.root(),
    apiKey: authority.options.apiKey,
    /** The registrar at the desk. */
    register: (registrant: Registrant): Registration =>
      registerCounter({ keys, counters: store.counters, names: store.names, now: now() }, registrant),
    /** What its register says of a counter by now, whoever saw to that. */
    rewrite: (registrant: Registrant): void => store.counters.put(registrant),
    bffId: authority.options.bffId,
    /** Makes the next decision, and that one only, wait until the answer is called. */
    holdNextDecision(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    /** Plays a scenario of the scripted mode. @throws Error where there is none of that form */
    async script(scenario: object): Promise<void> {
      const answer = await authority.script(scenario);
      if (answer.statusCode >= 400) throw new Error(`script: ${answer.body}`);
    },
    liveHandles: () =>
      authority
        .ports()
        .store.credentials.changedAfter(0, limits.credentialsPerPage)
        .filter(({ live }) => live)
        .map(({ handle }) => handle),
    stop: () => authority.stop(),
  };
}

export type OpenAuthority = Awaited<ReturnType<typeof openAuthority>>;
