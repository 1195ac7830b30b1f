// Turns answers into JSON by the schemas of their routes, so that nothing leaves that no schema names.
// Compiled when first used, and once for all routes that share a schema: all at once would hold up the server's start.
import fastJsonStringify from 'fast-json-stringify';

type Serialize = (answer: unknown) => string;

const compiled = new WeakMap<object, Serialize>();

export function serializerOf(schema: object): Serialize {
  return (answer) => {
    let serialize = compiled.get(schema);
    if (serialize === undefined) {
      serialize = fastJsonStringify(schema) as Serialize;
      compiled.set(schema, serialize);
    }
    return serialize(answer);
  };
}
