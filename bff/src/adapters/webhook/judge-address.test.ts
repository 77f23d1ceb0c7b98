import { describe, expect, it } from 'vitest';
import { isLoopback, isPrivate, isPublic } from './judge-address.ts';

describe('an address that a webhook may be sent to', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '93.184.215.14',
    '2606:4700:4700::1111',
    '2001:4860:4860::8888',
    '2400:3200::1',
  ])('is one of the public Internet: %s', (address) => expect(isPublic(address)).toBe(true));

  it.each([
    ['loopback', '127.0.0.1', '127.255.255.254', '::1'],
    ['unspecified', '0.0.0.0', '0.1.2.3', '::'],
    ['private', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ['carrier-grade NAT', '100.64.0.1', '100.127.255.255'],
    ['link-local, where clouds keep their metadata', '169.254.169.254', 'fe80::1', 'febf::1'],
    ['multicast', '224.0.0.1', '239.255.255.255', 'ff02::1'],
    ['broadcast and reserved', '255.255.255.255', '240.0.0.1', '192.0.0.1', '198.18.0.1'],
    ['documentation', '192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
    ['unique local', 'fc00::1', 'fd12:3456:789a::1'],
    ['site-local', 'fec0::1'],
    ['IPv4-mapped, of whichever address', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:8.8.8.8'],
    ['IPv4-compatible', '::127.0.0.1', '::8.8.8.8'],
    ['translated (RFC 6145)', '::ffff:0:127.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1', '64:ff9b::808:808', '64:ff9b:1::a00:1'],
    ['6to4', '2002:7f00:1::1', '2002:808:808::1', '192.88.99.1'],
    ['Teredo', '2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['of protocols and benchmarks', '2001:2::1', '2001:20::1', '100::1'],
    ['of an interface', 'fe80::1%eth0', '2606:4700::1%eth0'],
    ['no address', '', 'localhost', '0x7f000001', '2130706433', '0177.0.0.1', '1.2.3', '256.1.1.1'],
  ])('is none that is %s', (_what, ...addresses) => {
    for (const address of addresses) expect([address, isPublic(address)]).toEqual([address, false]);
  });

  it('is told from this machine and from a private network in their own spelling only', () => {
    expect(['127.0.0.1', '::1'].map(isLoopback)).toEqual([true, true]);
    expect(['::ffff:127.0.0.1', '10.0.0.1', '64:ff9b::7f00:1'].map(isLoopback)).toEqual([
      false,
      false,
      false,
    ]);
    expect(['10.1.1.1', '192.168.0.1', 'fd00::1'].map(isPrivate)).toEqual([true, true, true]);
    expect(['169.254.169.254', '::ffff:10.0.0.1', '127.0.0.1'].map(isPrivate)).toEqual([false, false, false]);
  });
});
