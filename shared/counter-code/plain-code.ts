import * as limits from '../limits.ts';

/**
 * An optional `http(s)://host/q/`, then version 1, token, seconds without leading zeros, and mac; or version d and the 128 bits of a code
 * that stays the same as long as it lives; or version p, as version 1, where another person's phone shows it.
 */
export const codePattern =
  /^(?:https?:\/\/[A-Za-z0-9.:[\]-]+\/q\/)?(?:1\.([A-Za-z0-9_-]{8,64})\.(0|[1-9][0-9]{0,5})\.([A-Za-z0-9_-]{21}[AQgw])|d\.([A-Za-z0-9_-]{21}[AQgw])|p\.([A-Za-z0-9_-]{22})\.(0|[1-9][0-9]{0,2})\.([A-Za-z0-9_-]{21}[AQgw]))$/;

/** What scanners, keyboards and clipboards leave at the ends of a text: white space, marks of order and of direction. */
const unseen = '[\\s\\u00ad\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]+';
const unseenAtTheEnds = new RegExp(`^${unseen}|${unseen}$`, 'g');

/** What apps hang on to an address that they pass on: a slash, a query, a fragment, in that order. */
const hungOn = /\/?(?:\?[!-~]*)?$/;

/** A launch gives the address percent-encoded, and some platforms encode it once more. */
const encodedAtMost = 2;

/**
 * The counter code in a scanned, pasted or launched text, without what apps on the way have added to it: unseen characters at
 * its ends, a slash, a query and a fragment behind it, percent-encoding of the whole, once or twice. Undefined where what is
 * then left is no code to the letter. Says nothing about whether it is genuine.
 */
export function plainCode(text: string): string | undefined {
  if (text.length > limits.scannedText) return undefined;
  let left = text;
  for (let decoded = 0; ; decoded++) {
    left = left.replace(unseenAtTheEnds, '');
    const code = left.replace(/#.*$/s, '').replace(hungOn, '');
    if (code.length <= limits.scannedCode && codePattern.test(code)) return code;
    const plainer = decoded < encodedAtMost ? percentDecoded(left) : left;
    if (plainer === left) return undefined;
    left = plainer;
  }
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
