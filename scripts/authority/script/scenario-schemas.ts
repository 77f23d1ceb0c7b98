import { type TProperties, type TSchema, Type } from 'typebox';
import { facePrompts, retryHints } from '../../../shared/challenge.ts';
import { exact, LevelSchema, oneOf } from '../../../shared/contract/schema.ts';
import { idPattern } from '../../../shared/ids.ts';
import type { ScenarioName } from '../ports/scenarios.ts';

const Session = Type.String({ pattern: idPattern.ses });

function scenario<const N extends string, P extends TProperties>(name: N, properties: P) {
  return exact({
    name: Type.Literal(name),
    sessionId: Type.Optional(Session),
    times: Type.Optional(Type.Integer({ minimum: 1 })),
    ...properties,
  });
}

const outcomes = ['pass', 'fail', 'retry'] as const;

/** The scenarios that stand until they are used up or cleared. */
const standing = {
  'fixed-challenge': scenario('fixed-challenge', {
    prompts: Type.Optional(Type.Array(oneOf(facePrompts), { minItems: 2, maxItems: 2 })),
    digits: Type.Optional(Type.String({ pattern: '^[0-9]{6}$' })),
  }),
  delay: scenario('delay', { ms: Type.Integer({ minimum: 1, maximum: 120_000 }) }),
  duplicate: scenario('duplicate', { sessionId: Session, outcome: oneOf(outcomes) }),
  outage: scenario('outage', {
    how: oneOf(['refuse', 'cut']),
    ms: Type.Optional(Type.Integer({ minimum: 1, maximum: 600_000 })),
  }),
  'wrong-clock': scenario('wrong-clock', { offsetMs: Type.Integer() }),
  'forged-verdict': scenario('forged-verdict', {}),
  'verdict-for-another-session': scenario('verdict-for-another-session', {}),
  'other-root': scenario('other-root', {}),
  'stub-decision': scenario('stub-decision', {
    outcome: oneOf(outcomes),
    hints: Type.Optional(Type.Array(oneOf(retryHints), { maxItems: 8 })),
    level: Type.Optional(LevelSchema),
  }),
} satisfies Record<ScenarioName, TSchema>;

/** What happens once, at once. */
export const Act = exact({ name: oneOf(['rotated-key', 'forgive', 'forget-samples']) });

export const AnyScenario = Type.Union(Object.values(standing));
