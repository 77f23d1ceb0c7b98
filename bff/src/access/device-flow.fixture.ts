import * as openid from 'openid-client';
import { vi } from 'vitest';
import { challenge } from '../attempt/03-challenge.ts';
import type { TestServer } from '../http/server.fixture.ts';
import type { HolderCaller } from '../ports/callers.ts';
import { hotel } from '../ports/ports.fixture.ts';
import { claim } from '../verify/02-claim.ts';
import { consent, playChecks } from '../verify/checks.fixture.ts';
import { playWords } from '../verify/words.fixture.ts';

/** Taken before time is faked: milliseconds in which a client signs, while little of the faked time passes. */
const realTimeout = globalThis.setTimeout;
const breath = 20;

/** A hotel's program, a guest with a phone and a clerk, over real HTTP; time is faked, and nobody waits for a real pause. */
export function playDeviceFlow(world: TestServer) {
  const checks = playChecks(world);
  const words = playWords(world);
  words.demand('late');
  let onTheWay = 0;
  const { fetch } = globalThis;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (...asked) => {
    onTheWay++;
    return fetch(...asked).finally(() => onTheWay--);
  });

  return {
    ...words,
    importKey: () =>
      crypto.subtle.importKey('jwk', world.counterKey, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
        'sign',
      ]),
    /** A program of the hotel's with nothing but defaults; plain HTTP on a machine's own name has to be allowed. */
    async openidClient(): Promise<openid.Configuration> {
      const key = await this.importKey();
      return openid.discovery(new URL(world.url), hotel.counterId, undefined, openid.PrivateKeyJwt(key), {
        execute: [openid.allowInsecureRequests],
      });
    },
    stateAt: checks.stateAt,
    claim: (phone: HolderCaller, code: string) => claim(world.ports, phone, { code }),
    /** The guest scans, agrees, looks and speaks. */
    async playGuest(code: string, sessionId: string): Promise<HolderCaller> {
      const phone = await world.phone();
      await claim(world.ports, phone, { code });
      await challenge(world.ports, phone, sessionId, { consent }, world.idempotencyKey());
      await checks.send(phone, sessionId, 'face');
      await checks.send(phone, sessionId, 'voice');
      return phone;
    },
    /** Lets time pass, for the server and for whoever waits, until something is so. While an answer is on its way none passes. */
    async until(isSo: () => boolean): Promise<void> {
      while (!isSo()) {
        if (onTheWay === 0) await this.pass(1000);
        await new Promise((done) => realTimeout(done, breath));
      }
    },
    async pass(milliseconds: number): Promise<void> {
      await vi.advanceTimersByTimeAsync(milliseconds);
      world.clock.now = Date.now();
    },
    /** How often somebody asked by a device code. */
    questions: () => world.lines.filter((line) => line.includes('"code":"device-')).length,
  };
}

/** A promise that is looked at, and never left unhandled. */
export function watched<T>(promise: Promise<T>) {
  const seen: { value?: T; fault?: unknown; done: boolean } = { done: false };
  promise.then(
    (value) => Object.assign(seen, { value, done: true }),
    (fault) => Object.assign(seen, { fault, done: true }),
  );
  return seen;
}
