import { searchTables } from '../../../scripts/demo/search-tables.ts';
import { asId } from '../../../shared/ids.ts';
import { applicantOf } from '../../src/credential/holder-id.ts';
import { deliverDue } from '../../src/outbox/deliver-due.ts';
import type { Phone } from './phone.fixture.ts';
import { handleOf } from './protect.fixture.ts';
import type { World } from './world.fixture.ts';

/** By what a holder can be found in any table of either side. */
export interface Handles {
  holder: string;
  device: string;
  credential: string;
  /** What stands for the holder at the authority, and the person there. */
  applicant: string;
  person: string;
}

/** @throws Error where the phone has no credential */
export async function handlesOf(world: World, phone: Phone): Promise<Handles> {
  const device = phone.holder.device.thumbprint;
  const credential = await handleOf(phone);
  const [row] = await world.ports.db.read('select id from holders where device = :device', { device });
  const holder = String(row?.id);
  const person = world.authority.credential(credential)?.person ?? '';
  const applicant = applicantOf(world.ports.settings.holderPepper, asId('hol', holder));
  return { holder, device, credential, applicant, person };
}

/** Every column of every table, at the BFF and at the authority, in which one of these stands: `bff consents.holder_id: holder`. */
export async function placesOf(world: World, handles: Handles): Promise<string[]> {
  const files = { bff: world.file, authority: world.authority.file };
  return Object.entries(files)
    .flatMap(([side, file]) =>
      Object.entries(handles).flatMap(([name, text]) =>
        searchTables(file, [text]).map((place) => `${side} ${place}: ${name}`),
      ),
    )
    .sort();
}

/** Until the authority has heard of everything. */
export async function untilTold(world: World): Promise<void> {
  await deliverDue(world.ports);
  while ((await world.outbox()).length > 0) await new Promise((later) => setTimeout(later, 10));
}

export const withdraw = (phone: Phone, subject: 'face' | 'voice') =>
  phone.ask('POST', '/holder/v1/consents/withdrawals', { body: { subject } });

export const erase = (phone: Phone) =>
  phone.ask('POST', '/holder/v1/erasure', { body: { erase: 'account-and-everything-held' } });
