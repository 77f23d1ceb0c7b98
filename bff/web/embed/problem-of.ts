import type { Text } from '../../../shared/text.ts';
import { lineWords } from '../desk/face/show-line.ts';
import { deskTexts } from '../desk/face/texts.ts';
import { Refused } from '../desk/send-call.ts';
import type { Language } from '../kit/language.ts';
import type { ProblemDetail } from './events.ts';

const texts = {
  noToken: {
    zh: '网页没有取得令牌。请刷新页面；仍然不行时，请人工核验身份证。',
    en: 'The page was given no token. Load it again; if that does not help, check the ID card.',
  },
  attributes: {
    zh: '网页没有写明业务类型和办理事项，请联系技术人员。',
    en: 'The page does not say what the check is for. Tell whoever looks after it.',
  },
} as const satisfies Record<string, Text>;

const attributes = 'attributes-invalid';

/** The attributes `scene` and `purpose` name no check. */
export function wrongAttributes(): Refused {
  return new Refused(400, '', { code: attributes });
}

/** What went wrong, in words for the clerk. */
export function problemOf(fault: unknown, language: Language): ProblemDetail {
  const { status, code, message } = fault instanceof Refused ? fault : new Refused(0);
  if (code === attributes) return { code, message: texts.attributes[language] };
  if (code === 'page-token-missing') return { code, message: texts.noToken[language] };
  if (code === 'token-invalid' || code === 'origin-not-allowed')
    return { code, message: lineWords.refused[language] };
  if (status === 0) return { code: 'unreachable', message: deskTexts.unreachable[language] };
  return { code: code || `http-${status}`, message: message || deskTexts.unreachable[language] };
}
