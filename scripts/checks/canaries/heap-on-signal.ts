import { renameSync } from 'node:fs';
import { setFlagsFromString, writeHeapSnapshot } from 'node:v8';

/**
 * Loaded into the BFF before its own main, by the test alone: on SIGUSR2 the process writes a heap snapshot to the path in
 * CANARY_SNAPSHOT, with every string at its full length.
 */
const path = process.env.CANARY_SNAPSHOT;
if (path === undefined) throw new TypeError('CANARY_SNAPSHOT is not set');

setFlagsFromString('--heap-snapshot-string-limit=100000000');
process.on('SIGUSR2', () => renameSync(writeHeapSnapshot(`${path}.part`), path));
