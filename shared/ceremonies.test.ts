import { describe, expect, it } from 'vitest';
import { ceremonies, ceremonyNames, rulesOf, samplesOf } from './ceremonies.ts';

const agreed = { voice: true, idPhoto: true };

describe('the rules of a ceremony', () => {
  it('are found by its name, and by no other', () => {
    for (const name of ceremonyNames) expect(rulesOf(name)).toBe(ceremonies[name]);
    for (const name of ['raise', '', 'toString', '__proto__'])
      expect(() => rulesOf(name)).toThrow(RangeError);
  });

  it('leave the consent to the holder wherever another device captures', () => {
    for (const name of ceremonyNames) {
      const { capturedBy, consent, parties } = rulesOf(name);
      if (capturedBy === 'holder') continue;
      expect(parties).toContain(capturedBy);
      expect(consent).toBe('at-opening');
    }
  });
});

describe('the samples of a challenge', () => {
  it('come in one order: who it is, then the face, then the voice', () => {
    expect(samplesOf(ceremonies.apply, agreed)).toEqual(['identity', 'id-photo', 'face', 'voice']);
    expect(samplesOf(ceremonies.verify, agreed)).toEqual(['face', 'voice']);
  });

  it('have no voice without consent, and no ID photo that nobody brings', () => {
    expect(samplesOf(ceremonies.apply, { voice: false, idPhoto: false })).toEqual(['identity', 'face']);
    expect(samplesOf(ceremonies.verify, { voice: false, idPhoto: true })).toEqual(['face']);
  });
});
