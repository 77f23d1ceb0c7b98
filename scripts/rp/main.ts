import { openDesk } from './open-desk.ts';
import { readOptions } from './options.ts';
import { runVerb } from './run-verb.ts';
import { usage } from './usage.ts';

/** `npm run rp`: ends with 0 where it was done, with 1 and a sentence where not. */
try {
  const { positionals, values } = readOptions(process.argv.slice(2));
  const [verb, ...about] = positionals;
  if (verb === undefined || values.help) process.stdout.write(usage);
  else {
    const desk = await openDesk(values.bff?.replace(/\/$/, ''));
    try {
      if (!(await runVerb(desk, verb, about, values))) {
        process.stderr.write(usage);
        process.exitCode = 1;
      }
    } finally {
      await desk.close();
    }
  }
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : 'That did not work.'}\n`);
  process.exitCode = 1;
}
