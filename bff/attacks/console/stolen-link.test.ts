import { expect, it } from 'vitest';
import { inviteOperatorCall } from '../../../shared/contract/operator/operators.ts';
import { beginEnrolmentCall } from '../../../shared/contract/operator/sign-in.ts';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';
import { anotherOperator, firstOperator, openBrowser, secretOf, signIn } from './console.fixture.ts';

const world = await startWorld();
const { browser, passkey } = await firstOperator(world);

it('a link that was used, is sixteen minutes old, or was guessed opens nothing, and all look the same', async () => {
  const { link: used } = await anotherOperator(world, browser);
  const { link: late } = await browser.get(inviteOperatorCall, { name: 'Third' });
  world.clock.pass(limits.inviteLifetime + 60_000);
  const guessed = `${secretOf(used).slice(0, -3)}AAA`;
  const answers = [];
  for (const invite of [secretOf(used), secretOf(late), guessed])
    answers.push(await openBrowser(world).ask(beginEnrolmentCall, { invite }));
  for (const answer of answers) expect(answer).toMatchObject({ status: 410, code: 'invite-over' });
});

it('the secret of a link is in no log and in no table', async () => {
  const fresh = openBrowser(world);
  await signIn(fresh, passkey);
  const { link } = await fresh.get(inviteOperatorCall, { name: 'Fourth' });
  await openBrowser(world).ask(beginEnrolmentCall, { invite: secretOf(link) });
  expect(world.lines.join('')).not.toContain(secretOf(link));
  const kept = await world.ports.db.read('select * from operator_invites', {});
  expect(JSON.stringify(kept)).not.toContain(secretOf(link));
});
