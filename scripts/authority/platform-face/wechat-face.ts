import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { FaceEnd, FaceVerifier, PlainIdentity } from '../ports/platform-face.ts';
import { platformUnavailable, postJson } from './post-to-platform.ts';

const Opened = Compile(
  Type.Object({
    errcode: Type.Literal(0),
    verify_id: Type.String({ pattern: '^[\\x21-\\x7e]{1,256}$' }),
  }),
);
/** Numbers and nothing that could be taken for one. */
const Ended = Compile(Type.Object({ errcode: Type.Integer(), verify_ret: Type.Optional(Type.Integer()) }));

const recognised = 10000;
/** The one kind of document that this product knows. */
const certType = 'IDENTITY_CARD';
/** Left, no camera, no network, a phone that cannot: of the face nothing was decided. */
const notLookedAt = { from: 90000, to: 90999 };
/** Busy, over the limit, or an access token that is missing, wrong or too old: it says nothing about this check. */
const noAnswer: readonly number[] = [-1, 40001, 40014, 41001, 42001, 45009, 45011];

/**
 * WeChat's face verifier: getVerifyId and queryVerifyInfo (/cityservice/face/identify). It passes where errcode is 0 and
 * verify_ret is 10000, and nowhere else.
 * @param timeout milliseconds for one call
 */
export function wechatFace({ url, timeout }: { url: string; timeout?: number }): FaceVerifier {
  const base = `${url.replace(/\/$/, '')}/cityservice/face/identify`;
  const post = (call: string, accessToken: string, body: object) => {
    const address = new URL(`${base}/${call}`);
    address.searchParams.set('access_token', accessToken);
    return postJson(address, body, timeout);
  };
  return {
    async begin({ lent: { accessToken = '', openId = '' }, outSeqNo, identity }) {
      const answer = await post('getverifyid', accessToken, {
        out_seq_no: outSeqNo,
        cert_info: { cert_type: certType, cert_name: identity.name, cert_no: identity.idNumber },
        openid: openId,
      });
      if (!Opened.Check(answer)) throw platformUnavailable('opened no check');
      return { verifyId: answer.verify_id, outSeqNo, openId, certHash: certHash(identity) };
    },

    async end({ lent: { accessToken = '' }, begun }) {
      const answer = await post('queryverifyinfo', accessToken, {
        verify_id: begun.verifyId,
        out_seq_no: begun.outSeqNo,
        cert_hash: begun.certHash,
        openid: begun.openId,
      });
      if (!Ended.Check(answer)) throw platformUnavailable('answered something else than documented');
      return endOf(answer);
    },
  };
}

function endOf({ errcode, verify_ret: result }: { errcode: number; verify_ret?: number }): FaceEnd {
  if (noAnswer.includes(errcode)) throw platformUnavailable(`errcode ${errcode}`);
  if (errcode !== 0) return 'undecided';
  if (result === undefined) throw platformUnavailable('told no result');
  if (result === recognised) return 'pass';
  return result >= notLookedAt.from && result <= notLookedAt.to ? 'undecided' : 'fail';
}

/** WeChat's digest of an identity: the three fields in standard base64, joined, SHA-256 in lower-case hex. */
export function certHash({ name, idNumber }: PlainIdentity): string {
  const [type, certName, certNo] = [certType, name, idNumber].map((text) =>
    Buffer.from(text).toString('base64'),
  );
  return createHash('sha256')
    .update(`cert_type=${type}&cert_name=${certName}&cert_no=${certNo}`)
    .digest('hex');
}
