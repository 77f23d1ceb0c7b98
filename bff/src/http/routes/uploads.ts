import type { IncomingMessage } from 'node:http';
import { limits } from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Measures } from '../../ports/ports.ts';

const lengthForm = /^[0-9]{1,15}$/;

/**
 * Judges an upload by its headers, before a byte of it is read, and answers its length in bytes.
 * @throws Problem content-type-unsupported, length-required (a chunked body has none), body-too-large, body-too-small
 */
export function checkUpload({ headers }: IncomingMessage): number {
  if (headers['content-type']?.trim().toLowerCase() !== 'application/octet-stream')
    throw new Problem('content-type-unsupported');
  const length = headers['content-length'];
  if (length === undefined || !lengthForm.test(length) || headers['transfer-encoding'] !== undefined)
    throw new Problem('length-required');
  if (Number(length) > limits.sampleEnvelope) throw new Problem('body-too-large');
  if (Number(length) < limits.sampleEnvelopeMin) throw new Problem('body-too-small');
  return Number(length);
}

/** Counts the uploads in flight. Each one has buffers here and a connection to the authority: past the cap none starts. */
export interface UploadSlots {
  /** @throws Problem relay-busy, with Retry-After */
  demandOne(): void;
  /** Takes a place and answers the way to give it back. @throws Problem relay-busy, with Retry-After */
  take(): () => void;
}

export function uploadSlots(most: number, measures: Measures): UploadSlots {
  let taken = 0;
  const demandOne = () => {
    if (taken >= most) throw new Problem('relay-busy', { retryAfter: limits.relayRetryAfterSeconds });
  };
  return {
    demandOne,
    take() {
      demandOne();
      taken++;
      measures.relaysInFlight(1);
      return () => {
        taken--;
        measures.relaysInFlight(-1);
      };
    },
  };
}
