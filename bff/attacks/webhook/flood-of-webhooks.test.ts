import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { openWebhooks } from '../world/webhooks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const hooks = await openWebhooks(world);

it('an RP has so many webhooks, adds and revokes so many an hour, and is sent so many tests', async () => {
  hooks.record();
  const codes = await Promise.all(
    Array.from({ length: 20 }, (_, n) => hooks.tryToAdd(`https://hotel.example/${n}`)),
  );
  expect(codes.filter(({ status }) => status === 201)).toHaveLength(limits.webhooksPerRp);
  expect(new Set(codes.map(({ code }) => code))).toEqual(new Set([undefined, 'webhooks-too-many']));

  let made = 0;
  for (let refused: string | undefined; refused === undefined; ) {
    const answer = await hooks.tryToAdd(`https://office.example/${made}`, 'rp_office');
    refused = answer.code;
    if (refused !== undefined) expect(refused).toBe('too-many-requests');
    else {
      made++;
      const { webhook } = Object(answer.body);
      await hooks.ask('POST', `/webhooks/${webhook.webhookId}/revoke`);
    }
  }
  expect(made).toBe(limits.webhooksMadePerRp.atOnce);

  const { webhook } = await hooks.add('https://shop.example/', 'rp_shop');
  const tests = await Promise.all(
    Array.from({ length: limits.webhookTests.atOnce + 10 }, () =>
      hooks.ask('POST', `/webhooks/${webhook.webhookId}/test`),
    ),
  );
  expect(tests.filter(({ status }) => status === 202)).toHaveLength(limits.webhookTests.atOnce);
});
