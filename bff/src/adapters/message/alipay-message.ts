import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { ReminderChannel } from '../../ports/reminders.ts';
import { type AlipayGatewayOptions, alipayGateway, readJson } from '../platform/alipay-gateway.ts';
import { platformUnavailable } from '../platform/ask-platform.ts';
import { messagePage, messageText } from './message-text.ts';

const Told = Compile(
  Type.Object({
    code: Type.String({ pattern: '^[0-9]{1,8}$' }),
    sub_code: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9._-]{1,100}$' })),
  }),
);

/** Of older applications, where a person is 16 digits; the newer ones have an open_id. */
const userId = /^2088[0-9]{12}$/;
const done = '10000';
/** "Business Failed": the person gave no leave, took it back, or is none of this application. */
const personRefused = '40004';

/**
 * `alipay.open.app.mini.templatemessage.send` of Alipay, to who gave leave for the template.
 * @throws Problem platform-unavailable
 */
export function alipayMessage(
  options: AlipayGatewayOptions & { templates: readonly string[] },
): ReminderChannel {
  const gateway = alipayGateway(options);
  return {
    templates: options.templates,
    async send(subject, template) {
      const to = userId.test(subject) ? { to_user_id: subject } : { to_open_id: subject };
      const content = {
        ...to,
        user_template_id: template,
        page: messagePage,
        data: JSON.stringify({
          keyword1: { value: messageText.what },
          keyword2: { value: messageText.next },
        }),
      };
      const answer = await gateway.ask('alipay.open.app.mini.templatemessage.send', {
        biz_content: JSON.stringify(content),
      });
      const raw = 'error' in answer ? answer.error : answer.answer;
      const told = raw === undefined ? undefined : readJson(raw, Told);
      if (told?.code === done) return 'sent';
      if (told?.code === personRefused) return 'refused';
      throw platformUnavailable(`code ${told?.code ?? 'missing'}, ${told?.sub_code ?? 'no sub_code'}`);
    },
  };
}
