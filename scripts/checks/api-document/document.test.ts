import { Compile } from 'typebox/schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { messageTable } from '../../../bff/src/http/reference/message-table.ts';
import { testServer } from '../../../bff/src/http/server.fixture.ts';
import * as limits from '../../../shared/limits.ts';
import { counterStates } from '../../../shared/sessions.ts';
import { at, isJson, type Json, type Operation, readDocument, resolved } from './document.fixture.ts';

let document: Json;
let operations: Operation[];
let components: Json;
beforeAll(async () => {
  ({ document, operations } = await readDocument());
  components = at(document, 'components');
});

/** Every object of the document with the way to it. */
function* walk(value: unknown, way = ''): Generator<[string, Json]> {
  if (Array.isArray(value)) for (const [index, each] of value.entries()) yield* walk(each, `${way}/${index}`);
  if (!isJson(value)) return;
  yield [way, value];
  // What is an example of JSON Schema is no schema.
  for (const [name, inner] of Object.entries(value))
    if (
      !['examples', 'example', 'value', 'enum', 'const', 'x-problems'].includes(name) ||
      way.endsWith('/properties')
    )
      yield* walk(inner, `${way}/${name}`);
}

/** Why a value does not fit a schema of the document. */
function misfit(schema: unknown, value: unknown): unknown {
  const [fits, errors] = Compile({ ...at(schema), components }).Errors(value);
  return fits ? undefined : errors.slice(0, 3);
}

describe('every schema of the API document', () => {
  it('tells of each property what it is, and shows a value', () => {
    const untold: string[] = [];
    let count = 0;
    for (const [way, schema] of walk(document)) {
      if (!isJson(schema.properties) || way.endsWith('/properties')) continue;
      for (const [name, property] of Object.entries(schema.properties)) {
        count++;
        const { description, examples, $ref } = at(property);
        const isShown = (Array.isArray(examples) && examples.length > 0) || typeof $ref === 'string';
        const isTold = typeof description === 'string' && /\S{2,}.*[.:!]/.test(description);
        if (!isTold || !isShown) untold.push(`${way}/${name}`);
      }
    }
    expect(untold).toEqual([]);
    expect(count).toBeGreaterThan(150);
  });

  it('has a name, where it is an object', () => {
    const inPaths = [...walk([document.paths, components.responses])].filter(([, { properties }]) =>
      isJson(properties),
    );
    expect(inPaths.map(([way]) => way)).toEqual([]);
  });

  it('is told in both languages, and referred to', () => {
    const text = JSON.stringify(document);
    for (const [name, schema] of Object.entries(at(components, 'schemas'))) {
      expect(at(schema).description, name).toMatch(/^.*\p{Script=Han}.*。[A-Z`].*/su);
      expect([name, text.includes(`"#/components/schemas/${name}"`)]).toEqual([name, true]);
    }
  });

  it('fits its own examples, and those of its properties', () => {
    const wrong: unknown[] = [];
    let count = 0;
    for (const [way, schema] of walk(document)) {
      if (!Array.isArray(schema.examples)) continue;
      for (const example of schema.examples) {
        count++;
        const why = misfit(schema, example);
        if (why !== undefined) wrong.push([way, why]);
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(200);
  });
});

describe('every webhook of the API document', () => {
  it('says within which time an answer counts, and that a wish to come back later is heeded, as the outbox does', () => {
    for (const event of Object.values(at(document, 'webhooks'))) {
      const answers = at(event, 'post', 'responses');
      expect(at(answers, '2XX').description).toContain(`within ${limits.webhookTimeout / 1000} seconds`);
      for (const status of ['429', '503']) {
        expect(at(answers, status).description).toContain(
          `${limits.webhookRetryAfterMost / 3_600_000} hours`,
        );
        expect(at(answers, status, 'headers')).toHaveProperty('Retry-After');
      }
    }
  });
});

describe('every call of the API document', () => {
  it('is told in both languages, under a tag that is told too', () => {
    const tags = new Set((Array.isArray(document.tags) ? document.tags : []).map((tag) => at(tag).name));
    for (const { id, operation } of operations) {
      expect(operation.summary, id).toMatch(/^\P{Script=Latin}*\p{Script=Han}.* · [A-Z][a-z ]+$/su);
      expect(operation.description, id).toMatch(/^[A-Z].*\.$/s);
      expect(Array.isArray(operation.tags) && operation.tags.every((tag) => tags.has(tag)), id).toBe(true);
    }
  });

  it('shows each body that is sent or answered by an example that fits', () => {
    const wrong: unknown[] = [];
    let count = 0;
    for (const [way, { content }] of walk([document.paths, components.responses])) {
      if (!isJson(content)) continue;
      for (const [type, media] of Object.entries(content)) {
        const { schema, example, examples = {} } = at(media);
        const shown =
          example === undefined
            ? Object.values(at(examples)).map((each) => resolved(document, each).value)
            : [example];
        if (shown.length === 0) wrong.push([way, type, 'nothing is shown']);
        for (const value of shown) {
          count++;
          const why = misfit(schema, value);
          if (why !== undefined) wrong.push([way, type, why]);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(300);
  });

  it('has its refusals by status, each shown by its codes', () => {
    for (const { id, operation } of operations) {
      const refused = Object.entries(at(operation, 'responses')).filter(([status]) => /^[45]/.test(status));
      for (const status of ['400', '429', '500', '503'])
        expect(
          refused.map(([each]) => each),
          id,
        ).toContain(status);
      for (const [status, answer] of refused)
        for (const example of Object.values(
          at(resolved(document, answer), 'content', 'application/problem+json', 'examples'),
        )) {
          const { value } = resolved(document, example);
          expect([id, at(value).status]).toEqual([id, Number(status)]);
        }
    }
  });

  it('has the whole table of messages: each state, for each audience, in both languages', async () => {
    const world = await testServer();
    const answered: unknown = await (await fetch(`${world.url}/counter/v1/messages`)).json();
    await world.server.close();
    await world.ports.db.close();
    const [table] = Object.values(
      at(
        document,
        'paths',
        '/counter/v1/messages',
        'get',
        'responses',
        '200',
        'content',
        'application/json',
        'examples',
      ),
    );
    const shown = at(table).value;
    expect(shown).toEqual(messageTable);
    expect(answered).toEqual(shown);
    const states = new Set(messageTable.messages.map(({ state }) => state));
    for (const state of counterStates) expect(states).toContain(state);
    for (const { clerk, guest, integrator } of messageTable.messages)
      for (const text of [clerk.title, clerk.hint, guest.title, guest.hint, integrator])
        for (const language of ['zh', 'en'] as const) expect(text[language]).toMatch(/\S/);
  });

  it('describes and shows each parameter', () => {
    for (const { id, operation } of operations)
      for (const parameter of Array.isArray(operation.parameters) ? operation.parameters : []) {
        const { name, description, schema, example } = at(parameter);
        expect(description, `${id} ${name}`).toMatch(/\S/);
        expect([id, name, misfit(schema, example)]).toEqual([id, name, undefined]);
      }
  });
});
