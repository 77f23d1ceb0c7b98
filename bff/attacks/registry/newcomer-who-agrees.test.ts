import { expect, it } from 'vitest';
import { approveProposalCall, proposeCall } from '../../../shared/contract/operator/proposals.ts';
import { limits } from '../../../shared/limits.ts';
import {
  anotherOperator,
  type Browser,
  firstOperator,
  openBrowser,
  signIn,
} from '../console/console.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const proposed = { kind: 'trust-root', thumbprint: '8TpEqu0nQAQ8JMYJ9ZcqX7pUBY7F-tVPLOxmqwFhKrc' };

const propose = async (by: Browser) =>
  approveProposalCall.path.replace(':proposalId', (await by.get(proposeCall, { proposed })).proposalId);
const approve = (by: Browser, path: string) => by.ask(approveProposalCall, undefined, {}, path);

it('whoever sits at one operator’s console makes no second operator to agree with, in neither direction', async () => {
  const { browser: lin, passkey } = await firstOperator(world);
  const before = await propose(lin);
  const wu = await anotherOperator(world, lin, 'Wu');
  const chen = await anotherOperator(world, wu.browser, 'Chen');
  const own = { status: 403, code: 'own-proposal' };
  expect(await approve(wu.browser, before)).toMatchObject(own);
  expect(await approve(wu.browser, await propose(lin))).toMatchObject(own);
  expect(await approve(lin, await propose(wu.browser))).toMatchObject(own);

  world.clock.pass(limits.proposalLifetime);
  const [later, wuLater] = [openBrowser(world), openBrowser(world)];
  await signIn(later, passkey);
  await signIn(wuLater, wu.passkey);
  expect(await approve(wuLater, await propose(later))).toMatchObject(own);
  const chenLater = openBrowser(world);
  await signIn(chenLater, chen.passkey);
  expect((await approve(chenLater, await propose(later))).status).toBe(200);
  expect((await approve(later, await propose(wuLater))).status).toBe(200);
});
