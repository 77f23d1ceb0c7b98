import { describe, expect, it } from 'vitest';
import type { Journey } from '../journey/journey.ts';
import { stepOf } from './step-of.ts';

const check = (voice: boolean, ceremony = 'verify'): Pick<Journey, 'view' | 'consent'> => ({
  view: { id: 'ses_1', ceremony, state: 'claimed', version: 1, serverTime: 0 },
  consent: { face: true, voice },
});

describe('the steps of a ceremony', () => {
  it('are three of a check: to agree, the face, the digits', () => {
    const said = (['confirm', 'face', 'voice'] as const).map((step) => stepOf(check(true), step));
    expect(said).toEqual([1, 2, 3].map((at) => ({ at, of: 3 })));
  });

  it('are two for whoever wants no voice', () => {
    expect(stepOf(check(false), 'face')).toEqual({ at: 2, of: 2 });
  });

  it('of an application, which has consented and filled in its form by then, are its last', () => {
    for (const step of ['face', 'voice'] as const)
      expect(stepOf(check(true, 'apply'), step)).toEqual({ at: 3, of: 3 });
  });
});
