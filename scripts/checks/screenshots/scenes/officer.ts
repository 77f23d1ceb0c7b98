import type { Page } from 'playwright-core';
import { appoint } from '../../officer-runs/appoint.ts';
import type { Scene } from '../scene.ts';
import type { World } from '../world/world.ts';

/** The desk of an officer: its closed door, the code, and the help. */
export const officerScenes: readonly Scene[] = [
  {
    name: 'officer-sign-in',
    phone: 'counter',
    show: (page, world) => page.goto(officerOf(world)),
    ready: '#sign-in',
  },
  {
    name: 'officer-code',
    // The time that is left runs.
    drawn: true,
    phone: 'counter',
    async show(page, world) {
      await signIn(page, world);
      await page.locator('#next').click();
    },
    ready: '#open-here',
  },
  {
    name: 'officer-help',
    phone: 'counter',
    async show(page, world) {
      await signIn(page, world);
      await page.locator('a[href="#help"]').click();
    },
    ready: '#help-trouble',
  },
];

const officerOf = ({ running }: World) => `${running.bffUrl.replace('127.0.0.1', 'localhost')}/officer`;

/** Who works in a world, with the passkey that the first scene of each has made. */
interface AtWork {
  citizen: string;
  at?: Parameters<typeof appoint>[2];
  /** What is there once the shift is open. */
  ready: string;
  passkeys: WeakMap<World, { credentialId: string; privateKey: string }>;
}
const officer: AtWork = { citizen: 'p02', ready: '#next', passkeys: new WeakMap() };

/** Opens the page and a shift on it. */
export async function signIn(
  page: Page,
  world: World,
  { citizen, at, ready, passkeys }: AtWork = officer,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'usb', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  const made = passkeys.get(world);
  if (made === undefined) {
    await page.goto(await appoint(world.running, citizen, at));
    await page.locator('#passkey-name').fill('钥匙');
    await page.locator('#enrol-send').click();
    await page.locator('#sign-in').waitFor();
    const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
    for (const credential of credentials) passkeys.set(world, credential);
  } else {
    // A counter of uses that goes on from scene to scene.
    const credential = { ...made, isResidentCredential: true, signCount: Math.floor(Date.now() / 1000) };
    await session.send('WebAuthn.addCredential', { authenticatorId, credential });
    await page.goto(officerOf(world));
  }
  await page.locator('#sign-in').click();
  await page.locator(ready).waitFor();
}
