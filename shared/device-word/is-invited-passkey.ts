import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { PublicJwk } from '../contract/authority/keys.ts';
import { CeremonySchema } from '../contract/operator/passkey.ts';
import { Base64urlSchema, exact } from '../contract/schema.ts';
import { readByDevice } from '../jws/read-by-device.ts';
import { attestationHash, type MadePasskey } from './invited-passkey.ts';

const Said = exact({ device: PublicJwk, ceremony: CeremonySchema, passkey: Base64urlSchema(43, 43) });
const isSaid = (payload: unknown): payload is Static<typeof Said> => Value.Check(Said, payload);

/** Whether whoever has the link of that thumbprint says that this very passkey was made in this ceremony. */
export function isInvitedPasskey(invite: string, word: string, made: MadePasskey): boolean {
  const said = readByDevice(word, { type: 'lz-passkey+jwt', deviceThumbprint: invite, isSaid });
  return said?.ceremony === made.ceremony && said.passkey === attestationHash(made);
}
