import type { IncomingMessage } from 'node:http';
import { Compile } from 'typebox/compile';
import { SampleWordSchema, sampleWordHeader } from '../../../../shared/contract/attempt/06-relay.ts';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import { ContractViolation } from '../problems/problem-of.ts';

const lengthForm = /^[0-9]{1,15}$/;
const wordForm = Compile(SampleWordSchema);

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

/** Who says to have sealed it: judged by its form alone, as the authority knows the device. @throws ContractViolation */
export function sampleWordOf({ headers }: IncomingMessage): string {
  const word: unknown = headers[sampleWordHeader];
  if (!wordForm.Check(word)) throw new ContractViolation(`header/${sampleWordHeader}`);
  return word;
}
