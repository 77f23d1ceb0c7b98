import { errorTexts } from '../../../../shared/error-texts.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import type { Example, Operation } from './entry.ts';
import { headersOf } from './headers.ts';
import { parameterTexts } from './parameters.ts';
import { type CallKind, refusalsOf } from './refusals.ts';
import { oauthExample } from './schemas/access.ts';
import { exampleOf } from './written/example-of.ts';
import { type JsonSchema, plain } from './written/json-schema.ts';
import type { NamedSchemas } from './written/named-schemas.ts';
import type { BareOperation, Parameter } from './written/skeleton.ts';

/** One call with all that is told of it. */
export function teachOperation(
  bare: BareOperation,
  told: Operation,
  names: NamedSchemas,
): Record<string, unknown> {
  const [tag = ''] = bare.tags;
  const kind = kindOf(bare, told);
  const { requestBody, responses, parameters = [], 'x-made': made = false, ...rest } = bare;
  const answered = Object.entries(responses).filter(([status]) => status !== 'default');
  const given = answered.map(([status, { content = {} }]) => [
    status,
    {
      description: descriptionOf(content, names),
      headers: headersOf({ tag, status: Number(status), made }),
      content: contentOf(
        told.answer === undefined ? content : inPlace(content, told.answer),
        names,
        told.answers,
      ),
    },
  ]);
  const refused = [...refusalsOf(kind, told.refuses ?? [])].map(([status, codes]) => {
    const { description, content } = refusal(codes, kind);
    const also = told.also?.status === status ? plainContent(told.also.answer, names) : {};
    return [
      String(status),
      { description, headers: headersOf({ tag, status }), content: { ...content, ...also } },
    ];
  });
  const all = [...parameters.map((each) => teachParameter(each, names)), ...(told.parameters ?? [])];
  return {
    ...rest,
    summary: `${told.zh} · ${wordsOf(bare.operationId)}`,
    description: [bare.summary, told.more].filter((each) => each !== undefined).join('\n\n'),
    ...(all.length > 0 && { parameters: all }),
    ...(requestBody && {
      requestBody: { required: true, content: contentOf(requestBody.content, names, told.sends) },
    }),
    responses: { ...Object.fromEntries(given), ...Object.fromEntries(refused), default: otherwise(kind) },
  };
}

/** `openSession` becomes `Open session`: what is short enough to stand in a list. */
function wordsOf(operationId: string): string {
  const words = operationId.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function kindOf({ security, parameters = [], requestBody, tags }: BareOperation, told: Operation): CallKind {
  const [type] = Object.keys(requestBody?.content ?? {});
  return {
    schemes: security.flatMap((scheme) => Object.keys(scheme)),
    takes: type === undefined ? 'nothing' : (bodyOf[type] ?? 'json'),
    creates: [...parameters, ...(told.parameters ?? [])].some(({ name }) => name === 'idempotency-key'),
    stores: !tags.includes('public'),
  };
}

const bodyOf: Readonly<Record<string, CallKind['takes']>> = {
  'application/x-www-form-urlencoded': 'form',
  'application/octet-stream': 'stream',
};

type Content = Readonly<Record<string, { schema?: JsonSchema }>>;

/** The bodies with their schemas by name, and their examples. */
function contentOf(content: Content, names: NamedSchemas, own?: Readonly<Record<string, Example>>): object {
  return Object.fromEntries(
    Object.entries(content).map(([type, { schema = {} }]) => {
      const entry = names.entryOf(schema);
      const linked = names.linked(schema);
      if (own !== undefined) return [type, { schema: linked, examples: own }];
      if (entry === undefined) return [type, { schema: linked, example: exampleOf(linked, names.schemas) }];
      const shared = Object.keys(entry.examples ?? { whole: {} }).map((each) => [
        each,
        { $ref: `#/components/examples/${entry.name}.${each}` },
      ]);
      return [type, { schema: linked, examples: Object.fromEntries(shared) }];
    }),
  );
}

const inPlace = (content: Content, answer: object): Content =>
  Object.fromEntries(Object.keys(content).map((type) => [type, { schema: { ...answer } }]));

function descriptionOf(content: Content, names: NamedSchemas): string {
  const [{ schema = {} } = {}] = Object.values(content);
  const said = names.entryOf(schema)?.en ?? schema.description;
  return typeof said === 'string' ? said : 'Done.';
}

function teachParameter(parameter: Parameter, names: NamedSchemas): object {
  const { description, example } = parameterTexts[parameter.name] ?? {};
  const schema = names.linked(parameter.schema);
  return {
    ...parameter,
    description: parameter.description ?? schema.description ?? description,
    schema,
    example: parameter.example ?? example ?? exampleOf(schema, names.schemas),
  };
}

const plainContent = (answer: object, names: NamedSchemas): object =>
  contentOf({ 'application/json': { schema: plain(answer) } }, names);

function refusal(codes: readonly ErrorCode[], kind: CallKind): { description: string; content: object } {
  const description = codes.map((code) => `\`${code}\``).join(', ');
  return { description, content: problemContent(codes, kind) };
}

/** What a newer server may refuse with: a client goes by `status`, `retryable` and `action`. */
function otherwise(kind: CallKind): object {
  return {
    description: 'Any other problem. Go by `status`, `retryable` and `action`.',
    content: problemContent(['internal-fault'], kind),
  };
}

function problemContent(codes: readonly ErrorCode[], { takes }: CallKind): object {
  if (takes !== 'form') {
    const examples = codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]);
    return {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(examples),
      },
    };
  }
  const examples = codes.map((code) => [code, { summary: errorTexts[code].en, value: oauthExample(code) }]);
  const media = {
    schema: { $ref: '#/components/schemas/TokenProblem' },
    examples: Object.fromEntries(examples),
  };
  return { 'application/problem+json': media, 'application/json': media };
}
