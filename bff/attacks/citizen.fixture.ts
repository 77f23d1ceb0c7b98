import { apply } from '../../miniprogram/src/apply/apply.ts';
import type { HolderView } from '../../shared/contract/holder-view.ts';
import { parseResidentId } from '../../shared/resident-id.ts';
import type { Identity } from '../../shared/sample/unpack-identity.ts';
import type { Phone } from './phone.fixture.ts';

/** The made-up citizen of that number, in the test region, with the check digit that fits. */
export function citizen(number: number): Identity {
  const digits = `99000119900101${String(number).padStart(3, '0')}`;
  const idNumber = [...'0123456789X']
    .map((letter) => digits + letter)
    .find((text) => parseResidentId(text, { allowTestRegion: true, now: Date.now() }).ok);
  if (idNumber === undefined) throw new RangeError('no check digit fits');
  return { name: `公民${number}`, idNumber, validUntil: 'long-term' };
}

/** The citizen applies on the phone: the whole ceremony. */
export async function applyAs(phone: Phone, identity: Identity): Promise<HolderView> {
  const view = await apply(phone.holder, {
    consent: { face: true, voice: true },
    identity,
    idPhoto: async () => new Uint8Array(100).fill(5),
    triesAgain: async () => false,
    prompt() {},
    digits() {},
  });
  if (view.state !== 'passed') throw new Error(`the application ended as ${view.state}`);
  return view;
}
