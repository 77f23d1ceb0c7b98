import { errorTexts } from '../../../../shared/error-texts.ts';
import { type ErrorCode, errors } from '../../../../shared/errors.ts';
import type { Operations } from './entry.ts';
import { headerComponents } from './headers.ts';
import { operations } from './operations/all.ts';
import { schemas } from './schemas/all.ts';
import { problemExample } from './schemas/problems.ts';
import { teachOperation } from './teach-operation.ts';
import { teachWebhooks } from './teach-webhooks.ts';
import { nameSchemas } from './written/named-schemas.ts';
import { shareAnswers } from './written/share-answers.ts';
import { skeletonOf } from './written/skeleton.ts';

/**
 * The whole OpenAPI document: what the routes make, with every schema under its name, every property, parameter and answer described
 * and shown by an example, every refusal that a call can give, and the headers of answers.
 * @throws Error where a call has no text, or a text no call
 */
export function teach(document: unknown, told: Operations = operations): Record<string, unknown> {
  const skeleton = skeletonOf(document);
  const names = nameSchemas(schemas);
  const left = new Set(Object.keys(told));
  const whole = Object.fromEntries(
    Object.entries(skeleton.paths).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([method, bare]) => {
          const text = told[bare.operationId];
          if (text === undefined) throw new Error(`nothing is told of ${bare.operationId}`);
          left.delete(bare.operationId);
          return [method, teachOperation(bare, text, names)];
        }),
      ),
    ]),
  );
  if (left.size > 0) throw new Error(`no call has the name ${[...left].join(', ')}`);
  const { paths, responses } = shareAnswers(whole);
  const used = JSON.stringify([paths, responses]);
  const whereUsed = (kind: 'examples' | 'headers', all: Record<string, object>) =>
    Object.fromEntries(
      Object.entries(all).filter(([name]) => used.includes(`"#/components/${kind}/${name}"`)),
    );
  const { securitySchemes } = skeleton.components;
  return {
    ...skeleton,
    components: {
      securitySchemes: Object.fromEntries(
        Object.entries(securitySchemes).filter(([name]) => used.includes(`"${name}":[]`)),
      ),
      schemas: {
        ...names.schemas,
        Problem: { ...names.schemas.Problem, 'x-problems': problemTable() },
      },
      responses,
      headers: whereUsed('headers', headerComponents),
      examples: whereUsed('examples', {
        ...names.examples,
        ...Object.fromEntries(
          codes.map((code) => [code, { summary: errorTexts[code].en, value: problemExample(code) }]),
        ),
      }),
    },
    paths,
    webhooks: teachWebhooks(names.schemas),
  };
}

const isCode = (word: string): word is ErrorCode => word in errors;
const codes = Object.keys(errors).filter(isCode);

/** All that is fixed about each code. */
function problemTable(): Record<string, unknown> {
  return Object.fromEntries(codes.map((code) => [code, { ...errors[code], ...errorTexts[code] }]));
}
