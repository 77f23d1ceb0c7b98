import { describe, expect, it } from 'vitest';
import { ceremonies, ceremonyNames, consentFormOf, rulesOf } from './ceremonies.ts';
import { textsInSession } from './consent/texts-in-session.ts';
import { samplesOf } from './samples-of.ts';

const agreed = { voice: true, idPhoto: true };

describe('the rules of a ceremony', () => {
  it('are found by its name, and by no other', () => {
    for (const name of ceremonyNames) expect(rulesOf(name)).toBe(ceremonies[name]);
    for (const name of ['raised', '', 'toString', '__proto__'])
      expect(() => rulesOf(name)).toThrow(RangeError);
  });

  it('name a party for each sample that another brings', () => {
    for (const name of ceremonyNames) {
      const { broughtBy = {}, parties, samples } = rulesOf(name);
      for (const role of Object.values(broughtBy)) expect(parties).toContain(role);
      for (const kind of Object.keys(broughtBy)) expect(Object.keys(samples)).toContain(kind);
    }
  });

  it('ask in the words of a session wherever the consent comes with the challenge', () => {
    for (const name of ceremonyNames) {
      const { broughtBy, capturedBy, consent } = rulesOf(name);
      const form = consentFormOf(rulesOf(name));
      const isOwn = capturedBy === 'holder' && broughtBy?.face === undefined;
      if (consent === 'with-challenge' && isOwn) expect(Object.keys(textsInSession)).toContain(form);
    }
    expect(consentFormOf(ceremonies.ward)).toBe('ward-afar');
    expect(consentFormOf(ceremonies.assist)).toBe('assist');
  });

  it('leave the consent to a face to the holder wherever another device captures', () => {
    for (const name of ceremonyNames) {
      const { capturedBy, consent, parties, samples } = rulesOf(name);
      if (capturedBy === 'holder') continue;
      expect(parties).toContain(capturedBy);
      if (samples.face !== undefined) expect(consent).toBe('at-opening');
    }
  });
});

describe('the samples of a check without a face', () => {
  it('are the card, the attendant’s word, and a PIN wherever no voice is consented to', () => {
    const asked = (voice: boolean) => samplesOf(ceremonies.assist, { ...agreed, voice });
    expect(asked(true)).toEqual(['voice', 'card', 'officer-decision']);
    expect(asked(false)).toEqual(['card', 'pin', 'officer-decision']);
  });

  it('and a raise awaits a PIN where its holder wants one', () => {
    expect(samplesOf(ceremonies.raise, agreed)).not.toContain('pin');
    expect(samplesOf(ceremonies.raise, { ...agreed, pin: true })).toContain('pin');
  });
});

describe('the samples of a challenge', () => {
  it('come in one order: who it is, then the face, then the voice', () => {
    expect(samplesOf(ceremonies.apply, agreed)).toEqual(['identity', 'id-photo', 'face', 'voice']);
    expect(samplesOf(ceremonies.verify, agreed)).toEqual(['face', 'voice']);
  });

  it('have what a party brings after those of the holder, and no face where that is excepted', () => {
    expect(samplesOf(ceremonies.raise, agreed)).toEqual(['face', 'voice', 'card', 'officer-decision']);
    const excepted = { voice: false, idPhoto: false, excepted: true };
    expect(samplesOf(ceremonies.raise, excepted)).toEqual(['card', 'officer-decision']);
  });

  it('have no voice without consent, and no ID photo that nobody brings', () => {
    expect(samplesOf(ceremonies.apply, { voice: false, idPhoto: false })).toEqual(['identity', 'face']);
    expect(samplesOf(ceremonies.verify, { voice: false, idPhoto: true })).toEqual(['face']);
  });
});
