import type { PublicJwk } from './public-jwk.ts';
import { type SignInput, signEs256 } from './sign-es256.ts';

/** A device as it is known: by the thumbprint of its key. */
export interface DeviceName {
  publicJwk: PublicJwk;
  thumbprint: string;
}

/** A device with its key: it can say something itself. */
export interface SigningDevice extends DeviceName {
  /** 32 bytes, P-256. */
  privateKey: Uint8Array;
}

/** What a device signs where it says something itself: its key comes along as `device`, and `kid` is the key's thumbprint. */
export function deviceStatement(
  { publicJwk: { kty, crv, x, y }, thumbprint }: DeviceName,
  typ: string,
  said: Readonly<Record<string, unknown>>,
): Omit<SignInput, 'privateKey'> {
  return { header: { typ, kid: thumbprint }, payload: { device: { kty, crv, x, y }, ...said } };
}

/** The same as a JWS (ES256): what no BFF can say in the device's name. `readByDevice` is its other half. */
export function stateByDevice(
  device: SigningDevice,
  typ: string,
  said: Readonly<Record<string, unknown>>,
): string {
  return signEs256({ ...deviceStatement(device, typ, said), privateKey: device.privateKey });
}
