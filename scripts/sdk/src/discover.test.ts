import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issuer as publicUrl, type TestServer, testServer } from '../../../bff/src/http/server.fixture.ts';
import { hotel } from '../../../bff/src/ports/ports.fixture.ts';
import { connect } from './connect.ts';

describe('a service whose issuer has a path', () => {
  const issuer = `${publicUrl}/tenants/north`;
  let world: TestServer;
  beforeAll(async () => {
    world = await testServer({ issuer });
    world.clock.now = Date.now();
  });
  afterAll(async () => {
    await world.server.close();
    await world.ports.db.close();
  });

  /** By the name that the service has for everybody. */
  const connectAt = (at: string) =>
    connect({
      ...{ issuer: at, rpId: hotel.rpId, counterId: hotel.counterId, key: world.counterKey },
      fetch: (input, init) => fetch(String(input).replace(publicUrl, world.url), init),
    });

  it('is found by it, and opens a check', async () => {
    const counter = await connectAt(issuer);
    const { id } = await counter.open({ scene: 'hotel', purpose: 'check-in' });
    expect(await counter.read(id)).toMatchObject({ state: 'open' });
  });

  it('is not found by another path, or without one', async () => {
    for (const other of [publicUrl, `${publicUrl}/tenants/south`, `${issuer}/`])
      await expect(connectAt(other)).rejects.toThrow();
  });
});
