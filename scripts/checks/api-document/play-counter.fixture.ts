import { randomUUID } from 'node:crypto';
import { openProgram } from '../../../bff/attacks/device-flow/program.fixture.ts';
import { send } from '../../../bff/attacks/world/answers.fixture.ts';
import { ended } from '../../../bff/attacks/world/check.fixture.ts';
import { claimedWithWord, lookAndSpeak } from '../../../bff/attacks/world/word.fixture.ts';
import type { World } from '../../../bff/attacks/world/world.fixture.ts';

const nobody = `ses_${'A'.repeat(22)}`;

/** Every call of a counter, with a success and a refusal each. @param shown the body that the document shows of a call */
export async function playCounter(
  world: World,
  shown: (id: string, name?: string) => unknown,
): Promise<void> {
  const { hotel } = world;
  await hotel.token();
  await hotel.askToken('no.assertion.');
  await playDeviceFlow(world);
  await playPageToken(world, shown('issuePageToken'));
  const at = (sessionId: string, step = '') => `/counter/v1/sessions/${sessionId}${step}`;

  await hotel.askSession(shown('openSession'));
  await hotel.askSession({ scene: 'traffic', purpose: 'roadside-check' });
  await hotel.ask('POST', '/counter/v1/sessions', { body: shown('openSession') });
  await hotel.askSession('{', randomUUID());
  const { sessionId } = await hotel.open();
  await hotel.ask('GET', at(sessionId));
  await hotel.ask('GET', at(nobody));
  await hotel.ask('GET', at(sessionId, '/code.png?size=480'));
  await hotel.ask('GET', at(nobody, '/code.png'));
  await hotel.ask('GET', '/counter/v1/sessions');
  await hotel.ask('GET', '/counter/v1/sessions?since=x');
  await hotel.ask('GET', '/counter/v1/reports');
  await hotel.ask('GET', '/counter/v1/reports', { token: 'no-token' });
  await hotel.ask('GET', '/counter/v1/sessions', { token: 'no-token' });

  await hotel.ask('POST', at(sessionId, '/extend'));
  await hotel.ask('POST', at(sessionId, '/extend'));
  await hotel.ask('POST', at(sessionId, '/word'), { body: shown('giveWord') });
  const check = await claimedWithWord(world);
  await hotel.ask('POST', at(check.sessionId, '/word'), { body: shown('giveWord') });
  await hotel.ask('POST', at(sessionId, '/end'), { body: shown('endSession') });
  await hotel.ask('POST', at(sessionId, '/end'), { body: { reason: 'abandoned' } });

  const leave = new AbortController();
  const headers = { authorization: `Bearer ${await hotel.token()}` };
  const stream = await fetch(`${world.url}/counter/v1/events`, { headers, signal: leave.signal });
  await readUntil(stream, 'event: session');
  leave.abort();
  await hotel.ask('GET', '/counter/v1/events', { token: 'no-token' });
}

/** What the server of an embedded counter asks for, and what its page may not. */
async function playPageToken({ hotel }: World, shown: unknown): Promise<void> {
  const path = '/counter/v1/page-tokens';
  const headers = { origin: 'https://desk.hotel.example' };
  const { body } = await hotel.ask('POST', path, { body: shown });
  await hotel.ask('POST', path, { body: { origin: 'https://elsewhere.example' } });
  await hotel.ask('POST', path, { body: shown, headers, token: Object(body).pageToken });
}

/** A check that a stock client opens, and what it hears of it until the guest has said the word. */
async function playDeviceFlow(world: World): Promise<void> {
  const program = openProgram(world);
  await program.authorize({ scope: 'hotel' });
  await openProgram(world, world.netBar).authorize({ scope: 'net-bar:log-on' });
  const given = await program.open();
  await program.ask(given.device_code);
  await program.ask(given.device_code);
  await program.ask('no-code');
  const body = (userCode: string) => JSON.stringify({ userCode });
  for (const userCode of [given.user_code, 'BBBB-BBBB'])
    await send(`${world.url}/device/v1/user-codes`, {
      ...{ method: 'POST', body: body(userCode), headers: { 'content-type': 'application/json' } },
    });
  const check = await claimedWithWord(world, { code: given.verification_uri_complete });
  const { word } = await lookAndSpeak(check);
  await world.hotel.typeWord(check.sessionId, word);
  await ended(check);
  world.clock.pass(20_000);
  await program.ask(given.device_code);
}

async function readUntil(answer: Response, word: string): Promise<void> {
  const decoder = new TextDecoder();
  let read = '';
  // The recorder reads the same stream: it ends by the caller's leaving.
  for await (const chunk of answer.body?.values({ preventCancel: true }) ?? []) {
    read += decoder.decode(chunk, { stream: true });
    if (read.includes(word)) return;
  }
}
