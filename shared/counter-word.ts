import type { Scene } from './scenes.ts';
import { scenes } from './scenes.ts';

/**
 * When the holder has to say three digits to the clerk: in every check, only where the scan came late, or never, so that late scans
 * are refused.
 */
export const wordPolicies = ['always', 'late', 'never'] as const;
export type WordPolicy = (typeof wordPolicies)[number];

/** How a scan came: within `limits.counterCodeMaxAge` of the second that its code was shown in, or later. */
export const scans = ['fresh', 'late'] as const;
export type Scanned = (typeof scans)[number];

/** Whether the word is asked for in every check there, whatever a relying party chose. */
export function wordIsFixed(scene: Scene): boolean {
  return scenes[scene].counterWord === 'always';
}

/** What a scene has where the relying party chose nothing; one where the word is fixed has it whatever was chosen. */
export function wordPolicyOf(scene: Scene, chosen?: WordPolicy): WordPolicy {
  return wordIsFixed(scene) ? 'always' : (chosen ?? scenes[scene].counterWord);
}

/** Whether a check of this policy, scanned like this, waits for the word. */
export function demandsWord(policy: WordPolicy, scanned: Scanned): boolean {
  return policy === 'always' || (policy === 'late' && scanned === 'late');
}
