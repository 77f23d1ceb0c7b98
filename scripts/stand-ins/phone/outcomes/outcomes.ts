import type { Purpose, Scene } from '../../../../shared/scenes.ts';
import type { TestOutcome } from '../../../authority/register/test-holders.ts';

export interface Played {
  /** Which test holder has the phone in hand. */
  holder: TestOutcome;
  /** Where a check is opened when none was handed in. */
  at: { counterId: string; scene: Scene; purpose: Purpose };
  /** `late`: the code is scanned when it has grown old. */
  scans: 'fresh' | 'late';
  /** What the guest does then: `looks` into the camera, `leaves` it be, or presses the button for the staff. */
  guest: 'looks' | 'leaves' | 'declines';
  /** What the clerk types when three digits are said. */
  clerk: 'types' | 'types-wrong';
}

const desk = { counterId: 'cnt_sandbox-hotel-1', scene: 'hotel', purpose: 'check-in' } as const;
const window = { counterId: 'cnt_sandbox-gov-1', scene: 'gov-window', purpose: 'handle-affairs' } as const;
const looks = { at: desk, scans: 'fresh', guest: 'looks', clerk: 'types' } as const;

/** Every end that a counter can see, as people bring it about. */
export const outcomes = {
  pass: { ...looks, holder: 'pass' },
  fail: { ...looks, holder: 'fail' },
  decline: { ...looks, holder: 'pass', guest: 'declines' },
  timeout: { ...looks, holder: 'timeout', guest: 'leaves' },
  void: { ...looks, holder: 'void' },
  locked: { ...looks, holder: 'locked' },
  'low-level': { ...looks, holder: 'pass', at: window },
  'authority-down': { ...looks, holder: 'authority-down' },
  late: { ...looks, holder: 'pass', scans: 'late' },
  'wrong-word': { ...looks, holder: 'pass', scans: 'late', clerk: 'types-wrong' },
} as const satisfies Record<string, Played>;

export type Outcome = keyof typeof outcomes;
export const isOutcome = (word: string): word is Outcome => Object.hasOwn(outcomes, word);
