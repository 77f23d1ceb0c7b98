import serializers from '@fastify/fast-json-stringify-compiler';

/**
 * Compiles the schema of an answer when it is given for the first time: there are some thousand of them, of which a process gives few, and all of them
 * at its start would take a third of it. Every operation is answered in a test, so that no schema that cannot be compiled gets as far as here.
 */
export const serializeLazily: serializers.SerializerFactory = (externalSchemas, options) => {
  const compile = serializers()(externalSchemas, options);
  return (route) => {
    let compiled: serializers.Serializer | undefined;
    return (answer) => {
      compiled ??= compile(route);
      return compiled(answer);
    };
  };
};
