import type { Text } from '../text.ts';

/** Why an officer does not let a raise pass, or lets another look at it: a closed list, so that nobody types what they think of a person. */
export const doubtTexts = {
  'card-looks-altered': { zh: '身份证有改动痕迹', en: 'The card looks altered' },
  'card-not-readable': {
    zh: '身份证读不出，也看不清',
    en: 'The card can be read neither by machine nor by eye',
  },
  'card-of-another': { zh: '身份证不是本人的', en: 'The card is of somebody else' },
  'face-differs': { zh: '与身份证照片不像', en: 'The face is not that of the card' },
  'face-covered': { zh: '脸部有遮挡、面具或异常妆容', en: 'The face is covered, masked or made up' },
  'picture-or-screen': { zh: '手机对着照片或屏幕拍摄', en: 'The phone was held at a picture or a screen' },
  'under-pressure': { zh: '本人像是被人逼迫或指使', en: 'The person seems to be forced or led by somebody' },
  'another-doubt': { zh: '其他疑点', en: 'Another doubt' },
} as const satisfies Record<string, Text>;
export type Doubt = keyof typeof doubtTexts;
export const doubts = Object.keys(doubtTexts).filter((word): word is Doubt => word in doubtTexts);

/** What needs a second officer at the desk, whatever comes of it but a refusal, and why. */
export const exceptionTexts = {
  'no-face': { zh: '无法拍摄脸部', en: 'No face can be taken' },
  'name-differs': { zh: '姓名与登记的不一致', en: 'The name differs from the one that is registered' },
} as const satisfies Record<string, Text>;
export type RaiseException = keyof typeof exceptionTexts;
export const raiseExceptions = Object.keys(exceptionTexts).filter(
  (word): word is RaiseException => word in exceptionTexts,
);

/** `review`: neither yes nor no; another officer decides, and the holder is told to come or to call. */
export const raiseOutcomes = ['pass', 'refuse', 'review'] as const;
export type RaiseOutcome = (typeof raiseOutcomes)[number];

/** What an officer says of a raise. `answersAgree` tells whether the answers go together. */
export interface RaiseDecision {
  outcome: RaiseOutcome;
  /** "Does the card look genuine?" */
  cardGenuine: boolean;
  /** "Is anything unnatural on the face?" */
  faceUnnatural: boolean;
  /** There wherever the outcome is no pass. */
  doubt?: Doubt;
  exception?: RaiseException;
}

/** Whether the answers go together: a pass has no doubt about card and face, and all else has its reason. */
export function answersAgree({ outcome, cardGenuine, faceUnnatural, doubt }: RaiseDecision): boolean {
  if (outcome === 'pass') return cardGenuine && !faceUnnatural && doubt === undefined;
  return doubt !== undefined;
}
