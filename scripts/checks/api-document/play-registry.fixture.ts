import { operatorOf } from '../../../bff/attacks/world/operator.fixture.ts';
import { makePair } from '../../../bff/attacks/world/parties.fixture.ts';
import { openWebhooks } from '../../../bff/attacks/world/webhooks.fixture.ts';
import type { World } from '../../../bff/attacks/world/world.fixture.ts';

type Operator = Awaited<ReturnType<typeof operatorOf>>;

const rp = '/relying-parties/rp_desk';
const counter = '/counters/cnt_desk-1';
const root = '8TpEqu0nQAQ8JMYJ9ZcqX7pUBY7F-tVPLOxmqwFhKrc';
const closed = { body: { reason: 'closed' } };

/** All of the registry that operators ask for, each call with a success, and what is refused of it in earnest. */
export async function playRegistry(world: World): Promise<void> {
  const [lin, wu] = [await operatorOf(world, 'Lin'), await operatorOf(world, 'Wu')];
  await playParties(lin);
  await playCounters(lin);
  await playPlaces(lin);
  await playProposals(lin, wu);
  await lin.ask('POST', '/imports', { body: { counters: [] } });
  await lin.ask('POST', `${counter}/revoke`, closed);
  await lin.ask('POST', `${rp}/revoke`, closed);
  await lin.ask('POST', `${rp}/watch`);
  for (const path of [
    '/log',
    '/log?after=x',
    '/reports',
    '/reports?after=%25',
    '/overview',
    '/figures',
    '/assists',
    '/assists?after=%25',
    '/health',
  ])
    await lin.ask('GET', path);
}

async function playParties(lin: Operator): Promise<void> {
  const added = { rpId: 'rp_desk', name: 'Desk Hotel', scenes: [{ scene: 'hotel' }] };
  await lin.ask('POST', '/relying-parties', { body: added, registrar: 'not-the-token' });
  for (let tries = 0; tries < 2; tries++) await lin.ask('POST', '/relying-parties', { body: added });
  for (const query of ['', '?limit=0', '?find=desk', '?find=desk&standing=active'])
    await lin.ask('GET', `/relying-parties${query}`);
  for (const path of [rp, '/relying-parties/rp_nobody']) await lin.ask('GET', path);
  const change = async (part: string, body: object) =>
    lin.ask('PUT', `${rp}/${part}`, { body: { version: await lin.version(rp), ...body } });
  await change('name', { name: 'Desk Hotels' });
  await change('scenes', { scenes: [{ scene: 'hotel', counterWord: 'always' }] });
  await change('scenes', { scenes: [{ scene: 'hotel', counterWord: 'never' }] });
  await change('encryption-key', { key: makePair('enc').open });
  await change('encryption-key', { key: { ...makePair('enc').open, y: 'A'.repeat(43) } });
  await change('quotas', { quotas: { liveSessions: 10 } });
  await lin.ask('PUT', `${rp}/quotas`, { body: { version: 1, quotas: {} } });
  await lin.ask('POST', `${rp}/watch`);
}

async function playCounters(lin: Operator): Promise<void> {
  const key = makePair('desk-1').open;
  const added = { counterId: 'cnt_desk-1', rpId: 'rp_desk', name: 'Desk', place: 'Here', key };
  for (let tries = 0; tries < 2; tries++) await lin.ask('POST', '/counters', { body: added });
  for (const path of ['/counters', '/counters?limit=0', counter, '/counters/cnt_nobody'])
    await lin.ask('GET', path);
  const ask = async (method: string, part: string, body: object) =>
    lin.ask(method, `${counter}/${part}`, { body: { version: await lin.version(counter), ...body } });
  await ask('POST', 'registration', { place: 'There' });
  await ask('PUT', 'origins', { origins: ['https://desk.example'] });
  await ask('PUT', 'quotas', { quotas: { streams: 2 } });
  await ask('PUT', 'quotas', { quotas: { streams: 400 } });
  await ask('POST', 'keys', { key: makePair('desk-2').open });
  await ask('POST', 'keys', { key });
  await ask('POST', 'keys/rotate', { key: makePair('desk-3').open });
  await lin.ask('POST', `${counter}/keys/rotate`, { body: { version: 1, key: makePair('desk-4').open } });
  for (const kid of ['desk-2', 'none'])
    await lin.ask('POST', `${counter}/keys/${kid}/revoke`, { body: { reason: 'key-lost' } });
}

async function playPlaces(lin: Operator): Promise<void> {
  const places = [
    ['/acceptance-points', { acceptancePointId: 'acp_hall', place: 'Here' }, 'acp_hall', { place: 'There' }],
    ['/terminal-owners', { ownerId: 'own_desk' }, 'own_desk', {}],
  ] as const;
  for (const [path, ids, id, more] of places) {
    const body = { ...ids, rpId: 'rp_desk', name: 'Hall' };
    for (let tries = 0; tries < 2; tries++) await lin.ask('POST', path, { body });
    await lin.ask('GET', path);
    for (const each of [id, `${id.slice(0, 4)}nobody`]) await lin.ask('GET', `${path}/${each}`);
    const change = { body: { version: 1, name: 'Town Hall', ...more } };
    for (let tries = 0; tries < 2; tries++) await lin.ask('PUT', `${path}/${id}`, change);
    await lin.ask('POST', `${path}/${id}/revoke`, closed);
  }
}

async function playProposals(lin: Operator, wu: Operator): Promise<void> {
  const propose = async (): Promise<string> => {
    const proposed = { kind: 'trust-root', thumbprint: root };
    const { body } = await lin.ask('POST', '/proposals', { body: { proposed } });
    return `/proposals/${Object(body).proposalId}`;
  };
  const [first, other] = [await propose(), await propose()];
  for (const path of ['/proposals', first]) await lin.ask('GET', path);
  await lin.ask('POST', `${first}/approve`);
  for (let tries = 0; tries < 2; tries++) await wu.ask('POST', `${first}/approve`);
  for (let tries = 0; tries < 2; tries++) await lin.ask('POST', `${other}/withdraw`);
}

/** All that operators ask for about webhooks; what is sent goes nowhere. @param shown the body that the document shows of a call */
export async function playWebhooks(world: World, shown: (id: string) => unknown): Promise<void> {
  const webhooks = await openWebhooks(world);
  webhooks.record();
  const { webhook } = await webhooks.add('https://hooks.example.cn/desk');
  const path = `/webhooks/${webhook.webhookId}`;
  await webhooks.tryToAdd('https://hooks.example.cn/desk');
  await webhooks.ask('GET', '/relying-parties/rp_hotel/webhooks');
  await webhooks.ask('GET', path);
  await webhooks.ask('PUT', path, {
    url: 'https://hooks.example.cn/other',
    name: 'Desk',
    events: ['session.ended'],
  });
  for (const step of ['/pause', '/resume', '/rotate', '/test'])
    await webhooks.ask('POST', path + step, step === '/rotate' ? shown('rotateWebhook') : undefined);
  await webhooks.endOne();
  const delivered = async (): Promise<string> => {
    const { body } = await webhooks.ask('GET', `${path}/deliveries`);
    const found = Object(body).deliveries.find(({ state }: { state: string }) => state === 'delivered');
    if (found !== undefined) return found.eventId;
    await new Promise((later) => setTimeout(later, 20));
    return delivered();
  };
  await webhooks.ask('POST', `${path}/deliveries/${await delivered()}/replay`);
  await webhooks.ask('POST', `${path}/replay`, { since: 0 });
  await webhooks.ask('POST', `${path}/revoke`);
  for (const step of ['/pause', '/test']) await webhooks.ask('POST', path + step);
}
