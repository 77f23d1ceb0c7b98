import { expect, it } from 'vitest';
import { consentVersion } from '../../../shared/consent/consent-forms.ts';
import { isConsentReceipt } from './consents.ts';

const receipt = {
  ...{ version: 'LZ-CONSENT/1', receiptId: `cns_${'A'.repeat(22)}`, jurisdiction: 'CN' },
  ...{ timestamp: '2027-01-15', collectionMethod: 'agreed-on-the-phone-in-a-check', language: 'zh' },
  text: { form: 'check', version: consentVersion, hash: 'h'.repeat(43), current: true },
  subject: 'face',
  controllers: [{ role: 'authority', name: { zh: '认证方', en: 'Authority' }, contact: '12345' }],
  policyUrl: 'https://id.example/privacy',
  purposes: [
    {
      ...{ purpose: 'identity-check', type: 'explicit', category: 'proving-who-one-is' },
      ...{ termination: 'with-the-check', thirdParties: ['wechat'] },
    },
  ],
  sensitive: true,
};

it('a consent receipt is read as the contract has it', () => {
  expect(isConsentReceipt(receipt)).toBe(true);
  expect(isConsentReceipt({ ...receipt, ended: { at: 1, by: 'withdrawn' } })).toBe(true);
});

it.each([
  ['without its number', { receiptId: undefined }],
  ['of a subject that is none', { subject: 'iris' }],
  ['of words that are none', { text: { ...receipt.text, form: 'sale' } }],
  ['that says it is not sensitive', { sensitive: false }],
  ['that ended in a way that is none', { ended: { at: 1, by: 'nobody' } }],
  ['whose third party is none', { purposes: [{ ...receipt.purposes[0], thirdParties: ['shop'] }] }],
])('one %s is none', (_, changes) => {
  expect(isConsentReceipt({ ...receipt, ...changes })).toBe(false);
});
