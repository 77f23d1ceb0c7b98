import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  away,
  opened,
  type Played,
  places,
  playService,
  stream,
  usedUp,
  view,
} from './played-service.fixture.ts';

const reason = { scene: 'hotel', purpose: 'check-in' } as const;
const declined = { ...view, state: 'declined', version: 2 };
const silent = () => stream();
const ends = () => stream(declined);
/** As a long poll answers, which waits for a change. */
const reads = (said: object) => async () => {
  await new Promise((later) => setTimeout(later, 100));
  return Response.json(said);
};

/** Milliseconds between the first two questions. Timers end a moment early. */
function pauseAt({ askedAt }: Played, place: Parameters<Played['askedAt']>[0]): number {
  const [first = Number.NaN, second = Number.NaN] = askedAt(place);
  return second - first;
}
const asked = 990;

describe('waiting for the end, while the service is busy', () => {
  it('goes on after a pause as long as a 429 asks for, at the stream, the check and the poll', async () => {
    const played = await playService({
      [places.events]: [() => usedUp(1), ends],
      [places.read]: [() => usedUp(1)],
    });
    expect(await played.counter.awaitEnd('ses_a')).toMatchObject({ state: 'declined' });
    expect(pauseAt(played, places.events)).toBeGreaterThan(asked);
  });

  it('reads what ended before the stream stood, once it may', async () => {
    const played = await playService({
      [places.events]: [silent],
      [places.read]: [() => usedUp(1), reads(declined)],
    });
    expect(await played.counter.awaitEnd('ses_a')).toMatchObject({ state: 'declined' });
    expect(pauseAt(played, places.read)).toBeGreaterThan(asked);
  });

  it.each([
    ['seconds', () => '1'],
    ['a date', () => new Date(Math.ceil(Date.now() / 1000) * 1000 + 1000).toUTCString()],
  ])('heeds a proxy that says when it is back, in %s', async (_, when) => {
    const played = await playService({
      [places.events]: [() => away(when()), ends],
      [places.read]: [reads(view)],
    });
    expect(await played.counter.awaitEnd('ses_a')).toMatchObject({ state: 'declined' });
    expect(pauseAt(played, places.events)).toBeGreaterThan(asked);
  });

  it('polls while it may have no stream, and asks for none before it may', async () => {
    const claimed = { ...view, state: 'claimed', version: 2 };
    const played = await playService({
      [places.events]: [() => usedUp(60)],
      [places.read]: [reads(view), reads(claimed), reads({ ...declined, version: 3 })],
    });
    expect(await played.counter.awaitEnd('ses_a')).toMatchObject({ state: 'declined' });
    expect(played.askedAt(places.events)).toHaveLength(1);
  });

  it('does not wait for a key, or a check, that does not count', async () => {
    const gone = () =>
      Response.json(
        { title: 'x', detail: 'x', status: 404, code: 'not-found', retryable: false, traceId: 'a' },
        { status: 404 },
      );
    const { counter } = await playService({ [places.events]: [silent], [places.read]: [gone] });
    await expect(counter.awaitEnd('ses_a')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a call', () => {
  it('is made again after a short pause that the service asks for', async () => {
    const played = await playService({ [places.open]: [() => usedUp(1), opened] });
    expect(await played.counter.open(reason)).toMatchObject({ id: 'ses_a' });
    expect(pauseAt(played, places.open)).toBeGreaterThan(asked);
  });

  it('is refused at once where the pause is longer than a clerk waits, and says how long', async () => {
    const played = await playService({ [places.open]: [() => usedUp(60)] });
    await expect(played.counter.open(reason)).rejects.toMatchObject({
      code: 'too-many-requests',
      retryAfter: 60,
    });
    expect(played.askedAt(places.open)).toHaveLength(1);
  });
});

describe('the codes of a check, after this machine slept', () => {
  afterEach(() => vi.restoreAllMocks());

  /** Which of the first so many looks show a code then. */
  async function shownAfterSleep(reading: (() => Response)[], count: number) {
    const { now } = Date;
    let slept = 0;
    vi.spyOn(Date, 'now').mockImplementation(() => now() + slept);
    const played = await playService({ [places.read]: reading });
    const check = await played.counter.open(reason);
    slept = 60_000;
    const over = new AbortController();
    const shown: boolean[] = [];
    for await (const code of check.codes(over.signal))
      if (shown.push(code !== undefined) === count) over.abort();
    return { shown, played };
  }

  it('go on by the date of a refusal', async () => {
    const { shown } = await shownAfterSleep([() => usedUp(60)], 3);
    expect(shown).toEqual([false, true, true]);
  });

  it('go on after the pause that was asked for, where a refusal tells no time', async () => {
    const { shown, played } = await shownAfterSleep([() => usedUp(1, {}), () => usedUp(1)], 3);
    expect(shown).toEqual([false, false, true]);
    expect(pauseAt(played, places.read)).toBeGreaterThan(asked);
  });
});
