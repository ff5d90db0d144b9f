/** An OpenAPI document, as far as this lab looks into it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A schema of JSON Schema 2020-12, with everything that it refers to. */
export type AnswerSchema = { readonly [key: string]: Json };

/** Where definitions stand in the schema that is made here. */
const definitions = 'definitions';

/**
 * The schema of the successful answer of `GET path` as a JSON Schema; undefined where the document has none. What is translated, and nothing else is:
 * - OpenAPI 3.1 is JSON Schema 2020-12 as it stands.
 * - OpenAPI 2.0 and 3.0 are dialects of an older one, and the keywords that the generators write mean the same in both. Only
 *   `nullable` and `x-nullable` become a type `null` beside the own one, and siblings of `$ref` are left out, because both
 *   versions tell readers to ignore them.
 * - `closed` forbids names that an object does not declare. No generator says so; a client that was made from the schema has
 *   no place for them all the same.
 */
export function answerSchema(document: Json, path: string, closed: boolean): AnswerSchema | undefined {
  const version = text(at(document, 'openapi')) ?? text(at(document, 'swagger')) ?? '';
  const answer = at(document, 'paths', path, 'get', 'responses', '200');
  const root = at(answer, 'schema') ?? at(answer, 'content', 'application/json', 'schema');
  const named = at(document, 'definitions') ?? at(document, 'components', 'schemas');
  if (root === undefined || named === undefined) return undefined;
  const modern = version.startsWith('3.1');
  const convert = (one: Json): Json => translated(one, { modern, closed });
  return {
    ...(convert(root) as { [key: string]: Json }),
    [definitions]: Object.fromEntries(Object.entries(named as object).map(([name, one]) => [name, convert(one)])),
  };
}

interface Dialect {
  readonly modern: boolean;
  readonly closed: boolean;
}

function translated(value: Json, dialect: Dialect): Json {
  if (isList(value)) return value.map((one) => translated(one, dialect));
  if (value === null || typeof value !== 'object') return value;
  const { $ref } = value;
  if (typeof $ref === 'string') {
    const target = `#/${definitions}/${$ref.slice($ref.lastIndexOf('/') + 1)}`;
    if (!dialect.modern) return { $ref: target };
    return { ...siblings(value, dialect), $ref: target };
  }
  const own = siblings(value, dialect);
  const nullable = !dialect.modern && (value.nullable === true || value['x-nullable'] === true);
  if (nullable) {
    // allOf of one reference, as the generators write a nullable message.
    if (own.allOf !== undefined) return { anyOf: [own, { type: 'null' }] };
    if (own.enum !== undefined && isList(own.enum)) own.enum = [...own.enum, null];
    if (typeof own.type === 'string') own.type = [own.type, 'null'];
  }
  const names = ['properties', 'allOf', 'oneOf', 'anyOf'].some((key) => own[key] !== undefined);
  if (dialect.closed && names && own.additionalProperties === undefined) own.unevaluatedProperties = false;
  return own;
}

/** The keywords of a schema, their schemas translated. Those for people, and extensions, are left out. */
function siblings(schema: { readonly [key: string]: Json }, dialect: Dialect): { [key: string]: Json } {
  const own: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key.startsWith('x-') || forPeople.has(key)) continue;
    own[key] =
      key === 'properties'
        ? Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, translated(one, dialect)]))
        : // Parts of one object: the whole is closed, not each of them.
          translated(value, /Of$/.test(key) ? { ...dialect, closed: false } : dialect);
  }
  return own;
}

/** Words that no answer is measured by. `format` is one of them: what it says of numbers is their width. */
const forPeople: ReadonlySet<string> = new Set([
  'title',
  'description',
  'example',
  'default',
  'format',
  'readOnly',
  'nullable',
]);

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value at the end of a way through objects and lists. */
export function at(value: Json | undefined, ...keys: readonly string[]): Json | undefined {
  let found = value;
  for (const key of keys) {
    if (found === null || typeof found !== 'object') return undefined;
    found = isList(found) ? found[Number(key)] : found[key];
  }
  return found;
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
