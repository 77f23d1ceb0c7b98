import { setOriginsCall, showCounterCall } from '../../../shared/contract/operator/counters.ts';
import { onlineDesk } from '../../rp/online-desk.ts';
import type { RunningSandbox } from '../../sandbox/start-processes.ts';

/** Registers a counter of a sandbox with the one origin, as its operator does: `npm run rp -- origins COUNTER --origin ORIGIN`. */
export async function registerOrigin(
  { bffUrl, operatorToken: token }: Pick<RunningSandbox, 'bffUrl' | 'operatorToken'>,
  counterId: string,
  origin: string,
): Promise<void> {
  const desk = onlineDesk({ bffUrl, token, registrarToken: undefined });
  const params = { counterId };
  const { version } = await desk.ask(showCounterCall, { params });
  await desk.ask(setOriginsCall, { params, body: { version, origins: [origin] } });
}
