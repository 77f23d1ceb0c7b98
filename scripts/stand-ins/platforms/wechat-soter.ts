import { constants, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { encodeHex } from '../../../shared/bytes/hex.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import { exact } from '../../../shared/contract/schema.ts';
import type { WechatTokens } from './wechat-tokens.ts';

const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 20 };

/** The secure parts of phones: a key for each person and phone, whose counter rises with each signature. */
export interface SoterPhones {
  /** What the phone with that number signs after its owner's finger, as `wx.startSoterAuthentication` gives it. */
  sign(openId: string, cpuId: string, challenge: string): { json: string; signature: string };
  /** Whether a key of that person signed the text, as WeChat's server would say. */
  verify(openId: string, json: string, signature: string): boolean;
}

/** RSASSA-PSS with SHA-256 and a salt of 20 bytes over the JSON, as SOTER has it. */
export function makeSoterPhones(random: Random): SoterPhones {
  const keys = new Map<string, { publicKey: KeyObject; privateKey: KeyObject; counter: number }>();
  const keyOf = (openId: string, cpuId: string) => {
    const name = `${openId} ${cpuId}`;
    const known = keys.get(name) ?? { ...generateKeyPairSync('rsa', { modulusLength: 2048 }), counter: 0 };
    keys.set(name, known);
    return known;
  };
  return {
    sign(openId, cpuId, challenge) {
      const key = keyOf(openId, cpuId);
      key.counter += 1;
      const json = JSON.stringify({
        ...{ raw: challenge, fid: encodeHex(random(4)), counter: key.counter },
        ...{ tee_n: 'sandbox', tee_v: '1.0', fp_n: 'sandbox', fp_v: '1.0', cpu_id: cpuId },
        uid: encodeHex(random(8)),
      });
      const made = sign('sha256', Buffer.from(json), { key: key.privateKey, ...pss });
      return { json, signature: made.toString('base64') };
    },
    verify(openId, json, signature) {
      const cpuId = cpuIdIn(json);
      const key = cpuId === undefined ? undefined : keys.get(`${openId} ${cpuId}`);
      if (key === undefined) return false;
      return verify(
        'sha256',
        Buffer.from(json),
        { key: key.publicKey, ...pss },
        Buffer.from(signature, 'base64'),
      );
    },
  };
}

function cpuIdIn(json: string): string | undefined {
  try {
    const signed: unknown = JSON.parse(json);
    const is = typeof signed === 'object' && signed !== null && 'cpu_id' in signed;
    return is && typeof signed.cpu_id === 'string' ? signed.cpu_id : undefined;
  } catch {
    return undefined;
  }
}

const VerifyBody = exact({
  openid: Type.String({ minLength: 1, maxLength: 128 }),
  json_string: Type.String({ minLength: 1, maxLength: 8192 }),
  json_signature: Type.String({ minLength: 1, maxLength: 8192 }),
});
const SignBody = exact({
  account: Type.String({ minLength: 1, maxLength: 64 }),
  cpuId: Type.String({ minLength: 1, maxLength: 64 }),
  challenge: Type.String({ minLength: 1, maxLength: 512 }),
});

/**
 * WeChat's `POST /cgi-bin/soter/verify_signature`, and `POST /sandbox/v1/soter {account, cpuId, challenge}`, which stands for a phone whose
 * owner lays the finger on.
 */
export function addWechatSoterRoutes(
  app: FastifyInstance,
  tokens: WechatTokens,
  phones: SoterPhones,
  openIdOfAccount: (account: string) => string,
): void {
  app.post<{ Querystring: { access_token?: string } }>(
    '/cgi-bin/soter/verify_signature',
    ({ query, body }) => {
      if (!tokens.isValid(query.access_token ?? ''))
        return { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' };
      if (!Value.Check(VerifyBody, body)) return { errcode: 47001, errmsg: 'data format error' };
      const { openid, json_string: json, json_signature: signature } = body;
      return { errcode: 0, errmsg: 'ok', is_ok: phones.verify(openid, json, signature) };
    },
  );
  app.post('/sandbox/v1/soter', ({ body }, reply) => {
    if (!Value.Check(SignBody, body)) return reply.code(400).send({ error: 'account, cpuId, challenge' });
    const { account, cpuId, challenge } = body;
    return reply.code(201).send(phones.sign(openIdOfAccount(account), cpuId, challenge));
  });
}
