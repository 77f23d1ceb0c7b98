import { Type } from 'typebox';
import { idPattern } from '../../ids.ts';
import { type Call, exact } from '../schema.ts';

export const authorityVoidCall = {
  method: 'POST',
  path: '/v1/credentials/:handle/void',
  summary:
    'The phone of the credential was taken over: it is void from now on, for checks in flight too. 204, also when it was void before.',
  params: exact({ handle: Type.String({ pattern: idPattern.crd }) }),
  status: 204,
  answer: Type.Null(),
} as const satisfies Call;
