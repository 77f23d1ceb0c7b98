import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { exact } from '../../../shared/contract/form.ts';
import type { FaceReference } from '../engines/face/types.ts';
import { decodeReference, encodeReference } from '../engines/voice/encode-reference.ts';
import type { VoiceReference, VoiceTemplate } from '../engines/voice/types.ts';

const FaceReferenceForm = exact({ embedding: Type.Array(Type.Number()), frames: Type.Integer() });

/** @throws TypeError when the stored text is not one */
export function parseFaceReference(stored: string): FaceReference {
  const value: unknown = JSON.parse(stored);
  if (!Value.Check(FaceReferenceForm, value)) throw new TypeError('not a stored face reference');
  return value;
}

/** A voice reference as the store keeps it: base64 of its packed form. */
export function voiceReferenceText(reference: VoiceReference): string {
  return Buffer.from(encodeReference(reference)).toString('base64');
}

/** @throws RangeError when the stored text is not one */
export function parseVoiceReference(stored: string): VoiceReference {
  return decodeReference(new Uint8Array(Buffer.from(stored, 'base64')));
}

/** Traces are packed like a reference of which nothing but the templates is known. */
export function tracesText(traces: readonly VoiceTemplate[]): string {
  return voiceReferenceText({ templates: [...traces], spread: 0 });
}

/** @throws RangeError when the stored text is not one */
export function parseTraces(stored: string): VoiceTemplate[] {
  return parseVoiceReference(stored).templates;
}
