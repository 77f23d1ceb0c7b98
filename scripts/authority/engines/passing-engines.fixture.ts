import type { Engines, FaceEngine, Template, VoiceEngine } from '../ports/engines.ts';

/** A template of the engines that `passingEngines` plays. */
export const template = (...bytes: number[]): Template => ({
  ...{ engine: 'played', version: '1', bytes: Uint8Array.from(bytes) },
});

/** Stand-ins that pass everything; a test replaces what it is about. */
export function passingEngines({
  face,
  voice,
}: {
  face?: Partial<FaceEngine>;
  voice?: Partial<VoiceEngine>;
} = {}): Engines {
  const played = {
    id: { engine: 'played', version: '1' },
    health: async () => ({ healthy: true }) as const,
    close: async () => undefined,
  };
  return {
    face: {
      ...played,
      readPhoto: async () => ({ ok: true, template: template(1) }),
      decide: async () => ({ findings: [], digests: [], template: template(1) }),
      ...face,
    },
    voice: {
      ...played,
      enrol: async () => ({ ok: true, template: template(2) }),
      decide: async () => ({ findings: [], digests: [], trace: null }),
      ...voice,
    },
  };
}
