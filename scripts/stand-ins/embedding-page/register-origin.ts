import { setOriginsCall, showCounterCall } from '../../../shared/contract/operator/counters.ts';
import type { RunningSandbox } from '../../sandbox/start-processes.ts';
import { callJson } from '../call-json.ts';

/**
 * Registers a counter of a sandbox with the one origin, as its operator does: `npm run rp -- origins COUNTER --origin ORIGIN`.
 * @throws CallProblem
 */
export async function registerOrigin(
  { bffUrl, operatorToken }: Pick<RunningSandbox, 'bffUrl' | 'operatorToken'>,
  counterId: string,
  origin: string,
): Promise<void> {
  const headers = { authorization: `Bearer ${operatorToken}` };
  const addressOf = (path: string) => bffUrl + path.replace(':counterId', counterId);
  const { version } = await callJson(
    { url: addressOf(showCounterCall.path), headers },
    showCounterCall.answer,
  );
  await callJson(
    {
      ...{ url: addressOf(setOriginsCall.path), method: 'PUT', headers },
      body: { version, origins: [origin] },
    },
    setOriginsCall.answer,
  );
}
