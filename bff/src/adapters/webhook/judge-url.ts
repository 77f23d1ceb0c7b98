import { isIP } from 'node:net';
import * as limits from '../../../../shared/limits.ts';
import { isLoopback } from './judge-address.ts';

/** How a receiver is judged. */
export interface Judging {
  /** What is on this machine may be reached, by http too, and what is in a private network by https. */
  sandbox: boolean;
  /** This service itself, which tells itself nothing. */
  own: readonly string[];
}

/**
 * Reads the URL of a receiver as it is kept, in the one spelling that WHATWG's parser gives it: an IPv4 address in decimal, octal or
 * hex is an address like any other. undefined where the URL itself says that it is none for us; its address is judged apart.
 */
export function judgeUrl(text: string, { sandbox, own }: Judging): URL | undefined {
  if (text.length > limits.webhookUrl || !URL.canParse(text) || /[\s\\]/.test(text)) return undefined;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || text.includes('#') || text.includes('@'))
    return undefined;
  if (url.href.length > limits.webhookUrl || !isScheme(url, sandbox) || !isPort(url)) return undefined;
  if (own.some((each) => isSame(new URL(each), url, sandbox))) return undefined;
  return url;
}

/** The host of a URL as it is looked up or connected to: an IPv6 address without its brackets, a name without the dot of the root. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** Whether the URL names this machine. */
export function isLocal(url: URL): boolean {
  const host = hostOf(url);
  return isIP(host) === 0 ? /(^|\.)localhost$/.test(host) : isLoopback(host);
}

function isScheme(url: URL, sandbox: boolean): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && sandbox && isLocal(url));
}

/** The scheme's own port, or one that needs no privilege: below stand the services that a TLS handshake could disturb. */
function isPort({ port }: URL): boolean {
  return port === '' || Number(port) >= 1024;
}

/** In a sandbox all parties are on one machine, and only the port tells them apart. */
function isSame(own: URL, other: URL, sandbox: boolean): boolean {
  const bothLocal = isLocal(own) && isLocal(other);
  if (hostOf(own) !== hostOf(other) && !bothLocal) return false;
  return !sandbox || portOf(own) === portOf(other);
}

function portOf({ port, protocol }: URL): string {
  return port === '' ? (protocol === 'https:' ? '443' : '80') : port;
}
