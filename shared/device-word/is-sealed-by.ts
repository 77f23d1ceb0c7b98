import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { sealedKinds } from '../challenge.ts';
import { PublicJwk } from '../contract/authority/keys.ts';
import { Base64urlSchema, exact, oneOf } from '../contract/schema.ts';
import { idPattern } from '../ids.ts';
import { readByDevice } from '../jws/read-by-device.ts';
import type { SealedSample } from './sample-word.ts';

const SampleWord = exact({
  device: PublicJwk,
  challenge: Type.String({ pattern: idPattern.chl }),
  kind: oneOf(sealedKinds),
  digest: Base64urlSchema(43, 43),
});
const isSaid = (payload: unknown): payload is Static<typeof SampleWord> => Value.Check(SampleWord, payload);

/** Whether that very device said that it sealed this envelope, for this challenge and as this kind. */
export function isSealedBy(deviceThumbprint: string, word: string, of: SealedSample): boolean {
  const said = readByDevice(word, { type: 'lz-sample+jwt', deviceThumbprint, isSaid });
  return said?.challenge === of.challengeId && said.kind === of.kind && said.digest === of.digest;
}
