import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';
import type { CreatedPasskey, PasskeyAssertion } from '../../../../shared/contract/operator/passkey.ts';
import { Refused } from './refused.ts';

/** Has the device make a passkey. @throws Refused passkey-cancelled, passkey-impossible */
export async function makePasskey(options: object): Promise<CreatedPasskey> {
  if (!isForCreation(options)) throw Refused.here('not-understood');
  const { id, rawId, type, authenticatorAttachment, response } = await ask(() =>
    startRegistration({ optionsJSON: options }),
  );
  const { clientDataJSON, attestationObject, transports } = response;
  return {
    ...{ id, rawId, type, clientExtensionResults: {} },
    ...(authenticatorAttachment === undefined ? {} : { authenticatorAttachment }),
    response: {
      ...{ clientDataJSON, attestationObject },
      ...(transports === undefined ? {} : { transports: known(transports) }),
    },
  };
}

/** Has a passkey of this server sign. @throws Refused passkey-cancelled, passkey-impossible */
export async function signByPasskey(options: object): Promise<PasskeyAssertion> {
  if (!isForRequest(options)) throw Refused.here('not-understood');
  const { id, rawId, type, authenticatorAttachment, response } = await ask(() =>
    startAuthentication({ optionsJSON: options }),
  );
  const { clientDataJSON, authenticatorData, signature, userHandle = '' } = response;
  return {
    ...{ id, rawId, type, clientExtensionResults: {} },
    ...(authenticatorAttachment === undefined ? {} : { authenticatorAttachment }),
    response: { clientDataJSON, authenticatorData, signature, userHandle },
  };
}

async function ask<T>(work: () => Promise<T>): Promise<T> {
  if (!browserSupportsWebAuthn()) throw Refused.here('passkey-impossible');
  try {
    return await work();
  } catch (fault) {
    const impossible = fault instanceof WebAuthnError && /RP_ID|DOMAIN|SUPPORT/.test(fault.code);
    throw Refused.here(impossible ? 'passkey-impossible' : 'passkey-cancelled');
  }
}

const transportNames = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;
const known = (given: readonly string[]) => transportNames.filter((name) => given.includes(name));

function isForCreation(options: object): options is PublicKeyCredentialCreationOptionsJSON {
  return 'challenge' in options && 'rp' in options && 'user' in options && 'pubKeyCredParams' in options;
}

function isForRequest(options: object): options is PublicKeyCredentialRequestOptionsJSON {
  return 'challenge' in options && !('user' in options);
}
