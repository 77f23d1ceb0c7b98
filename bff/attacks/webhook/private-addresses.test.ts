import { expect, it } from 'vitest';
import { openWebhooks } from '../world/webhooks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const hooks = await openWebhooks(world);

it.each([
  [
    'loopback',
    '127.0.0.1',
    'localhost',
    '[::1]',
    '127.1',
    '0x7f000001',
    '2130706433',
    '017700000001',
    '0177.0.0.01',
  ],
  ['unspecified', '0.0.0.0', '0', '[::]'],
  ['private', '10.0.0.1', '172.16.9.9', '192.168.0.1', '0xa000001', '167772161', '012.0.0.1'],
  ['link-local and the metadata of clouds', '169.254.169.254', '2852039166', '0xa9fea9fe', '[fe80::1]'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['multicast and broadcast', '224.0.0.1', '255.255.255.255', '[ff02::1]'],
  ['documentation', '192.0.2.1', '[2001:db8::1]'],
  ['unique local', '[fd00::1]', '[fc00::1]'],
  ['IPv4-mapped', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:10.0.0.1]', '[::ffff:a9fe:a9fe]'],
  ['IPv4-compatible', '[::127.0.0.1]', '[::7f00:1]'],
  ['NAT64', '[64:ff9b::127.0.0.1]', '[64:ff9b::7f00:1]', '[64:ff9b:1::7f00:1]'],
  ['6to4', '[2002:7f00:1::]', '[2002:a00:1::]'],
  ['Teredo', '[2001::7f00:1]'],
])('no webhook leads to an address that is %s', async (_what, ...hosts) => {
  for (const host of hosts)
    expect([host, (await hooks.tryToAdd(`https://${host}/`)).code]).toEqual([host, 'webhook-url-refused']);
});
