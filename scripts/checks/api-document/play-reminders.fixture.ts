import { citizen } from '../../../bff/attacks/world/parties.fixture.ts';
import { applyAs } from '../../../bff/attacks/world/phone.fixture.ts';
import type { World } from '../../../bff/attacks/world/world.fixture.ts';

const path = '/holder/v1/reminders';

/** Reminders by WeChat, where the sandbox platform takes them: each call with a success and a refusal. */
export async function playReminders(world: World): Promise<void> {
  const phone = await world.phone('lee');
  await applyAs(phone, citizen(30));
  const want = async (account: string) =>
    phone.ask('POST', path, { body: { platform: 'wechat', code: await world.wechat.mint(account) } });
  await phone.ask('GET', path);
  await want('somebody-else');
  await want('lee');
  await phone.ask('POST', `${path}/end`);
}
