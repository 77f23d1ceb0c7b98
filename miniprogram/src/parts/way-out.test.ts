import { describe, expect, it } from 'vitest';
import { HolderProblem } from '../holder/holder-problem.ts';
import { wayOut } from './way-out.ts';

describe('the way out of a problem', () => {
  it.each(['camera-refused', 'microphone-refused'] as const)(
    'is the settings where %s and the platform opens them, else to try again',
    (code) => {
      expect(wayOut(new HolderProblem(code), true)).toBe('open-settings');
      expect(wayOut(new HolderProblem(code), false)).toBe('try-again');
    },
  );

  it('is to scan again where the code is old, and home where nothing else helps', () => {
    expect(wayOut(new HolderProblem('code-stale'), false)).toBe('scan-again');
    expect(wayOut(new HolderProblem('camera-missing'), true)).toBe('home');
  });
});
