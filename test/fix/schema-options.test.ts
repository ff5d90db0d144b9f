import { describe, expect, it } from 'vitest';
import type { GatewaySchema } from '../../src/facts/generation/gateway-schemas.ts';
import { setOption } from '../../src/fix/schema-options.ts';
import { schemaPrograms } from '../../src/knowledge/schema-generators.ts';

/** A document that this line of a makefile makes. */
function schema(text: string, argument: string, more: Partial<GatewaySchema> = {}): GatewaySchema {
  const program = schemaPrograms['protoc-gen-openapi'];
  if (!program) throw new Error('no such program');
  const place = { file: 'Makefile', line: 2, column: 2 };
  return { program, via: 'protoc', options: [], ...place, text, argument, answers: [], requests: [], ...more };
}

const title = { key: 'title' };
const changed = (one: GatewaySchema, name = 'naming', value = 'proto') => {
  const plan = setOption(one, name, value, title);
  return plan.kind === 'edit' ? plan.edits.map((edit) => edit.text.replace(edit.before, edit.after)) : plan.kind;
};

describe('an option of a generator', () => {
  it('stands behind the argument of the generator', () => {
    const line = '\tprotoc -I. --openapi_out=fq_schema_naming=true:docs a.proto';
    expect(changed(schema(line, '--openapi_out=fq_schema_naming=true:docs'))).toEqual([
      '\tprotoc -I. --openapi_out=fq_schema_naming=true:docs --openapi_opt=naming=proto a.proto',
    ]);
  });

  it('takes the place of another value of it', () => {
    const line = '\tprotoc --openapi_out=naming=json,enum_type=integer:docs a.proto';
    expect(changed(schema(line, '--openapi_out=naming=json,enum_type=integer:docs'), 'enum_type', 'string')).toEqual([
      '\tprotoc --openapi_out=naming=json,enum_type=string:docs a.proto',
    ]);
  });

  it('is said in words where the line does not tell which one is meant', () => {
    const twice = '\tprotoc --openapi_out=docs a.proto && protoc --openapi_out=docs b.proto';
    expect(changed(schema(twice, '--openapi_out=docs'))).toBe('text');
    expect(changed(schema('\tprotoc $(FLAGS) a.proto', '--openapi_out=docs'))).toBe('text');
    expect(changed(schema('  - local: protoc-gen-openapi', '', { via: 'buf' }))).toBe('text');
  });
});
