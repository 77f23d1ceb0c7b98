import type { EngineId, Finding, Template, VoiceEngine } from '../../ports/engines.ts';
import { decideVoice } from './decide-voice.ts';
import { decodeReference, encodeReference } from './encode-reference.ts';
import { enrolVoice } from './enrol-voice.ts';
import type { VoiceFinding, VoiceReference } from './types.ts';

/** A new version makes everybody enrol again. */
const id: EngineId = { engine: 'sandbox-voice', version: '1' };

/** Each finding in the words that all engines share. */
export const findingOf = {
  'not-a-recording': 'voice-unreadable',
  'too-long': 'digits-unclear',
  'too-short': 'digits-unclear',
  'too-quiet': 'voice-too-quiet',
  clipped: 'voice-clipped',
  'too-noisy': 'voice-too-noisy',
  'narrow-band': 'voice-narrow-band',
  'unclear-digits': 'digits-unclear',
  'inconsistent-rounds': 'digits-unclear',
  'wrong-digits': 'digits-wrong',
  'zero-read-otherwise': 'zero-read-otherwise',
  'one-read-otherwise': 'one-read-otherwise',
  'two-read-otherwise': 'two-read-otherwise',
  'other-voice': 'other-voice',
  'uncertain-voice': 'voice-uncertain',
  'replayed-enrolment': 'voice-replayed',
  'sample-seen-before': 'voice-replayed',
} as const satisfies Record<VoiceFinding, Finding>;

const shared = (found: readonly VoiceFinding[]): Finding[] => [
  ...new Set(found.map((finding) => findingOf[finding])),
];
const templateOf = (reference: VoiceReference): Template => ({ ...id, bytes: encodeReference(reference) });

/** The sandbox's own voice engine, in this thread: it needs no models. */
export function openVoiceEngine(): VoiceEngine {
  const decoded = new WeakMap<Template, VoiceReference>();
  /** The register hands in the same cohort each time. */
  const read = (template: Template): VoiceReference => {
    const known = decoded.get(template);
    if (known !== undefined) return known;
    const reference = decodeReference(template.bytes);
    decoded.set(template, reference);
    return reference;
  };
  return {
    id,
    health: async () => ({ healthy: true }),
    async enrol(wav, digits) {
      const enrolled = enrolVoice({ wav, digits });
      return 'reference' in enrolled
        ? { ok: true, template: templateOf(enrolled.reference) }
        : { ok: false, findings: shared(enrolled.findings) };
    },
    async decide({ wav, digits, reference, cohort, seen }) {
      const { findings, digests, traces } = decideVoice({
        wav,
        digits,
        reference: read(reference),
        cohort: cohort.map(read),
        seen: { digests: seen.digests, traces: seen.traces.flatMap((trace) => read(trace).templates) },
      });
      // Traces are packed like a reference of which nothing but the digits is known.
      const trace = traces.length === 0 ? null : templateOf({ templates: traces, spread: 0 });
      return { findings: shared(findings), digests, trace };
    },
    close: async () => undefined,
  };
}
