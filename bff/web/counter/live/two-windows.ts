/**
 * What the windows of one desk say to each other: the clerk's tab tells which check is on, the guest's window shows it. The guest's
 * may ask for a new session where the one that it shows is over; it opens and ends nothing by itself.
 */
export interface TwoWindows {
  /** The clerk's: what is on has changed. */
  tell(): void;
  /** The guest's: the session that it shows cannot be shown any more. */
  askAnew(sessionId: string): void;
  close(): void;
}

export type Face = 'clerk' | 'guest';

export interface Desk<Shared extends { view: { sessionId: string } }> {
  face: Face;
  /** The tab of the clerk; undefined in a window of the guest's that was opened by itself: it shows whichever tab speaks last. */
  tab: string | undefined;
  /** The clerk's check that is on. */
  check(): Shared | undefined;
  /** The guest's: the clerk has this on now. */
  heard(check: Shared | undefined): void;
  /** The clerk's: opens a new session in the place of the one that is on. */
  reopen(): void;
}

type Said<Shared> =
  | { say: 'on'; tab: string; check: Shared | undefined }
  | { say: 'what' }
  | { say: 'anew'; sessionId: string };

/** Windows that were loaded from different versions of the page do not hear each other. */
const channelName = 'liangzheng-desk 1';

export function twoWindows<Shared extends { view: { sessionId: string } }>(
  { face, tab, check, heard, reopen }: Desk<Shared>,
  channel: BroadcastChannel = new BroadcastChannel(channelName),
): TwoWindows {
  const say = (said: Said<Shared>) => channel.postMessage(said);
  const tell = () => {
    if (face === 'clerk' && tab !== undefined) say({ say: 'on', tab, check: check() });
  };
  channel.onmessage = ({ data }: MessageEvent<Said<Shared>>) => {
    switch (data.say) {
      case 'what':
        tell();
        break;
      case 'on':
        if (face === 'guest' && (tab === undefined || tab === data.tab)) heard(data.check);
        break;
      case 'anew':
        if (face === 'clerk' && check()?.view.sessionId === data.sessionId) reopen();
    }
  };
  if (face === 'guest') say({ say: 'what' });
  return {
    tell,
    askAnew: (sessionId) => say({ say: 'anew', sessionId }),
    close: () => channel.close(),
  };
}
