import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';

const Schema = Type.Record(Type.String(), Type.Unknown());
const Content = Type.Record(Type.String(), Type.Object({ schema: Type.Optional(Schema) }));

const Parameter = Type.Object({
  name: Type.String(),
  in: Type.String(),
  required: Type.Optional(Type.Boolean()),
  description: Type.Optional(Type.String()),
  example: Type.Optional(Type.Unknown()),
  schema: Schema,
});
export type Parameter = Static<typeof Parameter>;

const BareOperation = Type.Object({
  operationId: Type.String(),
  summary: Type.String(),
  description: Type.Optional(Type.String()),
  tags: Type.Array(Type.String()),
  security: Type.Array(Type.Record(Type.String(), Type.Array(Type.String()))),
  parameters: Type.Optional(Type.Array(Parameter)),
  requestBody: Type.Optional(Type.Object({ content: Content })),
  /** Whether what it made can be read somewhere; no part of the document itself. */
  'x-made': Type.Optional(Type.Boolean()),
  responses: Type.Record(Type.String(), Type.Object({ content: Type.Optional(Content) })),
});
export type BareOperation = Static<typeof BareOperation>;

const Skeleton = Type.Object({
  components: Type.Object({ securitySchemes: Schema }),
  paths: Type.Record(Type.String(), Type.Record(Type.String(), BareOperation)),
});
export type Skeleton = Static<typeof Skeleton>;

const fits = Compile(Skeleton);

/** The document as the routes make it: every call with its shapes, and nothing said about them. @throws Error where it is none */
export function skeletonOf(document: unknown): Skeleton {
  const written: unknown = JSON.parse(JSON.stringify(document));
  if (!fits.Check(written))
    throw new Error(`the routes make no document: ${JSON.stringify(fits.Errors(written)[0])}`);
  return written;
}
