import { encodeBase64url } from '../bytes/base64url.ts';

/** The page of H5 that shows a ward's copy to whoever has its address. */
export const slipPath = '/pages/slip/index';

/** Where a ward's copy lies, and the one key that opens it. */
export interface Slip {
  locator: string;
  privateKey: Uint8Array;
}

/**
 * The address under which a ward's copy opens: place and key stand behind the `#`, which browsers send to no server.
 * @param origin scheme and host of the BFF, which serves the page
 */
export function slipAddress(origin: string, { locator, privateKey }: Slip): string {
  return `${origin}${slipPath}#${locator}.${encodeBase64url(privateKey)}`;
}
