import { type HolderAction, holderActions } from '../../../shared/holder-actions.ts';
import { holderErrorTexts } from '../../../shared/holder-error-texts.ts';
import type { HolderErrorCode } from '../../../shared/holder-errors.ts';
import type { Text } from '../../../shared/text.ts';

const signIn: Text = { zh: '请先登录', en: 'Please sign in first.' };
const ours = holderErrorTexts['internal-fault'];
const staff = holderActions['ask-staff'];

/** What is said to a person in the place of an error's own words, which are for those who write programs. */
export const saidToPeople: { readonly [code in HolderErrorCode]?: Text } = {
  'token-missing': signIn,
  'token-invalid': signIn,
  'request-invalid': ours,
  'body-not-json': ours,
  'idempotency-key-missing': ours,
  'idempotency-key-reused': ours,
  'method-not-allowed': ours,
  'length-required': ours,
  'body-too-large': ours,
  'body-too-small': ours,
  'content-type-unsupported': ours,
  'headers-too-large': ours,
  'dpop-missing': ours,
  'dpop-invalid': ours,
  'dpop-replayed': ours,
  'dpop-nonce-stale': ours,
};

/** What a person does where a program would act: no request can be corrected by hand. */
export const doneByPeople: { readonly [action in HolderAction]?: Text } = {
  'fix-request': staff,
  'use-new-nonce': staff,
  'fetch-token': holderActions['log-in-again'],
  nothing: {
    zh: '请回到上一步再试，也可以请工作人员人工核验身份证',
    en: 'Go back a step and try again, or ask the staff to check your card.',
  },
};
