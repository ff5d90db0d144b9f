import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerSchema, type Json } from '../../src/lab/labs/gateway-json/openapi.ts';
import { nullableMessages } from '../../src/lab/labs/gateway-json/rows.ts';
import { violationsOf } from '../../src/lab/labs/gateway-json/violations.ts';
import { gatewayRuntime, readGatewayMuxes } from '../../src/read/go/syntax/gateway-muxes.ts';
import { parser } from '../read/go-syntax/read.ts';
import { casesOf, examineMachine, machineOf } from '../support/cases.ts';

const path = '/v1/user';

/** A document of OpenAPI 2.0 whose answer is this schema. */
function swagger(schema: Json, definitions: Json = {}): Json {
  return { swagger: '2.0', paths: { [path]: { get: { responses: { '200': { schema } } } } }, definitions };
}

/** The same of OpenAPI 3. */
function openapi(version: string, schema: Json, schemas: Json = {}): Json {
  const answer = { content: { 'application/json': { schema } } };
  return { openapi: version, paths: { [path]: { get: { responses: { '200': answer } } } }, components: { schemas } };
}

const user = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };

describe('an answer against an OpenAPI document', () => {
  it('follows references of both versions, and tells the place and the reason', () => {
    const answer = { name: null };
    const expected = { violations: ['/name: null is not string'], undeclared: [] };
    expect(violationsOf(swagger({ $ref: '#/definitions/user' }, { user }), path, answer)).toEqual(expected);
    const reference = { $ref: '#/components/schemas/lab.user' };
    for (const version of ['3.0.3', '3.1.0'])
      expect(violationsOf(openapi(version, reference, { 'lab.user': user }), path, answer)).toEqual(expected);
  });

  it('names what is missing, and what the schema does not have, which is no violation', () => {
    expect(violationsOf(swagger(user), path, { user_name: 'a' })).toEqual({
      violations: ['/name is missing'],
      undeclared: ['/user_name'],
    });
  });

  it('counts one mistake a place', () => {
    const kind = { type: 'string', enum: ['A', 'B'] };
    const found = violationsOf(swagger({ type: 'array', items: kind }), path, [77, 'C', 'A']);
    expect(found?.violations).toEqual(['/0: 77 is not string', '/1: "C" is none of the names']);
  });

  it('takes the parts of an object for one object', () => {
    const only = (name: string) => ({ properties: { [name]: { type: 'string' } }, required: [name] });
    const parts = { allOf: [user, { oneOf: [only('text'), only('code')] }] };
    const found = violationsOf(openapi('3.1.0', parts), path, { name: 'a', text: 'b', more: 1 });
    expect(found).toEqual({ violations: [], undeclared: ['/more'] });
  });

  it('leaves maps and objects of any kind open', () => {
    const numbers = { type: 'object', additionalProperties: { type: 'number' } };
    const found = violationsOf(swagger({ properties: { numbers, any: { type: 'object' } } }), path, {
      numbers: { a: 1, b: 'NaN' },
      any: { a: 1 },
    });
    expect(found).toEqual({ violations: ['/numbers/b: "NaN" is not number'], undeclared: [] });
  });

  it('says nothing where the document says nothing', () => {
    expect(violationsOf(swagger(user), '/v1/other', {})).toBeUndefined();
    expect(violationsOf({ swagger: '2.0' }, path, {})).toBeUndefined();
  });
});

describe('what is translated', () => {
  it('is null for nullable, of 2.0 and 3.0 alone', () => {
    const text = { type: 'string', nullable: true };
    expect(violationsOf(openapi('3.0.3', text), path, null)?.violations).toEqual([]);
    expect(violationsOf(openapi('3.1.0', text), path, null)?.violations).toEqual([': null is not string']);
    const named = { type: 'string', enum: ['A'], 'x-nullable': true };
    expect(violationsOf(swagger(named), path, null)?.violations).toEqual([]);
  });

  it('is null beside a message that is nullable', () => {
    const reference = { allOf: [{ $ref: '#/definitions/user' }], 'x-nullable': true };
    expect(violationsOf(swagger(reference, { user }), path, null)?.violations).toEqual([]);
    expect(violationsOf(swagger(reference, { user }), path, { name: 1 })?.violations).toEqual([
      '/name: 1 is not string',
    ]);
  });

  it('is not what stands beside a reference in 2.0 and 3.0', () => {
    const beside = { $ref: '#/definitions/user', 'x-nullable': true, type: 'string' };
    expect(answerSchema(swagger(beside, { user }), path, false)).toMatchObject({ $ref: '#/definitions/user' });
    expect(violationsOf(swagger(beside, { user }), path, null)?.violations).toEqual([': null is not object']);
    const modern = { $ref: '#/components/schemas/user', minProperties: 2 };
    expect(violationsOf(openapi('3.1.0', modern, { user }), path, { name: 'a' })?.violations).toEqual([
      ': minProperties',
    ]);
  });
});

describe('the lines that fixes tell people to write', () => {
  const linesOf = async (group: string, id: string, name: string) => {
    const cases = casesOf(group, id);
    const one = cases.find((file) => file.name === name);
    const { findings } = one ? await examineMachine(machineOf(one, cases)) : { findings: [] };
    const plans = findings.filter(({ trap }) => trap.id === id).flatMap(({ fixes }) => fixes.map(({ plan }) => plan));
    return plans.flatMap((plan) => (plan.kind === 'text' ? (plan.lines ?? []) : []));
  };
  const muxOf = (line: string | undefined) =>
    readGatewayMuxes(
      parser,
      `package main\nimport (\n"${gatewayRuntime}"\n"google.golang.org/protobuf/encoding/protojson"\n)\nvar mux = runtime.NewServeMux(${line})`,
    )[0]?.json;

  it('are the marshalers and options that the lab measured', async () => {
    const muxes = readFileSync(join(import.meta.dirname, '../../labs/gateway-json/muxes.go'), 'utf8');
    const measured = readGatewayMuxes(parser, muxes).map(({ json }) => json);
    const unset = await linesOf('codegen', 'openapi-null-for-unset', 'fires-default');
    expect(muxOf(unset.find(({ shell }) => shell === 'Go')?.line)).toEqual(measured[3]);
    const nullable = unset.find(({ shell }) => shell === '.proto')?.line;
    expect(nullable).toBe(`[${nullableMessages.fields?.inner}]`);
    expect(unset.find(({ shell }) => shell === 'protoc')?.line).toBe(
      `--openapiv2_opt=${nullableMessages.options?.[0]}`,
    );
    const unknown = await linesOf('rpc', 'gateway-drops-unknown-fields', 'fires-json-name');
    expect(muxOf(unknown.find(({ shell }) => shell === 'Go')?.line)).toEqual(measured[5]);
  });
});
