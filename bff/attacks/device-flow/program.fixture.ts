import { Value } from 'typebox/value';
import { clientAssertionType } from '../../../shared/contract/access/client-authentication.ts';
import {
  type DeviceAuthorizationAnswer,
  DeviceAuthorizationAnswer as GivenSchema,
} from '../../../shared/contract/access/device-authorization.ts';
import { deviceGrant } from '../../../shared/contract/access/token.ts';
import { type Answer, send } from '../world/answers.fixture.ts';
import type { OpenCounter } from '../world/counter.fixture.ts';
import type { World } from '../world/world.fixture.ts';

/** A program of a counter's that knows the device flow, and waits for nothing unless told to. @param headers what a page sends besides */
export function openProgram(
  world: World,
  counter: Pick<OpenCounter, 'assertion'> = world.hotel,
  headers: Record<string, string> = {},
) {
  /** @param at where another process of the BFF listens */
  const post = (path: string, form: Record<string, string>, at = world.url): Promise<Answer> =>
    send(at + path, {
      method: 'POST',
      headers,
      body: new URLSearchParams({
        client_assertion_type: clientAssertionType,
        client_assertion: counter.assertion(),
        ...form,
      }),
    });
  const authorize = (form: Record<string, string> = {}) =>
    post('/oauth/device_authorization', { scope: 'hotel:check-in', ...form });
  const ask = (device_code: string, at?: string) =>
    post('/oauth/token', { grant_type: deviceGrant, device_code }, at);
  return {
    authorize,
    ask,
    async open(): Promise<DeviceAuthorizationAnswer> {
      return Value.Parse(GivenSchema, (await authorize()).body);
    },
    /** Asks once the interval is over, as an honest program does. */
    askInTime(given: { device_code: string; interval: number }): Promise<Answer> {
      world.clock.pass(given.interval * 1000);
      return ask(given.device_code);
    },
  };
}
