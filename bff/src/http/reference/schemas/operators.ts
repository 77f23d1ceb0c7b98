import * as operators from '../../../../../shared/contract/operator/operators.ts';
import * as pairings from '../../../../../shared/contract/operator/pairings.ts';
import {
  BegunCreation,
  CreatedPasskey,
  PasskeyAssertion,
} from '../../../../../shared/contract/operator/passkey.ts';
import * as signIn from '../../../../../shared/contract/operator/sign-in.ts';
import * as limits from '../../../../../shared/limits.ts';
import { type Entries, named, told } from '../entry.ts';
import { lasting } from '../written/lasting.ts';

/** How operators come in: their texts stand beside their properties, as no phone carries them. */
export const operatorSchemas: Entries = {
  Nothing: named(signIn.signOutCall.answer, { zh: '空', en: 'Nothing is left to say.' }),
  OperatorSession: named(signIn.OperatorSession, { zh: '登录状态', en: 'Who is signed in, and until when.' }),
  BeginEnrolmentBody: named(signIn.beginEnrolmentCall.body, { zh: '邀请', en: 'The secret of a link.' }),
  BegunEnrolment: named(signIn.beginEnrolmentCall.answer, {
    zh: '创建通行密钥所需',
    en: 'What a first passkey is made with.',
  }),
  EnrolBody: named(signIn.enrolCall.body, {
    zh: '新的运营人员',
    en: 'A link, and the passkey that was made.',
  }),
  BegunCeremony: told(
    BegunCreation,
    { zh: '通行密钥操作所需', en: 'What a passkey is made or asked with.' },
    {
      ceremony: [
        `The ceremony that was begun: good for one end, within ${lasting(limits.passkeyCeremony)}.`,
        'mJ1zYtqg0l8b3S9kqvXw2A',
      ],
      options: [
        'Handed to `navigator.credentials.create()` or `.get()` as JSON (WebAuthn level 3); `userVerification` is `required`.',
        { challenge: 'b2M3R2p4d0Z1Tn', rpId: 'id.example', userVerification: 'required' },
      ],
    },
  ),
  CreatedPasskey: named(
    CreatedPasskey,
    {
      zh: '创建好的通行密钥',
      en: 'RegistrationResponseJSON of WebAuthn, less what is not read.',
    },
    { response: ['What the passkey made.'] },
  ),
  PasskeyAssertion: named(
    PasskeyAssertion,
    {
      zh: '通行密钥的签名',
      en: 'AuthenticationResponseJSON of WebAuthn.',
    },
    { response: ['What the passkey signed.'] },
  ),
  SignInBody: named(signIn.signInCall.body, {
    zh: '登录',
    en: 'A ceremony and what the passkey signed of it.',
  }),
  PasskeyView: named(operators.PasskeyView, { zh: '一个通行密钥', en: 'A passkey as its owner sees it.' }),
  Passkeys: named(operators.listPasskeysCall.answer, {
    zh: '自己的通行密钥',
    en: 'The passkeys of whoever asks.',
  }),
  AddPasskeyBody: named(operators.addPasskeyCall.body, { zh: '另一个通行密钥', en: 'Another passkey.' }),
  OperatorView: named(operators.OperatorView, {
    zh: '一位运营人员',
    en: 'Somebody who is or was an operator.',
  }),
  Operators: named(operators.listOperatorsCall.answer, { zh: '全部运营人员', en: 'All operators.' }),
  InviteBody: named(operators.inviteOperatorCall.body, { zh: '被邀请人', en: 'Who is invited.' }),
  Invitation: named(operators.inviteOperatorCall.answer, { zh: '邀请链接', en: 'A link for one use.' }),
  TokenView: named(operators.TokenView, {
    zh: '一个令牌',
    en: 'A token that is good, without what opens anything.',
  }),
  Tokens: named(operators.listTokensCall.answer, { zh: '全部有效令牌', en: 'All tokens that are good.' }),
  OpenPairingBody: named(pairings.openPairingCall.body, { zh: '哪台机器', en: 'Which machine asks.' }),
  Pairing: named(pairings.openPairingCall.answer, {
    zh: '命令行配对',
    en: 'What the command prints and asks by.',
  }),
  CollectTokenBody: named(pairings.collectTokenCall.body, { zh: '配对密钥', en: 'The secret of a pairing.' }),
  CollectedToken: named(pairings.collectTokenCall.answer, {
    zh: '命令行的令牌',
    en: 'The token of the command, once it was approved.',
  }),
  PairingView: named(pairings.PairingView, {
    zh: '等待批准的配对',
    en: 'Which command waits for an approval.',
  }),
  ApprovedPairing: named(pairings.approvePairingCall.answer, {
    zh: '已批准',
    en: 'Until when the token is good.',
  }),
};
