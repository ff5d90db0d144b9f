import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { type AnswerSchema, answerSchema, at, type Json } from './openapi.ts';

/** What a validator finds wrong with an answer. */
export interface Violations {
  /** One line each, sorted: `/dbl: "NaN" is not number`. */
  readonly violations: readonly string[];
  /** Names in the answer that the schema does not have, sorted. A schema that is not closed allows them. */
  readonly undeclared: readonly string[];
}

/** Validates the answer of `GET path` against what an OpenAPI document says of it; undefined where it says nothing. */
export function violationsOf(document: Json, path: string, answer: Json): Violations | undefined {
  const [asItIs, withoutMore] = [false, true].map((closed) => answerSchema(document, path, closed));
  if (!asItIs || !withoutMore) return undefined;
  const [open, closed] = [errorsOf(asItIs, answer), errorsOf(withoutMore, answer)];
  return {
    violations: onePerPlace(open).map((error) => lineOf(error, answer)),
    undeclared: closed
      .filter(({ keyword }) => keyword === 'unevaluatedProperties')
      .map(({ instancePath, params }) => `${instancePath}/${params.unevaluatedProperty as string}`)
      .sort(),
  };
}

function errorsOf(schema: AnswerSchema, answer: Json): readonly ErrorObject[] {
  // Formats say how wide a number is; an unknown one must not stop the validation.
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
  const validate = ajv.compile(schema);
  return validate(answer) ? [] : (validate.errors ?? []);
}

/** A number in the place of a name breaks two rules, and is one mistake. */
function onePerPlace(errors: readonly ErrorObject[]): ErrorObject[] {
  const byPlace = new Map<string, ErrorObject>();
  for (const error of errors) {
    const { instancePath, keyword, params } = error;
    const place = keyword === 'required' ? `${instancePath}/${params.missingProperty as string}` : instancePath;
    if (!isOfAlternatives(error) && (!byPlace.has(place) || keyword === 'type')) byPlace.set(place, error);
  }
  return [...byPlace].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, error]) => error);
}

/** `or null` of a nullable message, and that no alternative fits: why the other one does not says more. */
function isOfAlternatives({ keyword, params, schemaPath }: ErrorObject): boolean {
  return keyword === 'anyOf' || (params.type === 'null' && /\/anyOf\/1\/type$/.test(schemaPath));
}

function lineOf({ instancePath, keyword, params }: ErrorObject, answer: Json): string {
  const value = JSON.stringify(at(answer, ...instancePath.split('/').slice(1)) ?? null);
  switch (keyword) {
    case 'type':
      return `${instancePath}: ${short(value)} is not ${[params.type].flat().join(' or ')}`;
    case 'enum':
      return `${instancePath}: ${short(value)} is none of the names`;
    case 'required':
      return `${instancePath}/${params.missingProperty as string} is missing`;
    default:
      return `${instancePath}: ${keyword}`;
  }
}

function short(value: string): string {
  return value.length > 30 ? `${value.slice(0, 29)}…` : value;
}
