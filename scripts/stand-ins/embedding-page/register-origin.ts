import { setOriginsCall, showCounterCall } from '../../../shared/contract/operator/counters.ts';
import { askOperator } from '../../program/ask-operator.ts';
import type { RunningSandbox } from '../../sandbox/start-processes.ts';

/**
 * Registers a counter of a sandbox with the one origin, as its operator does: `npm run rp -- origins COUNTER --origin ORIGIN`.
 * @throws Refused, Error
 */
export async function registerOrigin(
  { bffUrl, operatorToken: token }: Pick<RunningSandbox, 'bffUrl' | 'operatorToken'>,
  counterId: string,
  origin: string,
): Promise<void> {
  const params = { counterId };
  const { version } = await askOperator({ bffUrl, token }, showCounterCall, { params });
  await askOperator({ bffUrl, token }, setOriginsCall, { params, body: { version, origins: [origin] } });
}
