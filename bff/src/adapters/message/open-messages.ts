import type { LoginPlatform } from '../../../../shared/contract/login/01-login.ts';
import type { PlatformToken } from '../../ports/platforms.ts';
import type { ReminderChannel, ReminderChannels } from '../../ports/reminders.ts';
import type { AlipayGatewayOptions } from '../platform/alipay-gateway.ts';
import type { boundedCalls } from '../platform/bounded-calls.ts';
import { alipayMessage } from './alipay-message.ts';
import { wechatMessage } from './wechat-message.ts';

/**
 * The messages of the platforms for which there are templates, each within what of its platform's calls may be under way.
 * @throws Error where one of Alipay's keys is no RSA key
 */
export function openMessages(given: {
  templates: Readonly<Record<LoginPlatform, readonly string[] | undefined>>;
  wechat: { url: string; token: PlatformToken };
  alipay: AlipayGatewayOptions;
  bounded: Record<LoginPlatform, ReturnType<typeof boundedCalls>>;
}): ReminderChannels {
  const { templates, bounded } = given;
  const within = (platform: LoginPlatform, channel: ReminderChannel): ReminderChannel => ({
    ...channel,
    send: (subject, template) => bounded[platform](() => channel.send(subject, template)),
  });
  return {
    ...(templates.wechat && {
      wechat: within('wechat', wechatMessage({ ...given.wechat, templates: templates.wechat })),
    }),
    ...(templates.alipay && {
      alipay: within('alipay', alipayMessage({ ...given.alipay, templates: templates.alipay })),
    }),
  };
}
