import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { GOOGLEAPIS, NEW_PROTOC } from '../../src/lab/kit/catalog.ts';
import {
  type DescriptorField,
  type DescriptorFile,
  readDescriptorSet,
} from '../../src/read/generation/descriptor-file.ts';
import { optionOf, type ProtoDetails, type ProtoField } from '../../src/read/proto/proto-source.ts';
import { readProto, readProtoDetails } from '../../src/read/proto/read-proto.ts';
import { SEED } from '../read/damage.ts';
import { pick, randomFrom } from '../read/mutate.ts';
import { damageProto } from '../read/proto/damage-proto.ts';
import { richEditions, richProto2, richProto3 } from '../read/proto/samples.ts';
import { toolsOrReason } from '../support/tools.ts';
import { protoVerdicts } from './proto-verdicts.ts';

const folder = mkdtempSync(join(tmpdir(), 'proto-'));
const tools = await toolsOrReason(NEW_PROTOC, GOOGLEAPIS);
const protoc = tools?.[0].bin ?? '';
const tree = dirname(tools?.[1].bin ?? '');
const include = join(dirname(protoc), '../include');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Test files of protoc itself: some import what the package does not have, two define the same. */
const incomplete = /^google\/protobuf\/(?:compiler\/ruby\/|util\/json_format_proto3)/;

function protoFiles(): string[] {
  const names = readdirSync(tree, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'));
  return names.filter((name) => name.endsWith('.proto') && !incomplete.test(name)).sort();
}

/** What can be compared, in a form that both sides have. */
function fromDescriptor(file: DescriptorFile) {
  const plain = file.imports.filter(({ kind }) => kind !== 'option');
  return {
    imports: plain.map(({ kind, path }) => `${kind} ${path}`),
    optionImports: file.imports.filter(({ kind }) => kind === 'option').map(({ path }) => path),
    package: file.package,
    syntax: `${file.syntax} ${file.edition ?? ''}`,
    goPackage: file.goPackage ?? '',
    names: [
      ...file.messages.map(({ name }) => `message ${name}`),
      ...file.enums.flatMap(({ name, values }) => [
        `enum ${name}`,
        ...values.map((value) => `enum-value ${outerOf(name)}${value.name}`),
      ]),
      ...file.services.map(({ name }) => `service ${name}`),
      ...file.extensions.map(({ name, inside }) => `extension ${inside === undefined ? '' : `${inside}.`}${name}`),
    ].sort(),
    methods: file.services.flatMap(({ name, methods }) =>
      methods.map((one) =>
        [name, one.name, lastOf(one.input), lastOf(one.output), one.clientStreams, one.serverStreams].join(' '),
      ),
    ),
    fields: file.messages
      .flatMap(({ name, fields }) => fields.map((field) => fieldText(name, field, field.jsonName, file.syntax)))
      .sort(),
    values: file.enums
      .flatMap(({ name, values }) => values.map((value) => `${name} ${value.name} ${value.number}`))
      .sort(),
  };
}

function fromSource(source: ProtoDetails): ReturnType<typeof fromDescriptor> {
  return {
    imports: source.imports.filter(({ kind }) => kind !== 'option').map(({ kind, path }) => `${kind} ${path}`),
    optionImports: source.imports.filter(({ kind }) => kind === 'option').map(({ path }) => path),
    package: source.package?.name ?? '',
    syntax: `${source.syntax} ${source.edition ?? ''}`,
    goPackage: optionOf(source, 'go_package')?.value ?? '',
    names: source.symbols.map(({ kind, name }) => `${kind} ${name}`).sort(),
    methods: source.services.flatMap(({ name, methods }) =>
      methods.map((one) =>
        [name, one.name, lastOf(one.input), lastOf(one.output), one.clientStreams, one.serverStreams].join(' '),
      ),
    ),
    fields: source.messages
      .flatMap(({ name, fields }) => fields.map((field) => fieldText(name, field, jsonNameOf(field), source.syntax)))
      .sort(),
    values: source.enums
      .flatMap(({ name, values }) => values.map((value) => `${name} ${value.name} ${value.number}`))
      .sort(),
  };
}

/** Types by their last name: protoc writes them in full. */
function fieldText(message: string, field: DescriptorField | ProtoField, json: string, syntax: string): string {
  const { name, number, keyType, type, label, oneof } = field;
  // A field of a oneof has no label in a file, and always the one for single values in a descriptor.
  const said = oneof === undefined && !(syntax === 'editions' && label !== 'repeated') ? label : undefined;
  return [message, name, number, keyType, lastOf(type), said, oneof, json].join(' ');
}

function jsonNameOf({ name, options }: ProtoField): string {
  const written = options.findLast((option) => option.name === 'json_name')?.value;
  // Every underscore goes, and makes the character behind it large.
  return written ?? name.replace(/_+(.?)/g, (_, next: string) => next.toUpperCase());
}

function lastOf(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

/** `Outer.` of `Outer.Kind`: values stand beside their enum. */
function outerOf(name: string): string {
  return name.slice(0, name.lastIndexOf('.') + 1);
}

/** What protoc says of a text; undefined where it takes it. Lines count alike, columns do not: a tab is eight wide there. */
function refusalOf(text: string): string | undefined {
  writeFileSync(join(folder, 'x.proto'), text);
  const argv = ['-I.', '-I', include, '--descriptor_set_out=/dev/null', 'x.proto'];
  const { status, stderr } = spawnSync(protoc, argv, { cwd: folder, encoding: 'utf8' });
  if (status === 0) return undefined;
  return stderr.split('\n').find((line) => line !== '' && !line.includes(': warning: ')) ?? stderr;
}

describe.skipIf(!tools)('the .proto reader and protoc', () => {
  it('agree on every file of googleapis', { timeout: 600_000 }, () => {
    const names = protoFiles();
    expect(names.length).toBeGreaterThan(7000);
    writeFileSync(join(folder, 'args'), ['-I.', `--descriptor_set_out=${join(folder, 'set')}`, ...names].join('\n'));
    const ran = spawnSync(protoc, [`@${join(folder, 'args')}`], { cwd: tree, encoding: 'utf8', maxBuffer: 1 << 28 });
    expect(ran.status, ran.stderr.slice(-2000)).toBe(0);
    const files = readDescriptorSet(readFileSync(join(folder, 'set'))) ?? [];
    expect(files.map(({ name }) => name).sort()).toEqual(names);
    for (const file of files) {
      const source = readProtoDetails(readFileSync(join(tree, file.name), 'utf8'));
      expect(source.faults, file.name).toEqual([]);
      expect(fromSource(source), file.name).toEqual(fromDescriptor(file));
    }
  });

  it.each(Object.entries(protoVerdicts))('agree about a file: %s', (_, { text, refused }) => {
    const refusal = refusalOf(text);
    const [fault] = readProto(text).faults;
    expect(refusal ?? 'taken').toMatch(refused ?? /^taken$/);
    expect(fault === undefined, JSON.stringify(fault)).toBe(refused === undefined);
    const line = /^x\.proto:(\d+):/.exec(refusal ?? '')?.[1];
    if (fault && line !== undefined) expect(`line ${fault.line}`).toBe(`line ${line}`);
  });

  it('agree about broken files: what has a fault is refused', { timeout: 300_000 }, () => {
    const random = randomFrom(SEED);
    const missed: string[] = [];
    let refused = 0;
    for (let n = 0; n < 300; n++) {
      const text = damageProto(pick(random, [richProto2, richProto3, richEditions]), random);
      const refusal = refusalOf(text);
      const [fault] = readProto(text).faults;
      if (fault) expect(refusal, `${JSON.stringify(fault)} in ${JSON.stringify(text)}`).toBeDefined();
      if (refusal !== undefined) refused += 1;
      if (refusal !== undefined && !fault) missed.push(refusal);
    }
    expect(refused).toBeGreaterThan(100);
    // Names that nobody declared, numbers that are taken: what only a compiler can tell. Its words for broken grammar are others.
    expect(missed.filter((refusal) => /Expected|Unexpected|Reached end|Missing|Unmatched/.test(refusal))).toEqual([]);
  });
});
