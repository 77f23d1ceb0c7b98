import { isIP } from 'node:net';
import * as limits from '../../../shared/limits.ts';

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

/** The same without a path: of what stands below an address only its host, port and scheme would be heeded. */
export function readOrigin(text: string, guarded: boolean): string | undefined {
  const url = readUrl(text, guarded);
  return url !== undefined && url === new URL(url).origin ? url : undefined;
}

/** An http URL of a program on the very computer of whoever opens a page: a port of it, and no more. */
export function readLoopback(text: string): string | undefined {
  const given = readUrl(text, false);
  const { protocol, hostname, pathname } = new URL(text);
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) && pathname === '/';
  return isHere && protocol === 'http:' ? given : undefined;
}

function isLocal(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  if (isIP(bare) === 4) return bare.startsWith('127.') || bare === '0.0.0.0';
  if (isIP(bare) === 6) return bare === '::1' || bare === '::' || bare.startsWith('::ffff:7f');
  return /(^|\.)localhost\.?$/.test(bare);
}

/** The ids of three templates of a platform's messages, with commas. */
export function readTemplates(text: string): readonly string[] | undefined {
  const ids = text.split(',').map((id) => id.trim());
  const fits = ids.every((id) => /^[\x21-\x7e]+$/.test(id) && id.length <= limits.messageTemplate);
  return fits && ids.length === limits.messageTemplates ? ids : undefined;
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
