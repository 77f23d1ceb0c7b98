import { Value } from 'typebox/value';
import { TokenAnswer } from '../../../shared/contract/access/token.ts';
import { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import { CounterView } from '../../../shared/contract/verify/08-result.ts';

export function isTokenAnswer(value: unknown): value is TokenAnswer {
  return Value.Check(TokenAnswer, value);
}

export function isOpenSessionAnswer(value: unknown): value is OpenSessionAnswer {
  return Value.Check(OpenSessionAnswer, value);
}

export function isCounterView(value: unknown): value is CounterView {
  return Value.Check(CounterView, value);
}
