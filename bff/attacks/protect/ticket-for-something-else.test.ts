import { expect, it } from 'vitest';
import { readTicket } from '../../../miniprogram/src/protect/ticket.ts';
import { credentialed, handleOf } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('the ticket of a phone that lost its place opens nothing but a dispute, and on that phone alone', async () => {
  const old = await credentialed(world, 1);
  await handleOf(old);
  const present = await world.phone(old.account);
  const { ticket } = await readTicket(old.holder);
  for (const [method, path, body] of [
    ['GET', '/holder/v1/credential', undefined],
    ['GET', '/holder/v1/notices', undefined],
    ['POST', '/holder/v1/credential/moves', { move: 'freeze' }],
  ] as const) {
    const proof = old.proof(method, path, { accessToken: ticket });
    expect(await old.ask(method, path, { token: ticket, proof, ...(body && { body }) })).toMatchObject({
      ...{ status: 401, code: 'token-invalid' },
    });
  }
  const path = '/holder/v1/disputes';
  const proof = present.proof('POST', path, { accessToken: ticket });
  const stolen = await present.ask('POST', path, { token: ticket, proof, body: { kind: 'takeover' } });
  expect(stolen).toMatchObject({ status: 401, code: 'dpop-invalid' });
  // Nor is an access token a ticket.
  expect(await present.ask('POST', path, { body: { kind: 'takeover' } })).toMatchObject({
    code: 'ticket-over',
  });
});
