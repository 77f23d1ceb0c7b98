import { runCommand } from '../program/run-command.ts';
import { findVerb } from './find-verb.ts';
import { openDesk } from './open-desk.ts';
import { options } from './options.ts';
import { usage } from './usage.ts';

/** `npm run rp`. */
await runCommand({
  ...{ usage, options, words: [1, 5] },
  async run([name = '', ...about], values) {
    const verb = findVerb(name, about);
    const desk = await openDesk(values.bff?.replace(/\/$/, ''));
    try {
      await verb(desk, values);
    } finally {
      await desk.close();
    }
  },
});
