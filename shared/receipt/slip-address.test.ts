import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../bytes/base64url.ts';
import { readSlipAddress } from './read-slip-address.ts';
import { slipAddress } from './slip-address.ts';

const random = (length: number) => new Uint8Array(randomBytes(length));
const slip = { locator: encodeBase64url(random(16)), privateKey: random(32) };
const address = new URL(slipAddress('https://id.example.cn', slip));

describe('the address of a ward’s copy', () => {
  it('says to the server which page is wanted, and nothing else', () => {
    const { hash, ...sent } = { hash: address.hash, path: address.pathname, search: address.search };
    expect(sent).toEqual({ path: '/pages/slip/index', search: '' });
    expect(hash).toContain(slip.locator);
    expect(address.pathname + address.search).not.toContain(slip.locator);
  });

  it('is read back as it was made', () => {
    expect(readSlipAddress(address.hash)).toEqual(slip);
  });

  it.each([
    ['nothing', ''],
    ['a bare sign', '#'],
    ['a place alone', `#${slip.locator}`],
    ['a place and no key', `#${slip.locator}.`],
    ['a key that was cut short', address.hash.slice(0, -1)],
    ['something behind the key', `${address.hash}&from=chat`],
    ['other letters', address.hash.replace('.', ':')],
  ])('is not read where %s is there', (_, fragment) => {
    expect(readSlipAddress(fragment)).toBeUndefined();
  });
});
