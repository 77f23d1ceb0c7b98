import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkCode } from './check-code.ts';
import { lastingCode } from './lasting-code.ts';
import { makeCode } from './make-code.ts';
import { parseCode } from './parse-code.ts';
import { plainCode } from './plain-code.ts';

const secret = new Uint8Array(randomBytes(32));
const place = { rpId: 'rp_hotel', counterId: 'cnt_1', scene: 'hotel', purpose: '入住登记' };
const token = 'AAECAwQFBgcICQoLDA0ODw';
const made = makeCode({ baseUrl: 'https://id.example', secret, token, elapsed: 10, ...place });
const parsed = parseCode(made);
if (parsed === undefined || 'lasting' in parsed || 'meeting' in parsed)
  throw new Error('the code must parse');

const openedAt = 1_700_000_000_000;
const shownAt = openedAt + 10_000;
const check = { parsed, secret, ...place, openedAt, now: shownAt, maxAgeMs: 5000, maxAheadMs: 2000 };

describe('the counter code', () => {
  it('is a plain URL: version, token, seconds, 128 bits of mac', () => {
    expect(made).toMatch(/^https:\/\/id\.example\/q\/1\.AAECAwQFBgcICQoLDA0ODw\.10\.[A-Za-z0-9_-]{22}$/);
  });

  it('carries the HMAC that another implementation computes from the description', () => {
    const mac = createHmac('sha256', secret);
    for (const field of ['liangzheng counter code', '1', token, '10', ...Object.values(place)]) {
      const bytes = Buffer.from(field);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      mac.update(length).update(bytes);
    }
    expect(parsed.mac).toBe(mac.digest().subarray(0, 16).toString('base64url'));
  });

  it('is read from the whole URL and from its last part', () => {
    expect(parsed).toEqual({ token, elapsed: 10, mac: made.slice(-22) });
    expect(parseCode(made.slice(made.lastIndexOf('/') + 1))).toEqual(parsed);
    expect(parseCode(made.replace('https://id.example', 'http://127.0.0.1:8080'))).toEqual(parsed);
  });

  const last = made.slice(made.lastIndexOf('/') + 1);

  it.each([
    ['the empty text', ''],
    ['another version', last.replace(/^1/, '2')],
    ['a missing part', last.replace('.10', '')],
    ['a part left over', `${last}.x`],
    ['a query before the code', made.replace('/q/', '/q/?a=1/')],
    ['a query with other than printable characters', `${made}?a=\u0001`],
    ['two slashes', `${made}//`],
    ['white space within', made.replace('/q/', '/q/ ')],
    ['an unseen character within', made.replace('.10.', '.1\u200b0.')],
    ['a text encoded three times', encodeURIComponent(encodeURIComponent(encodeURIComponent(made)))],
    ['a text with broken encoding', `${encodeURIComponent(made)}%`],
    ['an address with a code as its query', `https://evil.example/?${made}`],
    ['another path in front of the code', made.replace('/q/', '/a/q/')],
    ['two codes', `${made} ${made}`],
    ['another path', made.replace('/q/', '/x/')],
    ['another scheme', made.replace('https:', 'ftp:')],
    ['a user in the URL', made.replace('://', '://a@')],
    ['a short token', '1.AAAA.10.AAAAAAAAAAAAAAAAAAAAAA'],
    ['leading zeros', last.replace('.10.', '.010.')],
    ['negative seconds', last.replace('.10.', '.-10.')],
    ['fractions', last.replace('.10.', '.1.5.')],
    ['hexadecimal seconds', last.replace('.10.', '.0x10.')],
    ['too many seconds', last.replace('.10.', '.1000000.')],
    ['a mac of 127 bits', last.slice(0, -1)],
    ['a mac of 129 bits', `${last.slice(0, -1)}B`],
    ['a text above the limit', `https://${'a'.repeat(300)}/q/${last}`],
    ['a query above the limit', `${made}?${'a'.repeat(2000)}`],
  ])('is not read from %s', (_, text) => {
    expect(parseCode(text)).toBeUndefined();
  });

  it.each([
    ['a query', `${made}?from=singlemessage&isappinstalled=0`],
    ['a fragment', `${made}#wechat_redirect`],
    ['a slash', `${made}/`],
    ['a slash, a query and a fragment', `${made}/?scene=1&clicktime=1700000000#/x?y`],
    ['a byte order mark', `\ufeff${made}`],
    ['a zero-width space', `${made}\u200b`],
    ['white space and a line feed', ` ${made}\r\n`],
    ['marks of direction', `\u202a${made}\u202c`],
    ['percent-encoding', encodeURIComponent(made)],
    ['percent-encoding, twice', encodeURIComponent(encodeURIComponent(made))],
    ['all of it', encodeURIComponent(`\ufeff${encodeURIComponent(`${made}/?from=timeline#x`)}\u200b`)],
    ['its last part alone', `${last}/?from=timeline`],
  ])('is read with %s ("this is not a counter code")', (_, text) => {
    expect(parseCode(text)).toEqual(parsed);
    expect([made, last]).toContain(plainCode(text));
  });

  it('may stay the same as long as it lives, for clients that show it once: version d and 128 bits', () => {
    const bits = 'AAECAwQFBgcICQoLDA0ODw';
    const lasting = lastingCode('https://id.example/', bits);
    expect(lasting).toBe(`https://id.example/q/d.${bits}`);
    expect(parseCode(`${lasting}/?from=timeline`)).toEqual({ lasting: bits });
    expect(plainCode(encodeURIComponent(lasting))).toBe(lasting);
    for (const text of [
      `d.${bits.slice(1)}`,
      `d.${bits}A`,
      `d.${bits.slice(0, -1)}x`,
      `d.${bits}.10`,
      `D.${bits}`,
    ])
      expect(parseCode(text), text).toBeUndefined();
    expect(() => lastingCode('https://id.example', 'short')).toThrow(RangeError);
  });

  it('is not made from parts that could not be read', () => {
    for (const elapsed of [-1, 1.5, Number.NaN, 1e6]) {
      expect(() => makeCode({ baseUrl: 'https://id.example', secret, token, elapsed, ...place })).toThrow(
        RangeError,
      );
    }
    expect(() => makeCode({ baseUrl: 'javascript:', secret, token, elapsed: 1, ...place })).toThrow(
      RangeError,
    );
  });
});

describe('checking a counter code', () => {
  it.each([
    ['in the second it was shown', 0, 'valid'],
    ['five seconds later', 5000, 'valid'],
    ['a millisecond past five seconds', 5001, 'stale'],
    ['six seconds later', 6000, 'stale'],
    ['a day later', 86_400_000, 'stale'],
    ['two seconds early', -2000, 'valid'],
    ['more than two seconds early', -2001, 'stale'],
    ['at no time at all', Number.NaN, 'stale'],
  ])('%s', (_, later, expected) => {
    expect(checkCode({ ...check, now: shownAt + later })).toBe(expected);
  });

  it.each([
    ['another token', { parsed: { ...parsed, token: 'BAECAwQFBgcICQoLDA0ODw' } }],
    ['later seconds', { parsed: { ...parsed, elapsed: 11 } }],
    ['another mac', { parsed: { ...parsed, mac: 'A'.repeat(22) } }],
    ['another secret', { secret: new Uint8Array(randomBytes(32)) }],
    ['another relying party', { rpId: 'rp_bar' }],
    ['another counter', { counterId: 'cnt_2' }],
    ['another scene', { scene: 'net-bar' }],
    ['another purpose', { purpose: '' }],
    ['a letter moved between fields', { rpId: 'rp_hote', counterId: 'lcnt_1' }],
  ])('calls %s forged, however fresh', (_, change) => {
    expect(checkCode({ ...check, ...change })).toBe('forged');
  });

  it('calls a stale forgery forged: the mac is looked at first', () => {
    expect(checkCode({ ...check, rpId: 'rp_bar', now: shownAt + 60_000 })).toBe('forged');
  });
});
