import type { EngineId, Engines } from '../ports/engines.ts';
import { openFaceEngine } from './face/face-engine.ts';
import { openVoiceEngine } from './voice/voice-engine.ts';

/** The engines of the sandbox, which really decide. */
export function openEngines(): Engines {
  return { face: openFaceEngine(), voice: openVoiceEngine() };
}

/** No engines at all: the authority then decides by `stub-decision` only, and every other decision is a fault of ours. */
export function noEngines(): Engines {
  const id: EngineId = { engine: 'none', version: '0' };
  const why = 'this authority was started without engines';
  const missing = async (): Promise<never> => {
    throw new TypeError(why);
  };
  const none = {
    id,
    health: async () => ({ healthy: false, why }) as const,
    decide: missing,
    close: async () => undefined,
  };
  return { face: { ...none, readPhoto: missing }, voice: { ...none, enrol: missing } };
}
