import type { Deciders } from './deciders.ts';
import { type FaceEngine, openFaceEngine } from './engines/face/engine.ts';
import { decideVoice } from './engines/voice/decide-voice.ts';
import { enrolVoice } from './engines/voice/enrol-voice.ts';

/** The real engines. The face engine with its models is opened by the first question that needs it. */
export function openDeciders(): Deciders {
  let opening: Promise<FaceEngine> | undefined;
  const engine = () => {
    opening ??= openFaceEngine();
    return opening;
  };
  return {
    readPhoto: async (jpeg) => (await engine()).referenceOf(jpeg),
    decideFace: async (sample) => (await engine()).decide(sample),
    async enrolVoice(wav, digits) {
      const enrolled = enrolVoice({ wav, digits });
      return 'reference' in enrolled ? { ok: true, ...enrolled } : { ok: false, ...enrolled };
    },
    decideVoice: async (question) => decideVoice(question),
    async close() {
      const opened = await opening;
      await opened?.close();
    },
  };
}
