import type { FaceBand } from '../engines/face/types.ts';

const fromWorst = ['fail', 'retry', 'pass'] as const satisfies readonly FaceBand[];

/**
 * The face with its PAD decides; a voice can only lower what the face has reached, never raise it, and never stands
 * alone.
 * @param voice undefined where no voice was asked for
 */
export function fuse(face: FaceBand, voice: FaceBand | undefined): FaceBand {
  if (voice === undefined) return face;
  return fromWorst.indexOf(voice) < fromWorst.indexOf(face) ? voice : face;
}
