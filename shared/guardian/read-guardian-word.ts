import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { PublicJwk } from '../contract/authority/keys.ts';
import { Base64urlSchema, exact, oneOf, SessionIdSchema } from '../contract/schema.ts';
import { wardForms } from '../family.ts';
import { idPattern } from '../ids.ts';
import { readByDevice } from '../jws/read-by-device.ts';
import * as limits from '../limits.ts';

const signed = {
  device: PublicJwk,
  delegation: Type.String({ pattern: idPattern.del }),
  iat: Type.Integer(),
  exp: Type.Integer(),
};
const use = { ...signed, act: Type.Literal('use') };
const GuardianWord = Type.Union([
  exact({
    ...use,
    session: SessionIdSchema,
    counterId: Type.String({ maxLength: 50 }),
    scene: Type.String({ maxLength: 20 }),
  }),
  exact({ ...use, code: Base64urlSchema(43, 43) }),
  exact({ ...signed, act: Type.Literal('renew'), form: oneOf(wardForms) }),
]);
export type GuardianWord = Static<typeof GuardianWord>;
const isSaid = (payload: unknown): payload is GuardianWord => Value.Check(GuardianWord, payload);

/**
 * What a guardian's device has agreed to; undefined where it was not this device that said so, where it was too long ago, or lies ahead.
 * @param now epoch milliseconds
 */
export function readGuardianWord(
  word: string,
  deviceThumbprint: string,
  now: number,
): GuardianWord | undefined {
  const stated = readByDevice(word, { type: 'lz-guardian-word+jwt', deviceThumbprint, isSaid });
  if (stated === undefined) return undefined;
  const { iat, exp } = stated;
  const long = exp - iat > limits.guardianWordLifetime / 1000;
  const early = iat * 1000 > now + limits.clockSkew;
  return long || early || exp * 1000 <= now ? undefined : stated;
}
