import type { Scene } from '../../../shared/scenes.ts';
import { deskTexts } from '../desk/face/texts.ts';
import { Refused, sendCall } from '../desk/send-call.ts';
import type { Language } from '../kit/language.ts';
import { texts } from './texts.ts';

/** A counter of the sandbox, as the page offers it. */
export interface SandboxCounter {
  counterId: string;
  name: string;
  rpName: string;
  scenes: Scene[];
}

/** The counters that this page may be. @throws Refused in words for the clerk */
export async function sandboxCounters(language: Language): Promise<SandboxCounter[]> {
  try {
    const answer = await sendCall('/counter/sandbox-counters', { headers: { 'accept-language': language } });
    return await answer.json();
  } catch (refusal) {
    const { status, message } = refusal instanceof Refused ? refusal : new Refused(0);
    if (status === 404) throw new Refused(404, texts.noCounters[language]);
    throw new Refused(status, (status !== 0 && message) || deskTexts.unreachable[language]);
  }
}
