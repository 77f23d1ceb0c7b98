import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { PlatformToken } from '../../ports/platforms.ts';
import type { ReminderChannel } from '../../ports/reminders.ts';
import { askPlatform, platformUnavailable } from '../platform/ask-platform.ts';
import { messagePage, messageText } from './message-text.ts';

const Answer = Compile(Type.Object({ errcode: Type.Optional(Type.Integer()) }));

/** An access token that is none any more: the next call fetches another. */
const tokenRefused: readonly number[] = [40001, 40014, 42001];
/** No such person here, and one who gave no leave for this template, used it up or took it back. */
const personRefused: readonly number[] = [40003, 43101];

/**
 * `subscribeMessage.send` of WeChat (POST /cgi-bin/message/subscribe/send). A one-time template goes once for each leave that the person gave.
 * @throws Problem platform-unavailable
 */
export function wechatMessage(options: {
  url: string;
  token: PlatformToken;
  templates: readonly string[];
}): ReminderChannel {
  const base = options.url.replace(/\/$/, '');
  return {
    templates: options.templates,
    async send(subject, template) {
      const accessToken = await options.token.current();
      const url = new URL(`${base}/cgi-bin/message/subscribe/send`);
      url.search = new URLSearchParams({ access_token: accessToken }).toString();
      const { errcode = 0 } = parse(
        await askPlatform(url, {
          ...{ touser: subject, template_id: template, page: messagePage, lang: 'zh_CN' },
          data: { thing1: { value: messageText.what }, thing2: { value: messageText.next } },
        }),
      );
      if (personRefused.includes(errcode)) return 'refused';
      if (tokenRefused.includes(errcode)) options.token.forget(accessToken);
      if (errcode !== 0) throw platformUnavailable(`errcode ${errcode}`);
      return 'sent';
    },
  };
}

function parse(text: string) {
  try {
    return Answer.Parse(JSON.parse(text));
  } catch {
    throw platformUnavailable('answered something else than documented');
  }
}
