import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { exact, oneOf } from '../schema.ts';

const part = (description: string, examples: string[]) =>
  Type.String({
    pattern: '^[A-Za-z0-9_-]*$',
    minLength: 1,
    maxLength: limits.passkeyPart,
    description,
    examples,
  });
const id = (description: string) => part(description, ['kUYzXzR4i0oPq3mBq9d3Vw']);

export const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/** What `navigator.credentials` takes, as @simplewebauthn writes it (WebAuthn level 3, sections 5.4 and 5.5). */
const Options = (what: string) =>
  Type.Unsafe<object>({
    type: 'object',
    additionalProperties: true,
    description: `Handed to \`navigator.credentials.${what}()\` as JSON (WebAuthn level 3); \`userVerification\` is \`required\`.`,
    examples: [{ challenge: 'b2M3R2p4d0Z1Tn...', rpId: 'id.example', userVerification: 'required' }],
  });

/** Names one ceremony under way; half of what ends it, the other half is signed by the passkey. */
export const CeremonySchema = Type.String({
  pattern: '^[A-Za-z0-9_-]{22}$',
  description: 'The ceremony that was begun: good for one end, within two minutes.',
  examples: ['mJ1zYtqg0l8b3S9kqvXw2A'],
});

export const BegunCreation = exact({ ceremony: CeremonySchema, options: Options('create') });
export const BegunRequest = exact({ ceremony: CeremonySchema, options: Options('get') });

const attachment = Type.Optional(
  Type.Union([Type.Literal('platform'), Type.Literal('cross-platform')], {
    description: 'Whether the passkey is part of the device or a key of its own.',
    examples: ['platform'],
  }),
);
const type = Type.Literal('public-key', { description: 'The only type there is.', examples: ['public-key'] });
const noExtensions = Type.Unsafe<Record<string, never>>({
  type: 'object',
  additionalProperties: false,
  description: 'Empty: no extension is asked for.',
  examples: [{}],
});
const clientData = part('The client data that was signed, base64url.', ['eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0']);

/** RegistrationResponseJSON of WebAuthn, less what this server does not read. */
export const CreatedPasskey = exact({
  id: id('The credential id, base64url.'),
  rawId: id('The same.'),
  type,
  authenticatorAttachment: attachment,
  clientExtensionResults: noExtensions,
  response: exact({
    clientDataJSON: clientData,
    attestationObject: part('Key and flags, base64url CBOR.', ['o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVjE']),
    transports: Type.Optional(
      Type.Array(oneOf(transports), {
        maxItems: transports.length,
        description: 'How the passkey can be reached.',
        examples: [['internal', 'hybrid']],
      }),
    ),
  }),
});
export type CreatedPasskey = Static<typeof CreatedPasskey>;

/** AuthenticationResponseJSON of WebAuthn. */
export const PasskeyAssertion = exact({
  id: id('The credential id, base64url.'),
  rawId: id('The same.'),
  type,
  authenticatorAttachment: attachment,
  clientExtensionResults: noExtensions,
  response: exact({
    clientDataJSON: clientData,
    authenticatorData: part('RP id hash, flags and counter, base64url.', [
      'SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2M',
    ]),
    signature: part('Over both, by the passkey; base64url.', ['MEUCIQDz5N0']),
    userHandle: part('The operator whom the passkey knows, base64url.', [
      'b3ByXzAxMjM0NTY3ODlhYmNkZWZnaGlqa2w',
    ]),
  }),
});
export type PasskeyAssertion = Static<typeof PasskeyAssertion>;
