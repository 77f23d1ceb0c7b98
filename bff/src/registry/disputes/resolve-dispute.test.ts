import { expect, it } from 'vitest';
import { readCredential } from '../../credential/credential.ts';
import { makeMove } from '../../credential/make-move.ts';
import { testPorts } from '../../ports/ports.fixture.ts';
import { openDispute } from '../../protect/open-dispute.ts';
import { operator } from '../../webhook/hooks.fixture.ts';
import { resolveDispute } from './resolve-dispute.ts';

it.each([
  ['upheld', 'supersede', 'void'],
  ['dismissed', 'release', 'frozen'],
] as const)(
  'a dispute that is %s is recorded with the move that it makes of the credential, once',
  async (outcome, move, state) => {
    const { ports, events, phone } = await testPorts();
    const { holderId } = await phone();
    const credential = await readCredential(ports, holderId);
    if (credential === undefined) throw new Error('no credential');
    const { disputeId, statement } = openDispute(ports, 'takeover', credential.handle);
    await makeMove(ports, holderId, { credential, move: 'dispute', also: [statement] });
    events.length = 0;
    await resolveDispute(ports, operator, disputeId, outcome);
    expect(await readCredential(ports, holderId)).toMatchObject({ state });
    await expect(resolveDispute(ports, operator, disputeId, outcome)).rejects.toThrow('resolved-already');
    const { operatorId } = operator;
    expect(events).toEqual([
      { event: 'dispute-resolved', by: 'operator', operatorId, disputeId, outcome },
      { event: 'credential-moved', by: 'operator', move },
    ]);
    await ports.db.close();
  },
);
