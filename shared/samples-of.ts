import type { CeremonyRules } from './ceremony-rules.ts';
import { type AskedKind, askedKinds } from './challenge.ts';

/** What a challenge may ask for, in the order of its samples, under what the holder agreed to and brings. */
export function samplesOf(
  { samples }: Pick<CeremonyRules, 'samples'>,
  agreed: { voice: boolean; idPhoto: boolean; excepted?: boolean; pin?: boolean; grown?: boolean },
): AskedKind[] {
  const asked = {
    always: true,
    'with-consent': agreed.voice,
    'without-voice': !agreed.voice,
    'where-brought': agreed.idPhoto,
    'where-wanted': agreed.pin === true,
    'unless-excepted': agreed.excepted !== true,
    'of-grown': agreed.grown === true,
  };
  return askedKinds.filter((kind) => {
    const when = samples[kind];
    return when !== undefined && asked[when];
  });
}
