import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { encodeHex } from '../../../shared/bytes/hex.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import { oneOf } from '../../../shared/contract/schema.ts';
import type { Act } from './face-acts.ts';

/** Alipay documents none; an hour, as WeChat's. */
const lifetime = 3600 * 1000;

const InitializeContent = Type.Object({
  outer_order_no: Type.String({ pattern: '^[A-Za-z0-9]{1,32}$' }),
  biz_code: oneOf(['FACE']),
  identity_param: Type.Object({
    identity_type: oneOf(['CERT_INFO']),
    cert_type: oneOf(['IDENTITY_CARD']),
    cert_name: Type.String({ minLength: 1, maxLength: 64 }),
    cert_no: Type.String({ minLength: 1, maxLength: 32 }),
  }),
  merchant_config: Type.Object({ return_url: Type.String({ minLength: 1 }) }),
});
const QueryContent = Type.Object({ certify_id: Type.String({ maxLength: 64 }) });

export interface AlipayCertify {
  /** What a business method answers: the members of its response. */
  answer(verb: string, content: unknown): Record<string, string>;
  /** Plays what the person does before Alipay's camera; decided once, unless it was left. */
  play(certifyId: string, act: Act): boolean;
}

const failed = (subCode: string) => ({ code: '40004', msg: 'Business Failed', sub_code: subCode });

/** alipay.user.certify.open.initialize and .query: `passed` is T after a pass, and F in every other state. */
export function makeAlipayCertify(now: () => number, random: Random): AlipayCertify {
  const checks = new Map<string, { until: number; act?: Act }>();
  const orders = new Set<string>();
  const find = (certifyId: string) => {
    const check = checks.get(certifyId);
    return check !== undefined && check.until > now() ? check : undefined;
  };
  return {
    answer(verb, content) {
      if (verb === 'initialize') {
        if (!Value.Check(InitializeContent, content)) return failed('INVALID_PARAMETER');
        if (orders.has(content.outer_order_no)) return failed('DUPLICATE_ORDER');
        orders.add(content.outer_order_no);
        const certifyId = encodeHex(random(16));
        checks.set(certifyId, { until: now() + lifetime });
        return { code: '10000', msg: 'Success', certify_id: certifyId };
      }
      const check = Value.Check(QueryContent, content) ? find(content.certify_id) : undefined;
      if (check === undefined) return failed('CERTIFY_ID_EXPIRED');
      const passed = check.act === 'pass' ? 'T' : 'F';
      return { code: '10000', msg: 'Success', passed, identity_info: '{}', material_info: '{}' };
    },
    play(certifyId, act) {
      const check = find(certifyId);
      if (check === undefined || check.act === 'pass' || check.act === 'fail') return false;
      check.act = act;
      return true;
    },
  };
}
