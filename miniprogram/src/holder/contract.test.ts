import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { consent } from '../../../shared/contract/apply/01-consent.ts';
import { challenge as applyChallenge } from '../../../shared/contract/apply/03-challenge.ts';
import {
  faceBegin as applyFaceBegin,
  faceEnd as applyFaceEnd,
} from '../../../shared/contract/apply/04-platform-face.ts';
import { relay as applyRelay } from '../../../shared/contract/apply/06-relay.ts';
import { readApplication, readCredential } from '../../../shared/contract/apply/07-credential.ts';
import type { Call } from '../../../shared/contract/form.ts';
import { login as loginCall } from '../../../shared/contract/login/01-login.ts';
import { claim } from '../../../shared/contract/verify/02-claim.ts';
import { decline } from '../../../shared/contract/verify/02-decline.ts';
import { challenge } from '../../../shared/contract/verify/03-challenge.ts';
import { faceBegin, faceEnd } from '../../../shared/contract/verify/04-platform-face.ts';
import { relay } from '../../../shared/contract/verify/06-relay.ts';
import { readOwnSession } from '../../../shared/contract/verify/08-result.ts';
import { apply } from '../apply/apply.ts';
import { login } from '../login/01-login.ts';
import { setUp } from '../testing/set-up.ts';
import { verify } from '../verify/verify.ts';

const calls: readonly Call[] = [
  ...[loginCall, claim, decline, challenge, relay, readOwnSession],
  ...[faceBegin, faceEnd, applyFaceBegin, applyFaceEnd],
  ...[consent, applyChallenge, applyRelay, readApplication, readCredential],
];

const person = {
  consent: { face: true, voice: true },
  triesAgain: async () => true,
  prompt: () => undefined,
  digits: () => undefined,
};

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
    if (ceremony === 'verify') {
      await verify(holder, 'https://bff.test/q/1.x.1.y', { ...person, agrees: async () => true });
    } else {
      const identity = { name: '林知遥', idNumber: '990001199904121101', validUntil: 'long-term' };
      await apply(holder, { ...person, identity });
    }
    expect(seen.size).toBe(steps);
  });
});
