import { expect, it } from 'vitest';
import type { SampleKind } from '../../../shared/challenge.ts';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { random } from '../authority.fixture.ts';
import { template } from '../engines/passing-engines.fixture.ts';
import type { Credential } from '../ports/store.ts';
import { newCredential } from '../register/credential-standing.ts';
import { bringAlong } from './bring-along.ts';

const now = 1_800_000_000_000;
const later = now + limits.strictWait;
const phone = 'p'.repeat(43);

const voices = {
  enrolled: { hasVoice: true, voiceWithdrawn: false },
  withdrawn: { hasVoice: false, voiceWithdrawn: true },
  none: { hasVoice: false, voiceWithdrawn: false },
} as const;

/** What a credential becomes as it is brought along. */
function brought(
  before: Pick<Credential, 'level' | 'strictFrom'>,
  { device, voice, heard }: { device: string; voice: keyof typeof voices; heard: boolean },
) {
  const credential: Credential = {
    ...{ ...newCredential, ...before, ...voices[voice], handle: newId('crd', random), person: 'p' },
    ...{ state: 'unusable', since: 1, face: template(1), voice: undefined, device: phone },
    movable: { from: 1, until: 2 },
  };
  const samples: SampleKind[] = heard ? ['identity', 'face', 'voice'] : ['identity', 'face'];
  const moved = { claims: { deviceThumbprint: device, samples } };
  const { level, strictFrom } = bringAlong({ now: () => now, random }, moved, credential);
  return strictFrom === undefined ? level : strictFrom;
}

const [same, other] = [phone, 'q'.repeat(43)];
it.each([
  [same, 'enrolled', true, 'strict'],
  [same, 'enrolled', false, 'basic'],
  [same, 'withdrawn', true, 'basic'],
  [same, 'withdrawn', false, 'basic'],
  [same, 'none', true, 'strict'],
  [same, 'none', false, 'strict'],
  [other, 'enrolled', true, later],
  [other, 'enrolled', false, 'basic'],
  [other, 'withdrawn', true, 'basic'],
  [other, 'withdrawn', false, 'basic'],
  [other, 'none', true, later],
  [other, 'none', false, later],
] as const)(
  'what was strict, to the phone %s, of a voice %s and heard or not: %s',
  (device, voice, heard, becomes) => {
    expect(brought({ level: 'strict', strictFrom: undefined }, { device, voice, heard })).toBe(becomes);
  },
);

it('what was only to become strict waits anew, on whichever phone, and stays basic without its voice', () => {
  const waits = { level: 'basic', strictFrom: now + 1 } as const;
  for (const device of [same, other]) {
    expect(brought(waits, { device, voice: 'enrolled', heard: true })).toBe(later);
    expect(brought(waits, { device, voice: 'enrolled', heard: false })).toBe('basic');
    expect(brought({ ...waits, strictFrom: undefined }, { device, voice: 'enrolled', heard: true })).toBe(
      'basic',
    );
  }
});
