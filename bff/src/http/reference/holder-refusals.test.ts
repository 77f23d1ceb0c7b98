import { expect, it } from 'vitest';
import type { ErrorCode } from '../../../../shared/errors.ts';
import { holderErrors } from '../../../../shared/holder-errors.ts';
import { holderApi } from '../surfaces/api.ts';
import { operations } from './operations/all.ts';
import { refusalsOf } from './refusals.ts';

it.each(Object.keys(holderApi))('a phone knows each code that %s may be refused with', (operationId) => {
  const told: { refuses?: readonly ErrorCode[] } | undefined = operations[operationId];
  const kind = { schemes: ['holder', 'proof'], takes: 'json', creates: true, stores: true } as const;
  const codes = [...refusalsOf(kind, told?.refuses ?? []).values()].flat();
  expect(codes.filter((code) => !(code in holderErrors))).toEqual([]);
});
