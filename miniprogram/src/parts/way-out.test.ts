import { describe, expect, it } from 'vitest';
import { HolderProblem } from '../holder/holder-problem.ts';
import { wayOut } from './way-out.ts';

const browser = { opensSettings: false, inCheck: false, voiceMayGo: false };

describe('the way out of a problem', () => {
  it.each(['camera-refused', 'microphone-refused'] as const)(
    'is the settings where %s and the platform opens them, else to try again',
    (code) => {
      expect(wayOut(new HolderProblem(code), { ...browser, opensSettings: true })).toBe('open-settings');
      expect(wayOut(new HolderProblem(code), browser)).toBe('try-again');
    },
  );

  it('is to scan again where the code is old, and home where nothing else helps', () => {
    expect(wayOut(new HolderProblem('code-stale'), browser)).toBe('scan-again');
    expect(wayOut(new HolderProblem('camera-missing'), browser)).toBe('home');
  });

  it('is to begin again, with the voice, where a step by the own face needs it', () => {
    expect(wayOut(new HolderProblem('voice-needed'), browser)).toBe('manage');
  });

  it('is the page of the family where the owner may not act for somebody now', () => {
    for (const code of ['delegation-over', 'delegation-rests'] as const)
      expect(wayOut(new HolderProblem(code), { ...browser, inCheck: true })).toBe('family');
  });

  it('is the face alone on a phone without a microphone, where the ceremony goes on without the voice', () => {
    for (const code of ['microphone-missing', 'microphone-unsupported'] as const) {
      expect(wayOut(new HolderProblem(code), { ...browser, voiceMayGo: true })).toBe('without-voice');
      expect(wayOut(new HolderProblem(code), browser)).toBe('home');
    }
  });

  it('leads back to the check where the phone was at another step than the BFF', () => {
    const outOfOrder = new HolderProblem('step-out-of-order');
    expect(wayOut(outOfOrder, { ...browser, inCheck: true })).toBe('back-to-check');
    expect(wayOut(outOfOrder, browser)).toBe('home');
  });
});
