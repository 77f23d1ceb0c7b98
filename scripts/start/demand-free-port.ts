import { once } from 'node:events';
import { createServer } from 'node:net';

/** @throws Error that says what to do, when the port is not a free one of this machine */
export async function demandFreePort(host: string, port: number): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error('PORT must be a number from 1 to 65535.');
  const probe = createServer();
  try {
    probe.listen({ host, port });
    await once(probe, 'listening');
  } catch {
    throw new Error(
      `Port ${port} is taken, perhaps by another \`npm start\`. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    );
  } finally {
    probe.close();
  }
}
