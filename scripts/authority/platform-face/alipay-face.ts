import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { FaceEnd, FaceVerifier } from '../ports/platform-face.ts';
import { type AlipayGatewayOptions, alipayGateway } from './alipay-gateway.ts';
import { platformUnavailable } from './post-to-platform.ts';

const Opened = Compile(
  Type.Object({
    code: Type.Literal('10000'),
    certify_id: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }),
  }),
);
const Ended = Compile(
  Type.Object({ code: Type.String({ maxLength: 8 }), passed: Type.Optional(Type.String({ maxLength: 1 })) }),
);
/** The one kind of document that this product knows. */
const certType = 'IDENTITY_CARD';
const done = '10000';
/** The business was refused: the check is unknown, too old, or was never begun. */
const refused = '40004';

/**
 * Alipay's face verifier, alipay.user.certify.open.*. The authority calls it with a key of its own: what it answers names no
 * check, so that whoever stood in between could answer with the pass of another. It passes where `passed` is T under Alipay's
 * signature, and nowhere else. Of a check that was left Alipay says F, as of a refused one.
 * @throws Error at the start when a key is no RSA key
 */
export function alipayFace(options: AlipayGatewayOptions): FaceVerifier {
  const gateway = alipayGateway(options);
  const call = (verb: string, content: object) => gateway.ask(`alipay.user.certify.open.${verb}`, content);
  return {
    async begin({ outSeqNo, identity }) {
      const opened = await call('initialize', {
        outer_order_no: outSeqNo,
        biz_code: 'FACE',
        identity_param: {
          identity_type: 'CERT_INFO',
          cert_type: certType,
          cert_name: identity.name,
          cert_no: identity.idNumber,
        },
        merchant_config: { return_url: `alipays://platformapi/startapp?appId=${options.appId}` },
      });
      if (!Opened.Check(opened)) throw platformUnavailable('opened no check');
      const verifyId = opened.certify_id;
      const url = gateway.pageUrl('alipay.user.certify.open.certify', { certify_id: verifyId });
      return { verifyId, outSeqNo, url };
    },

    async end({ begun }) {
      const ended = await call('query', { certify_id: begun.verifyId });
      if (!Ended.Check(ended)) throw platformUnavailable('answered something else than documented');
      return endOf(ended);
    },
  };
}

function endOf({ code, passed }: { code: string; passed?: string }): FaceEnd {
  if (code === refused) return 'undecided';
  if (code === done && passed === 'T') return 'pass';
  if (code === done && passed === 'F') return 'not-passed';
  throw platformUnavailable(`code ${code.replaceAll(/[^0-9]/g, '')}`);
}
