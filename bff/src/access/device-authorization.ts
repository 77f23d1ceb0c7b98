import {
  checkScopes,
  type DeviceAuthorizationAnswer,
  type DeviceAuthorizationBody,
} from '../../../shared/contract/access/device-authorization.ts';
import { userCodePage } from '../../../shared/contract/access/user-code.ts';
import { lastingCode } from '../../../shared/counter-code/lasting-code.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';
import { type DeviceCodes, makeDeviceCodes } from '../session/device-codes.ts';
import { newCheck, type OpenCheck, storeCheck } from '../session/new-check.ts';
import { type Door, recogniseClient } from './recognise-client.ts';

/** Two user codes that live are the same once in millions of checks; twice in a row is a fault. */
const draws = 3;

/**
 * Opens a check for a client that shows a code once (RFC 8628 section 3.1). Since the code stays the same every claim by it is late, and
 * a relying party that never has the counter word asked for is refused. The check has ended a while before its device code, so that whoever
 * asks by it as agreed is told of every end.
 * @throws ClientRefused; Problem those of the door, scope-unknown, device-flow-not-allowed, scene-not-allowed, counter-unregistered, too-many-requests
 */
export async function authorizeDevice(
  ports: Ports,
  door: Door,
  body: DeviceAuthorizationBody,
): Promise<DeviceAuthorizationAnswer> {
  const { counter } = await recogniseClient(ports, door, body, 'assertions-by-counter');
  const asked = checkScopes.get(body.scope);
  if (asked === undefined) throw new Problem('scope-unknown');
  const session = await newCheck(ports, { rpId: counter.rpId, counterId: counter.id }, asked, {
    endsWithin: limits.deviceCheckLifetime,
  });
  if (session.asked.request.word === 'never') throw new Problem('device-flow-not-allowed');
  const { deviceCode, userCode, address } = await store(ports, session);
  const { publicUrl } = ports.settings;
  return {
    device_code: deviceCode,
    user_code: userCode,
    verification_uri: `${publicUrl}${userCodePage}`,
    verification_uri_complete: lastingCode(publicUrl, address),
    expires_in: limits.deviceCodeLifetime / 1000,
    interval: limits.devicePollSeconds,
    session_id: session.id,
  };
}

async function store(ports: Ports, session: OpenCheck): Promise<DeviceCodes> {
  for (let drawn = 0; drawn < draws; drawn++) {
    const { codes, statement } = makeDeviceCodes(ports, session);
    if ((await storeCheck(ports, session, [statement])) === 'stored') return codes;
  }
  throw new Error('every user code was taken');
}
