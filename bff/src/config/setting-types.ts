import { isIP } from 'node:net';

/** One of a closed list of words. */
export function oneOf<const W extends string>(words: readonly W[], text: string): W | undefined {
  return words.find((word) => word === text);
}

/** Makes a reader of whole numbers within bounds. */
export function whole(least: number, most: number): (text: string) => number | undefined {
  return (text) => {
    const value = /^[0-9]{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : undefined;
  };
}

/** An http or https URL without credentials, query, fragment or trailing slash; `guarded`: https only, and no host of this machine. */
export function readUrl(text: string, guarded: boolean): string | undefined {
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return undefined;
  if (url.protocol !== 'https:' && (guarded || url.protocol !== 'http:')) return undefined;
  if (guarded && isLocal(url.hostname)) return undefined;
  return url.href.replace(/\/$/, '');
}

function isLocal(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  if (isIP(bare) === 4) return bare.startsWith('127.') || bare === '0.0.0.0';
  if (isIP(bare) === 6) return bare === '::1' || bare === '::' || bare.startsWith('::ffff:7f');
  return /(^|\.)localhost\.?$/.test(bare);
}

/**
 * true, false, or the addresses and networks of the proxies before us, with commas. `guarded`: not true, which lets every caller
 * choose the address that limits go by.
 */
export function readTrust(text: string, guarded: boolean): boolean | string[] | undefined {
  if (text === 'true' && guarded) return undefined;
  if (text === 'true' || text === 'false') return text === 'true';
  const addresses = text.split(',').map((address) => address.trim());
  return addresses.every(isNetwork) ? addresses : undefined;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || whole(0, version === 4 ? 32 : 128)(bits) !== undefined;
}
