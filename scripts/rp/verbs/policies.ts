import {
  setCounterQuotasCall,
  setOriginsCall,
  showCounterCall,
} from '../../../shared/contract/operator/counters.ts';
import {
  renameRelyingPartyCall,
  setRpQuotasCall,
  showRelyingPartyCall,
  watchRelyingPartyCall,
} from '../../../shared/contract/operator/relying-parties.ts';
import type { Desk } from '../desk.ts';
import type { Options } from '../options.ts';

const amountIn = (text: string) => {
  const [, atOnce, every] = /^([0-9]+)\/([0-9]+)ms$/.exec(text) ?? [];
  if (atOnce === undefined || every === undefined)
    throw new Error('An amount is written 200/5000ms: two hundred at once, and one more each five seconds.');
  return { atOnce: Number(atOnce), every: Number(every) };
};

/** The quotas that were named. @throws Error in a sentence */
export function quotasIn({ calls, sessions, streams, 'live-sessions': live }: Options) {
  return {
    ...(calls === undefined ? {} : { calls: amountIn(calls) }),
    ...(sessions === undefined ? {} : { sessions: amountIn(sessions) }),
    ...(live === undefined ? {} : { liveSessions: Number(live) }),
    ...(streams === undefined ? {} : { streams: Number(streams) }),
  };
}

/** `quota ID`: what was named is set, what was set before and not named stays. @throws Error in a sentence, Refused */
export async function quotaByCommand(desk: Desk, id: string, given: Options): Promise<void> {
  const rp = id.startsWith('rp_');
  const params = rp ? { rpId: id } : { counterId: id };
  const { version, quotasChosen } = await desk.ask(rp ? showRelyingPartyCall : showCounterCall, { params });
  const quotas = { ...quotasChosen, ...quotasIn(given) };
  const { quotas: now } = await desk.ask(rp ? setRpQuotasCall : setCounterQuotasCall, {
    params,
    body: { version, quotas },
  });
  console.log(JSON.stringify(now, null, 2));
}

/** `watch RP`. @throws Refused */
export async function watchByCommand(desk: Desk, rpId: string): Promise<void> {
  await desk.ask(watchRelyingPartyCall, { params: { rpId } });
  console.log(`${rpId} is under watch: what gives it more needs two operators.`);
}

/** `rename RP NAME`. @throws Refused */
export async function renameByCommand(desk: Desk, rpId: string, name: string): Promise<void> {
  const { version } = await desk.ask(showRelyingPartyCall, { params: { rpId } });
  await desk.ask(renameRelyingPartyCall, { params: { rpId }, body: { version, name } });
  console.log(
    `${rpId} is ${name}. Its counters are shown so once they are renewed: npm run rp -- renew ${rpId}`,
  );
}

/** `origins COUNTER [--origin URL ...]`: none takes all away. @throws Refused */
export async function originsByCommand(desk: Desk, counterId: string, given: Options): Promise<void> {
  const { version } = await desk.ask(showCounterCall, { params: { counterId } });
  const { origins } = await desk.ask(setOriginsCall, {
    params: { counterId },
    body: { version, origins: given.origin ?? [] },
  });
  console.log(origins.length === 0 ? 'No page may call.' : origins.join('\n'));
}
