import type { IncomingMessage } from 'node:http';
import { limits } from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';

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
