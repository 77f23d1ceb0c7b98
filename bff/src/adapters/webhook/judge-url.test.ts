import { describe, expect, it } from 'vitest';
import { judgeUrl } from './judge-url.ts';

const production = { sandbox: false, own: ['https://id.example'] };
const sandbox = { sandbox: true, own: ['http://127.0.0.1:8080'] };

describe('the URL of a webhook', () => {
  it.each([
    ['https://hotel.example/hooks?a=1', 'https://hotel.example/hooks?a=1'],
    ['https://hotel.example:443/hooks', 'https://hotel.example/hooks'],
    ['https://hotel.example:8443', 'https://hotel.example:8443/'],
    ['https://酒店.example/', 'https://xn--hxt324i.example/'],
    ['HTTPS://Hotel.EXAMPLE/', 'https://hotel.example/'],
  ])('is kept in one spelling: %s', (text, kept) => {
    const url = judgeUrl(text, production);
    expect(url?.protocol).toBe('https:');
    expect(url?.href).toBe(new URL(kept).href);
  });

  it.each([
    ['plain http', 'http://hotel.example/'],
    ['plain http on this machine', 'http://127.0.0.1:9000/'],
    [
      'another scheme',
      'ftp://hotel.example/',
      'file:///etc/passwd',
      'gopher://hotel.example/',
      'javascript:0',
    ],
    [
      'credentials',
      'https://user:pass@hotel.example/',
      'https://user@hotel.example/',
      'https://@hotel.example/',
    ],
    ['a fragment', 'https://hotel.example/#x', 'https://hotel.example/#'],
    [
      'a port of another service',
      'https://hotel.example:22/',
      'https://hotel.example:25/',
      'https://hotel.example:80/',
    ],
    [
      'white space or a backslash',
      'https://hotel.example/a b',
      ' https://hotel.example/',
      'https:\\\\hotel.example',
    ],
    [
      'too many letters',
      `https://hotel.example/${'a'.repeat(500)}`,
      `https://hotel.example/${'é'.repeat(200)}`,
    ],
    ['no URL', '', 'hotel.example', 'https://'],
    [
      'this service itself',
      'https://id.example/x',
      'https://ID.example:8443/',
      'https://id.example./',
      'https://id%2eexample/',
    ],
  ])('is refused: %s', (_what, ...urls) => {
    for (const url of urls) expect([url, judgeUrl(url, production)]).toEqual([url, undefined]);
  });

  it('names an address in one spelling, whichever it was written in', () => {
    for (const host of ['2130706433', '0x7f000001', '0177.0.0.1', '127.1', '0x7f.1', '①②⑦.0.0.1'])
      expect(judgeUrl(`https://${host}/`, production)?.hostname).toBe('127.0.0.1');
  });

  it('may be http in a sandbox, on this machine and at another port than the service itself', () => {
    for (const url of ['http://127.0.0.1:9000/', 'http://localhost:9000/', 'http://[::1]:9000/x'])
      expect(judgeUrl(url, sandbox)?.href).toBe(url);
    for (const url of [
      'http://127.0.0.1:8080/',
      'http://localhost:8080/',
      'http://[::1]:8080/',
      'http://hotel.example:9000/',
    ])
      expect(judgeUrl(url, sandbox)).toBeUndefined();
  });
});
