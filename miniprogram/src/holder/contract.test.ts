import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { playApplication, playCheck } from '../../../scripts/stand-ins/phone/play-journey.ts';
import { decodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { consentCall } from '../../../shared/contract/apply/01-consent.ts';
import { readCredentialCall } from '../../../shared/contract/apply/07-credential.ts';
import { challengeCall } from '../../../shared/contract/attempt/03-challenge.ts';
import {
  platformFaceBeginCall,
  platformFaceEndCall,
} from '../../../shared/contract/attempt/04-platform-face.ts';
import { relayCall } from '../../../shared/contract/attempt/06-relay.ts';
import { ownSessionCall } from '../../../shared/contract/attempt/08-own-session.ts';
import { loginCall } from '../../../shared/contract/login/01-login.ts';
import type { Call } from '../../../shared/contract/schema.ts';
import { claimCall } from '../../../shared/contract/verify/02-claim.ts';
import { declineCall } from '../../../shared/contract/verify/02-decline.ts';
import { login } from '../login/01-login.ts';
import { setUp } from '../testing/set-up.ts';

const calls: readonly Call[] = [
  ...[loginCall, claimCall, declineCall, consentCall, readCredentialCall],
  ...[challengeCall, platformFaceBeginCall, platformFaceEndCall, relayCall, ownSessionCall],
];
const identity = { name: '林知遥', idNumber: '990001199904121101', validUntil: 'long-term' };

/** The call of the contract that the request is, by its method and path. */
function callOf(method: string, path: string): Call | undefined {
  return calls.find((call) => {
    const pattern = call.path.replace(/:[A-Za-z]+/g, '[^/]+');
    return call.method === method && new RegExp(`^${pattern}$`).test(path);
  });
}

describe('what the phone sends', () => {
  it.each([
    ['verify', 'phone', 5],
    ['apply', 'phone', 6],
    ['verify', 'wechat', 7],
    ['apply', 'wechat', 8],
  ] as const)('fits the contract at each step of %s, the face taken by %s', async (ceremony, by, steps) => {
    const { holder, platform, bff } = await setUp(ceremony);
    bff.faceBy = by;
    platform.verifyFace = async () => undefined;
    const { request } = platform;
    const seen = new Set<string>();
    platform.request = (asked) => {
      const call = callOf(asked.method, asked.url.replace('https://bff.test', '').replace(/\?.*$/, ''));
      expect(call, `${asked.method} ${asked.url}`).toBeDefined();
      seen.add(call?.path ?? '');
      if (call?.body !== undefined) {
        expect(Check(call.body, JSON.parse(decodeUtf8(asked.body ?? new Uint8Array()))), call.path).toBe(
          true,
        );
      }
      expect(asked.headers['idempotency-key'] !== undefined, call?.path).toBe(call?.creates === true);
      return request(asked);
    };
    await login(holder);
    if (ceremony === 'verify') await playCheck(holder, 'https://bff.test/q/1.x.1.y');
    else await playApplication(holder, { identity });
    expect(seen.size).toBe(steps);
  });
});
