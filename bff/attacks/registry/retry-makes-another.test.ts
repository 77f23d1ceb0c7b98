import { describe, expect, it } from 'vitest';
import { beginPasskeyCall } from '../../../shared/contract/operator/operators.ts';
import * as limits from '../../../shared/limits.ts';
import { operatorApi } from '../../src/http/surfaces/api.ts';
import { optionOf, softPasskey } from '../../src/operator/passkey.fixture.ts';
import { firstOperator, here } from '../console/console.fixture.ts';
import { registrarToken } from '../world/authority.fixture.ts';
import { makePair } from '../world/parties.fixture.ts';
import { openWebhooks } from '../world/webhooks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const { browser } = await firstOperator(world);
(await openWebhooks(world)).record();
const far = 9_000_000_000_000;
await world.ports.db.write([{ sql: 'update operator_tokens set verified_at = :far', params: { far } }]);

const scenes = [{ scene: 'hotel' }];
const keyOf = (kid: string) => ({ version: 1, key: makePair(kid).open });
const newCounter = (counterId: string) => {
  const { key } = keyOf(counterId);
  return { counterId, rpId: 'rp_hotel', name: 'Desk', place: 'Here', key };
};
const version = async (counterId: string) => {
  const [row] = await world.ports.db.read('select version from counters where id = :counterId', {
    counterId,
  });
  return Number(row?.version);
};
const path = '/operator/v1/counters/cnt_hotel-1/keys';

/** Of each call that makes something: what is asked, and the table in which it is found. */
const plays: Record<string, { table: string; path?: string; body: () => object | Promise<object> }> = {
  addRelyingParty: { table: 'relying_parties', body: () => ({ rpId: 'rp_new', name: 'Newcomer', scenes }) },
  addCounter: { table: 'counters', body: () => newCounter('cnt_new-1') },
  addCounterKey: {
    ...{ table: 'counter_keys', path },
    body: async () => ({ ...keyOf('one-more'), version: await version('cnt_hotel-1') }),
  },
  rotateCounterKey: {
    ...{ table: 'counter_keys', path: `${path}/rotate` },
    body: async () => ({ ...keyOf('the-next'), version: await version('cnt_hotel-1') }),
  },
  addAcceptancePoint: {
    table: 'acceptance_points',
    body: () => ({ acceptancePointId: 'acp_hall', rpId: 'rp_hotel', name: 'Hall', place: 'Here' }),
  },
  addTerminalOwner: {
    table: 'terminal_owners',
    body: () => ({ ownerId: 'own_hall', rpId: 'rp_hotel', name: 'Hall' }),
  },
  propose: {
    table: 'proposals',
    body: () => ({ proposed: { kind: 'end-watch', rpId: 'rp_hotel', version: 1 } }),
  },
  addWebhook: {
    ...{ table: 'webhooks', path: '/operator/v1/relying-parties/rp_hotel/webhooks' },
    body: () => ({ url: 'https://hooks.example.cn/desk', name: 'Desk', events: ['session.ended'] }),
  },
  inviteOperator: { table: 'operator_invites', body: () => ({ name: 'Wu' }) },
  addPasskey: {
    table: 'passkeys',
    async body() {
      const { ceremony, options } = await browser.get(beginPasskeyCall);
      const asked = { ...here, challenge: optionOf(options, 'challenge') };
      const passkey = softPasskey().create(asked, optionOf(options, 'user', 'id'));
      return { ceremony, passkeyName: 'Key ring', passkey };
    },
  },
};

const creating = Object.entries(operatorApi).filter(
  ([, { kind, call }]) => kind === 'operator' && call.status === 201,
);
const trigger = (sql: string) => world.ports.db.write([{ sql, params: {} }]);

describe('whoever asks again for what was made, because its answer was lost', () => {
  it.each(creating)('makes nothing more by %s', async (name, { call }) => {
    const play = plays[name];
    if (play === undefined) throw new Error(`nothing is played of ${name}`);
    const body = await play.body();
    const headers = {
      'registrar-token': registrarToken,
      'idempotency-key': `"${crypto.randomUUID()}"`,
    };
    const ask = () => browser.ask(call, body, headers, play.path ?? call.path);
    const count = async () => (await world.ports.db.read(`select 1 as one from ${play.table}`, {})).length;
    const before = await count();
    await trigger(`create trigger answers_are_lost before update on idempotency
      when new.made <> '' and new.made not like '*%' begin select raise(abort, 'lost'); end`);
    expect((await ask()).status).toBe(201);
    await trigger('drop trigger answers_are_lost');
    const made = await count();
    expect(made).toBe(before + 1);

    expect(await ask()).toMatchObject({ status: 409, code: 'idempotency-key-busy' });
    world.clock.pass(limits.idempotencyRunning);
    expect(await ask()).toMatchObject({ status: 409, code: 'idempotency-answer-lost' });
    expect(await count()).toBe(made);
  });

  it('is played of every call that makes something', () => {
    expect(creating.map(([name]) => name).sort()).toEqual(Object.keys(plays).sort());
  });
});
