import type { FromTab, ToTabs } from './messages.ts';

/** A tab's way to the one that follows the stream. */
export interface Tab {
  send(message: FromTab): void;
  leave(): void;
}

/**
 * Joins the shared worker of the counter, which is started where there is none.
 * @param failed called where it cannot be started
 */
export function joinWorker(counterId: string, hear: (message: ToTabs) => void, failed: () => void): Tab {
  const worker = new SharedWorker(new URL('./stream-worker.ts', import.meta.url), {
    type: 'module',
    name: counterId,
  });
  const { port } = worker;
  worker.onerror = failed;
  port.onmessage = ({ data }: MessageEvent<ToTabs>) => hear(data);
  const send = (message: FromTab) => port.postMessage(message);
  send({ say: 'join' });
  return {
    send,
    leave() {
      send({ say: 'leave' });
      port.close();
    },
  };
}
