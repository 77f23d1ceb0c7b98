import { expect, it } from 'vitest';
import { revokeOperatorCall } from '../../../shared/contract/operator/operators.ts';
import { overviewCall } from '../../../shared/contract/operator/overview.ts';
import { approveProposalCall, proposeCall } from '../../../shared/contract/operator/proposals.ts';
import * as limits from '../../../shared/limits.ts';
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

const own = { status: 403, code: 'own-proposal' };

const first = await firstOperator(world);
const lin = first.browser;
const before = await propose(lin);
const wu = await anotherOperator(world, lin, 'Wu');
const chen = await anotherOperator(world, wu.browser, 'Chen');
const zhao = await anotherOperator(world, lin, 'Zhao');
const newcomers = [wu, chen, zhao];

/** The sessions of the day before are over. */
async function comeBack({ passkey }: Pick<typeof first, 'passkey'>): Promise<Browser> {
  const browser = openBrowser(world);
  await signIn(browser, passkey);
  return browser;
}

it('every operator is told of each newcomer, and who let them in', async () => {
  for (const { browser } of [first, ...newcomers])
    expect(
      (await browser.get(overviewCall)).newcomers.map(({ name, invitedBy }) => [name, invitedBy]),
    ).toEqual(
      expect.arrayContaining([
        ['First', undefined],
        ['Wu', 'First'],
        ['Chen', 'Wu'],
        ['Zhao', 'First'],
      ]),
    );
});

it('whoever sits at one operator’s console makes no second operator to agree with, at whatever distance', async () => {
  for (const { browser } of newcomers) {
    expect(await approve(browser, before)).toMatchObject(own);
    expect(await approve(browser, await propose(lin))).toMatchObject(own);
    expect(await approve(lin, await propose(browser))).toMatchObject(own);
    for (const other of newcomers)
      expect(await approve(other.browser, await propose(browser))).toMatchObject(own);
  }
});

it('after a day in which everybody could see them newcomers are strangers, but never to who let them in, nor those to them', async () => {
  world.clock.pass(limits.proposalLifetime);
  const later = {
    ...{ lin: await comeBack(first), wu: await comeBack(wu) },
    ...{ chen: await comeBack(chen), zhao: await comeBack(zhao) },
  };
  for (const [proposer, approver] of [
    [later.lin, later.wu],
    [later.lin, later.chen],
    [later.wu, later.chen],
    [later.wu, later.lin],
    [later.chen, later.lin],
    [later.chen, later.wu],
  ] as const)
    expect(await approve(approver, await propose(proposer))).toMatchObject(own);
  for (const [proposer, approver] of [
    [later.zhao, later.chen],
    [later.chen, later.zhao],
    [later.wu, later.zhao],
  ] as const)
    expect((await approve(approver, await propose(proposer))).status).toBe(200);
});

it('nobody revokes the others to be alone with whom they let in: that counts after a day in which everybody could see it', async () => {
  const lin = await comeBack(first);
  const revoke = revokeOperatorCall.path.replace(':operatorId', zhao.operatorId);
  expect((await lin.ask(revokeOperatorCall, undefined, {}, revoke)).status).toBe(200);
  const newcomer = await comeBack(wu);
  expect(await approve(lin, await propose(newcomer))).toMatchObject(own);
  world.clock.pass(limits.proposalLifetime);
  const [former, latter] = [await comeBack(first), await comeBack(wu)];
  expect(await approve(latter, await propose(former))).toMatchObject(own);
  expect((await approve(former, await propose(latter))).status).toBe(200);
});
