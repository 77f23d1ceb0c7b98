import type { HolderProblem } from '../holder/holder-problem.ts';

/** The button that a problem offers. */
export type WayOut =
  | 'sign-in'
  | 'scan-again'
  | 'apply-first'
  | 'raise-help'
  | 'manage'
  | 'bring-along'
  | 'family'
  | 'open-settings'
  | 'without-voice'
  | 'try-again'
  | 'back-to-check'
  | 'home';

/**
 * What helps out of this problem: every one has a way.
 * @param opensSettings whether the platform can show its settings; a browser lets no page open them
 * @param inCheck whether there is a check to go back to, as the BFF knows it now
 * @param voiceMayGo whether this ceremony goes on by the face alone where the person wants that
 */
export function wayOut(
  { code, action, retryable }: HolderProblem,
  { opensSettings, inCheck, voiceMayGo }: { opensSettings: boolean; inCheck: boolean; voiceMayGo: boolean },
): WayOut {
  switch (code) {
    case 'token-missing':
    case 'token-invalid':
    case 'login-refused':
    case 'device-voided':
      return 'sign-in';
    case 'camera-refused':
    case 'microphone-refused':
      return opensSettings ? 'open-settings' : 'try-again';
    case 'microphone-missing':
    case 'microphone-unsupported':
      return voiceMayGo ? 'without-voice' : 'home';
    default:
  }
  switch (action) {
    case 'log-in-again':
      return 'sign-in';
    case 'scan-again':
    case 'new-session':
      return 'scan-again';
    case 'apply-first':
      return 'apply-first';
    case 'raise-level':
    case 'visit-point':
      return code === 'voice-needed' ? 'manage' : 'raise-help';
    case 'unfreeze-first':
      return 'manage';
    case 'move-first':
      return 'bring-along';
    case 'see-family':
      return 'family';
    case 'capture-again':
    case 'retry-later':
      return 'try-again';
    case 'nothing':
      return inCheck ? 'back-to-check' : 'home';
    default:
      return retryable ? 'try-again' : 'home';
  }
}
