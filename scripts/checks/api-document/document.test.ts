import { Compile } from 'typebox/schema';
import { beforeAll, describe, expect, it } from 'vitest';
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

  it('describes and shows each parameter', () => {
    for (const { id, operation } of operations)
      for (const parameter of Array.isArray(operation.parameters) ? operation.parameters : []) {
        const { name, description, schema, example } = at(parameter);
        expect(description, `${id} ${name}`).toMatch(/\S/);
        expect([id, name, misfit(schema, example)]).toEqual([id, name, undefined]);
      }
  });
});
