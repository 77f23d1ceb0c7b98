import { followStream } from '../../desk/stream/follow-stream.ts';
import { counterToken } from '../counter-token.ts';
import type { FromTab, ToTabs } from './messages.ts';
import { knownSessions, type StreamHub, streamHub } from './stream-hub.ts';

/**
 * A shared worker, named after its counter: follows the stream once for all tabs of the browser, while there is one. It ends with the
 * last of them.
 */
const token = counterToken(self.name);
const ports = new Set<MessagePort>();
let hub: StreamHub | undefined;

function tell(message: ToTabs): void {
  for (const port of ports) port.postMessage(message);
}

function leave(port: MessagePort): void {
  ports.delete(port);
  port.close();
  if (ports.size > 0) return;
  hub?.stop();
  hub = undefined;
}

function hear(port: MessagePort, message: FromTab): void {
  if (message.say === 'leave') leave(port);
  else if (message.say === 'join') {
    ports.add(port);
    hub ??= streamHub(knownSessions(), (after, follower) => followStream(token, after, follower), tell);
    for (const said of hub.soFar()) port.postMessage(said);
  } else hub?.hear(message);
}

addEventListener('connect', (event) => {
  if (!(event instanceof MessageEvent)) return;
  for (const port of event.ports) port.onmessage = ({ data }: MessageEvent<FromTab>) => hear(port, data);
});
