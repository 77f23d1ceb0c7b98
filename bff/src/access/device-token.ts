import type { TokenAnswer } from '../../../shared/contract/access/token.ts';
import { Problem } from '../../../shared/problem.ts';
import type { SignToken } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import type { Counter, CounterKey } from '../ports/registry.ts';
import { counterView } from '../session/counter-view.ts';
import { askByDeviceCode, takeDeviceCode } from '../session/device-codes.ts';
import { load } from '../session/load.ts';
import { counterToken } from './access-token.ts';
import { DeviceRefused } from './device-refused.ts';

/**
 * What a client hears of a check by its device code (RFC 8628 section 3.5), which is what its counter may see of it: nothing but that it
 * is pending before the end, and the end is not before the counter word where one is demanded. A pass gives one token, once.
 * @throws DeviceRefused device-pending, device-hurried, device-code-over, device-denied; Problem grant-invalid for another client's
 * code, a second use and what was never given
 */
export async function deviceToken(
  ports: Ports,
  { counter, key }: { counter: Counter; key: CounterKey },
  deviceCode: string,
  sign: SignToken,
): Promise<TokenAnswer> {
  const asked = await askByDeviceCode(ports, { rpId: counter.rpId, counterId: counter.id }, deviceCode);
  if (asked.finds === 'nothing' || asked.finds === 'used') throw new Problem('grant-invalid');
  const ofCheck = { session_id: asked.sessionId };
  if (asked.finds === 'over') throw new DeviceRefused('device-code-over', ofCheck);
  if (asked.finds === 'hurried') throw new DeviceRefused('device-hurried', ofCheck);
  const session = await load(ports, asked.sessionId);
  if (session === undefined) throw new DeviceRefused('device-code-over', ofCheck);

  const { state, result } = await counterView(ports, session);
  switch (state) {
    case 'open':
    case 'claimed':
      throw new DeviceRefused('device-pending', { ...ofCheck, state });
    case 'expired':
      throw new DeviceRefused('device-code-over', { ...ofCheck, state });
    case 'failed':
    case 'declined':
    case 'cancelled':
    case 'aborted':
      throw new DeviceRefused('device-denied', { ...ofCheck, state });
    case 'passed':
      if (result === undefined) throw new Error('a pass without its result');
      if (!(await takeDeviceCode(ports, deviceCode))) throw new Problem('grant-invalid');
      void ports.audit({ event: 'device-code-used', by: 'counter', sessionId: session.id });
      return { ...counterToken(ports, counter, key, sign), ...ofCheck, state, result };
  }
}
