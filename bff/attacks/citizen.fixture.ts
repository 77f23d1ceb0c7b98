import { apply } from '../../miniprogram/src/apply/apply.ts';
import type { HolderView } from '../../shared/contract/holder-view.ts';
import type { Identity } from '../../shared/sample/samples.ts';
import type { Phone } from './phone.fixture.ts';

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
