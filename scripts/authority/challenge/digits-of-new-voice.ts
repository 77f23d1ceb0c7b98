import type { CeremonyRules } from '../../../shared/ceremony-rules.ts';
import type { Credential } from '../ports/store.ts';

/**
 * What is read aloud where the voice of the shown credential was taken back and this ceremony gives one again: an officer sees who reads.
 * undefined where none is given.
 */
export function digitsOfNewVoice(
  { digitsOfNewVoice }: Pick<CeremonyRules, 'digitsOfNewVoice'>,
  credential: Credential | undefined,
): CeremonyRules['digits'] | undefined {
  return credential?.voiceWithdrawn === true && !credential.hasVoice ? digitsOfNewVoice : undefined;
}
