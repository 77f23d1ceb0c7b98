import { describe, expect, it } from 'vitest';
import { type ErrorCode, errors } from '../../../shared/errors.ts';
import { HolderProblem, nextText, problemText } from './holder-problem.ts';

const codes = Object.keys(errors).filter((code): code is ErrorCode => code in errors);
/** Words of those who write programs. */
const jargon =
  /令牌|请求|幂等|随机数|证明|标头|token|nonce|proof|DPoP|JSON|header|Content-|Idempotency|contract|Correct the request/;
/** A relying party's, its counter's or an operator's: no phone is answered with them. */
const notForPhones: readonly ErrorCode[] = [
  ...(['client-unknown', 'grant-unsupported', 'purpose-not-allowed', 'page-token-too-narrow'] as const),
  ...(['verification-needed', 'origin-refused', 'pairing-over', 'registrar-token-missing'] as const),
];

describe('what a phone says of an error', () => {
  it.each(codes.filter((code) => !notForPhones.includes(code)))(
    'is in no words of programmers: %s',
    (code) => {
      const problem = new HolderProblem(code);
      for (const said of [problemText(code), nextText(problem)]) {
        expect(said.zh).not.toMatch(jargon);
        expect(said.en).not.toMatch(jargon);
      }
    },
  );

  it('is to sign in where the access token has run out, and the staff where nothing else helps', () => {
    expect(nextText(new HolderProblem('token-invalid')).zh).toBe('请重新登录');
    expect(problemText('dpop-invalid').zh).toBe('服务出了故障，不是您的问题');
    expect(nextText(new HolderProblem('dpop-invalid')).zh).toBe('请工作人员人工核验身份证');
  });
});
