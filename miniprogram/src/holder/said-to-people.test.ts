import { describe, expect, it } from 'vitest';
import { type HolderErrorCode, holderErrors } from '../../../shared/holder-errors.ts';
import { HolderProblem, nextText, problemText } from './holder-problem.ts';

const codes = Object.keys(holderErrors).filter((code): code is HolderErrorCode => code in holderErrors);
/** Words of those who write programs. */
const jargon =
  /令牌|请求|幂等|随机数|证明|标头|token|nonce|proof|DPoP|JSON|header|Content-|Idempotency|contract|Correct the request/;
describe('what a phone says of an error', () => {
  it.each(codes.filter((code) => code !== 'purpose-not-allowed'))(
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
