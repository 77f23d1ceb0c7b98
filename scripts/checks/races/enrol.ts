import { apply } from '../../../miniprogram/src/apply/apply.ts';
import type { Holder } from '../../../miniprogram/src/holder/holder.ts';
import type { Verifying } from '../../../miniprogram/src/verify/verify.ts';
import type { Identity } from '../../../shared/sample/samples.ts';

/** A person who agrees to everything and tries again when asked to. */
export const willing = {
  agrees: async () => true,
  triesAgain: async () => true,
  prompt: () => undefined,
  digits: () => undefined,
} as const satisfies Omit<Verifying, 'consent'>;

/** Applies and holds a credential then. @throws Error when the application does not pass */
export async function enrol(
  holder: Holder,
  identity: Identity,
  { voice, ...more }: { voice: boolean; idPhoto?: () => Promise<Uint8Array> },
): Promise<void> {
  const { state } = await apply(holder, { ...willing, ...more, identity, consent: { face: true, voice } });
  if (state !== 'passed') throw new Error(`the application ended as ${state}`);
}
