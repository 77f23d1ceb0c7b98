import type { TObject, TProperties, TSchema } from 'typebox';
import type { ErrorCode } from '../../../../shared/errors.ts';

/**
 * What a property is, its unit included, a value that it may have, none where a named schema says all of it, and the schema of what a
 * text holds.
 */
export type Told = readonly [text: string, example?: unknown, holds?: TSchema];

/** A whole value of a schema, and what it shows. */
export interface Example {
  summary: string;
  value: unknown;
}

/** A schema of the document that has a name: what it is in both languages, and what each property is. */
export interface Entry {
  schema: TSchema;
  zh: string;
  en: string;
  properties?: Readonly<Record<string, Told>> | undefined;
  examples?: Readonly<Record<string, Example>> | undefined;
}

export type Entries = Readonly<Record<string, Entry>>;

/** A text in both languages and, where its own properties do not make a good one, examples. */
interface About {
  zh: string;
  en: string;
  examples?: Readonly<Record<string, Example>>;
}

/**
 * An object of the contract that reaches phones, and so has its texts here and not beside its properties. A property without a text,
 * or a text without a property, does not compile.
 */
export function told<P extends TProperties>(
  schema: TObject<P>,
  about: About,
  properties: Readonly<Record<keyof P & string, Told>>,
): Entry {
  return { schema, ...about, properties };
}

/**
 * Any other schema: its properties, if it has some, carry their own texts.
 * @param properties those of objects within it, which have none of their own
 */
export function named(schema: TSchema, about: About, properties?: Readonly<Record<string, Told>>): Entry {
  return { schema, ...about, properties };
}

/** What is told of a call beyond its shape. */
export interface Operation {
  /** What it is for, in a few words of Chinese: its name for people, beside the operation id. */
  zh: string;
  /** What the sentence of the contract leaves out; Markdown. */
  more?: string;
  /** The codes that are this call's own, beside those that every call of its kind may give. */
  refuses?: readonly ErrorCode[];
  /** Parameters that no schema checks. */
  parameters?: readonly { name: string }[];
  /** What is sent, as examples; the schema's own where absent. */
  sends?: Readonly<Record<string, Example>>;
  /** The answer, where its shape is not all there is to tell: a stream of events. */
  answer?: object;
  /** Another answer than a problem under a status of refusals. */
  also?: { status: number; answer: TSchema };
  /** What is answered, as examples; the schema's own where absent. */
  answers?: Readonly<Record<string, Example>>;
}

export type Operations = Readonly<Record<string, Operation>>;
