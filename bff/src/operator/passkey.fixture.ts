import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { CreatedPasskey, PasskeyAssertion } from '../../../shared/contract/operator/passkey.ts';

/** What the browser adds to what it was asked for, and what an attack changes of it. */
export interface Asked {
  challenge: string;
  origin: string;
  rpId: string;
  /** The owner showed a finger, a face or a PIN; so it is unless told otherwise. */
  verified?: boolean;
  /** The counter as it was, instead of one more. */
  counter?: number;
}

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const flags = { present: 0x01, verified: 0x04, attested: 0x40 };

/** A passkey in software: a P-256 key that signs as WebAuthn says, and counts. */
export function softPasskey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  let counter = 0;
  let userHandle = '';

  const clientData = (type: string, { challenge, origin }: Asked) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = (
    { rpId, verified = true, counter: set }: Asked,
    more: number,
    rest: Uint8Array,
  ) => {
    counter = set ?? counter + 1;
    const head = Buffer.alloc(5);
    head.writeUInt8(flags.present | (verified ? flags.verified : 0) | more, 0);
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(rpId), head, rest]);
  };

  return {
    id: base64url(id),
    get counter() {
      return counter;
    },
    create(asked: Asked, owner: string): CreatedPasskey {
      userHandle = owner;
      const key = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(key)]);
      const authData = new Uint8Array(authenticatorData(asked, flags.attested, attested));
      const attestation = new Map<string, string | Uint8Array | Map<string, never>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, never>()],
        ['authData', authData],
      ]);
      return {
        ...{ id: base64url(id), rawId: base64url(id), type: 'public-key', clientExtensionResults: {} },
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', asked)),
          attestationObject: base64url(isoCBOR.encode(attestation)),
          transports: ['internal'],
        },
      };
    },
    sign(asked: Asked): PasskeyAssertion {
      const client = clientData('webauthn.get', asked);
      const data = authenticatorData(asked, 0, new Uint8Array());
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      return {
        ...{ id: base64url(id), rawId: base64url(id), type: 'public-key', clientExtensionResults: {} },
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(signature),
          userHandle,
        },
      };
    },
  };
}

export type SoftPasskey = ReturnType<typeof softPasskey>;

/** The text member of the options that a server sent. @throws TypeError where there is none */
export function optionOf(options: object, ...path: string[]): string {
  let found: unknown = options;
  for (const name of path)
    found = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
  if (typeof found !== 'string') throw new TypeError(`no ${path.join('.')} in the options`);
  return found;
}
