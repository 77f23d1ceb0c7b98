import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { boundedLookup } from './bounded-lookup.ts';
import { httpWebhooks } from './http-webhooks.ts';
import { lookupByDns } from './lookup-by-dns.ts';

const closing: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});

/** A name server on this machine that answers with records by type (RFC 1035 section 3.2.2), or not at all. */
async function nameServer(records?: Record<number, Uint8Array>) {
  const socket: Socket = createSocket('udp4');
  const asked: string[] = [];
  socket.on('message', (query: Buffer, { port, address }: RemoteInfo) => {
    const end = query.indexOf(0, 12) + 5;
    const type = query.readUInt16BE(end - 4);
    asked.push(`${query.subarray(13, 13 + (query[12] ?? 0)).toString()} ${type}`);
    if (records === undefined) return;
    const data = records[type];
    const header = Buffer.from([0, 0, 0x81, 0x80, 0, 1, 0, data === undefined ? 0 : 1, 0, 0, 0, 0]);
    query.copy(header, 0, 0, 2);
    const record = data === undefined ? [] : [0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, data.length, ...data];
    socket.send(Buffer.concat([header, query.subarray(12, end), Buffer.from(record)]), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  closing.push(socket);
  return { asked, server: `127.0.0.1:${socket.address().port}` };
}

const four = Uint8Array.of(93, 184, 215, 14);
const six = Uint8Array.of(0x26, 0x06, 0x28, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

it('name servers are asked for both kinds of address, and one kind is enough', async () => {
  const both = await nameServer({ 1: four, 28: six });
  expect(await lookupByDns([both.server])('hotel.example')).toEqual([
    { address: '93.184.215.14', family: 4 },
    { address: '2606:2800::1', family: 6 },
  ]);
  const one = await nameServer({ 28: six });
  expect(await lookupByDns([one.server])('hotel.example')).toEqual([{ address: '2606:2800::1', family: 6 }]);
  const none = await nameServer({});
  await expect(lookupByDns([none.server])('hotel.example')).rejects.toMatchObject({ code: 'ENODATA' });
});

it('outside a sandbox the name servers themselves are asked, all names at once, and given up where they say nothing', async () => {
  const { asked, server } = await nameServer();
  const sender = httpWebhooks({ sandbox: false, own: [], now: () => 0, nameServers: [server] });
  closing.push(sender);
  const hosts = Array.from({ length: 16 }, (_, n) => `black-hole-${n}`);
  const judging = hosts.map((host) => sender.judge(`https://${host}.example/`));
  await expect.poll(() => asked.length).toBe(2 * hosts.length);
  expect(await Promise.all(judging)).toEqual(hosts.map(() => undefined));
});

it('a name is looked up once for all who wait for it, and anew for who comes later', async () => {
  const answers = ['93.184.215.14', '93.184.215.15'];
  let asked = 0;
  const resolve = boundedLookup(async () => [{ address: answers[asked++] ?? '', family: 4 }], 1000);
  const [one, two] = await Promise.all([resolve('hotel.example'), resolve('hotel.example')]);
  expect([one, two, asked]).toEqual([one, one, 1]);
  expect(await resolve('hotel.example')).toEqual([{ address: '93.184.215.15', family: 4 }]);
});

it('a look-up that never ends is a timeout, after which the name may be asked for again', async () => {
  let asked = 0;
  const resolve = boundedLookup(() => {
    asked++;
    return new Promise(() => {});
  }, 10);
  for (let n = 1; n <= 2; n++) {
    await expect(resolve('hotel.example')).rejects.toMatchObject({ code: 'ETIMEOUT' });
    expect(asked).toBe(n);
  }
});
