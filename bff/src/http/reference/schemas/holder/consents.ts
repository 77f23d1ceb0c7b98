import { consentVersion } from '../../../../../../shared/consent/consent-forms.ts';
import {
  ChallengeBody,
  ConsentShown,
  StatedConsent,
} from '../../../../../../shared/contract/attempt/03-challenge.ts';
import {
  ConsentController,
  ConsentEnd,
  ConsentPurpose,
  ConsentReceipt,
  ConsentsAnswer,
  ConsentWording,
  WithdrawBody,
} from '../../../../../../shared/contract/protect/consents.ts';
import { EraseAnswer, EraseBody, keptAfterErasure } from '../../../../../../shared/contract/protect/erase.ts';
import { type Entries, told } from '../../entry.ts';
import { compact, sample } from '../../samples.ts';

const { openedAt, thumbprint } = sample;
const both = { face: true, voice: true, text: { version: consentVersion, language: 'zh' } };
const receiptId = 'cns_Qm9va3NhcmVmb3JldmVyMA';

/** What holders agreed to, and how all that is held of them goes. */
export const consentSchemas: Entries = {
  ConsentShown: told(
    ConsentShown,
    { zh: '问的时候用的说明', en: 'The words in which consent was asked. Of older ones it is asked anew.' },
    {
      version: ['The day on which they were last changed, and the beginning of their sum.', consentVersion],
      language: ['In which they were shown.', 'zh'],
    },
  ),
  StatedConsent: told(
    StatedConsent,
    { zh: '对人脸、声音分别同意', en: 'Consent to face and to voice, asked apart.' },
    {
      face: ['Whether the face may be taken. Without it only the staffed way is open.', true],
      voice: ['Whether the voice may be recorded. Without it the face is enough.', true],
      text: ['The words in which it was asked: their version, and the language.'],
    },
  ),
  ChallengeBody: told(
    ChallengeBody,
    { zh: '同意并请求质询', en: 'Asking for a challenge is the holder’s agreement.' },
    {
      consent: [
        'There where the ceremony asks for it here, and left out where it was given when the session was opened.',
        both,
      ],
      idPhoto: ['Whether the holder brings an ID photo; left out where the ceremony takes none.', false],
      receipt: [
        'Where the phone keeps the receipt of the session, and under which key; left out where it keeps none.',
      ],
      copy: [
        'Where this phone takes a ward’s face: where the ward’s own copy of the receipt is to be kept, and under which key, made for it alone.',
      ],
      ward: [
        'For which ward the holder acts, with the word of this device; left out where it is for the holder.',
      ],
    },
  ),
  ConsentWording: told(
    ConsentWording,
    {
      zh: '当时的说明',
      en: 'The words that were shown, as they were. Of older ones it is asked anew.',
    },
    {
      form: ['In which ceremony they ask, and of whom.', 'check'],
      version: ['The day on which they were last changed, and the beginning of their sum.', consentVersion],
      hash: ['SHA-256, base64url, of title and text in that language, as it was recorded.', thumbprint],
      title: ['The question, in the language in which it was read.', '同意用手机拍您的脸来核验吗？'],
      words: ['What it means, in that language.', '照片加密后只发给认证方。'],
      current: ['Whether these are still the words that are asked in.', true],
    },
  ),
  ConsentController: told(
    ConsentController,
    { zh: '由谁负责', en: 'Who answers for what is done with it.' },
    {
      role: ['The authority decides; the operator relays.', 'authority'],
      name: ['Its name.'],
      contact: ['A telephone number, as people dial it.', '12345'],
    },
  ),
  ConsentPurpose: told(
    ConsentPurpose,
    { zh: '用途', en: 'What for, until when, and who else gets it.' },
    {
      purpose: ['A reference is kept, or one check is made.', 'identity-check'],
      type: ['Every consent is given in so many words.', 'explicit'],
      category: ['The person proves who they are.', 'proving-who-one-is'],
      termination: ['When it is deleted by itself.', 'with-the-check'],
      thirdParties: ['The platform, where it takes the face.', []],
    },
  ),
  ConsentEnd: told(
    ConsentEnd,
    { zh: '什么时候结束', en: 'When a consent ended, and how.' },
    {
      at: ['Epoch milliseconds.', openedAt],
      by: ['It was taken back, another took its place, or what it was for is over.', 'withdrawn'],
    },
  ),
  ConsentReceipt: told(
    ConsentReceipt,
    { zh: '同意凭据', en: 'A consent receipt, with the fields of ISO/IEC TS 27560. It names nobody.' },
    {
      version: ['The form of this receipt.', 'LZ-CONSENT/1'],
      receiptId: ['Its number.', receiptId],
      jurisdiction: ['ISO 3166-1.', 'CN'],
      timestamp: [
        'RFC 3339: the moment; of what was agreed to before a counter the date in China alone.',
        '2027-01-15',
      ],
      collectionMethod: ['How it was agreed to.', 'agreed-on-the-phone-in-a-check'],
      language: ['In which the words were shown.', 'zh'],
      text: ['The words that were shown.'],
      subject: ['`face` or `voice`, each apart.', 'face'],
      controllers: ['Who answers for what is done with it.'],
      policyUrl: ['The whole privacy text.', 'https://id.example.cn/privacy'],
      purposes: ['What for, until when, and who else gets it.'],
      sensitive: ['Biometric data are.', true],
      ended: ['When it was withdrawn, or another took its place; absent while it stands.'],
    },
  ),
  ConsentsAnswer: told(
    ConsentsAnswer,
    { zh: '同意记录', en: 'What this holder agreed to, the newest first.' },
    {
      consents: ['Each a receipt.'],
      serverTime: ['Epoch milliseconds by the server’s clock as this was answered.', openedAt],
    },
  ),
  WithdrawBody: told(
    WithdrawBody,
    { zh: '撤回哪一项', en: 'What is taken back.' },
    { subject: ['`face`: the credential is void too. `voice`: it lives on by the face.', 'voice'] },
  ),
  EraseBody: told(
    EraseBody,
    { zh: '确认注销', en: 'Said in so many words.' },
    { erase: ['The one text that is taken.', 'account-and-everything-held'] },
  ),
  EraseAnswer: told(
    EraseAnswer,
    { zh: '注销凭据', en: 'The receipt of an erasure.' },
    {
      erasureId: [
        'By it the operator finds that it was done; it leads to nobody.',
        'ers_Qm9va3NhcmVmb3JldmVyMA',
      ],
      at: ['Epoch milliseconds.', openedAt],
      authority: ['Whether the authority has deleted its part, or will be told until it has.', 'done'],
      kept: ['What is not deleted at once.', [...keptAfterErasure]],
      receipt: [
        'The same, signed by the key of results (JWS, typ `lz-erasure+jwt`), for the person to keep. It names nobody.',
        compact({ typ: 'lz-erasure+jwt', kid: 'result-1' }, { jti: 'ers_Qm9va3NhcmVmb3JldmVyMA' }),
      ],
      serverTime: ['Epoch milliseconds by the server’s clock as this was answered.', openedAt],
    },
  ),
};
