import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { GOOGLEAPIS, NEW_PROTOC } from '../../src/lab/kit/catalog.ts';
import { type DescriptorFile, readDescriptorSet } from '../../src/read/generation/descriptor-file.ts';
import { readProtoDetails } from '../../src/read/proto/read-proto.ts';
import { shapeDifferences } from '../../src/read/proto/shape-difference.ts';
import { shapeOfDescriptor } from '../../src/read/proto/shape-of-descriptor.ts';
import { readProtoShape } from '../../src/read/proto/shape-of-source.ts';
import { SEED } from '../read/damage.ts';
import { pick, randomFrom } from '../read/mutate.ts';
import { toolsOrReason } from '../support/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'proto-shape-'));
const tools = await toolsOrReason(NEW_PROTOC, GOOGLEAPIS);
const protoc = tools?.[0].bin ?? '';
const tree = dirname(tools?.[1].bin ?? '');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Parts of googleapis with every kind of declaration; the well-known types have proto2, groups and extensions. */
const parts = ['google/api', 'google/cloud', 'google/protobuf', 'google/spanner', 'google/pubsub', 'google/rpc'];
/** Test files of protoc itself that import what the package does not have, or define the same. */
const incomplete = /^google\/protobuf\/(?:compiler\/ruby\/|util\/json_format_proto3)/;
/** Files in which one number is changed. */
const changed = 200;

let made: readonly DescriptorFile[] | undefined;

function descriptors(): readonly DescriptorFile[] {
  made ??= compiled();
  return made;
}

function compiled(): DescriptorFile[] {
  const names = parts.flatMap((part) =>
    readdirSync(join(tree, part), { recursive: true }).map((name) => `${part}/${name}`.replaceAll('\\', '/')),
  );
  const files = names.filter((name) => name.endsWith('.proto') && !incomplete.test(name));
  const set = join(folder, 'set.binpb');
  const ran = spawnSync(protoc, [`--proto_path=${tree}`, `--descriptor_set_out=${set}`, ...files], {
    encoding: 'utf8',
  });
  expect([ran.status, ran.stderr.split('\n').filter((line) => !/ warning: /.test(line))]).toEqual([0, ['']]);
  return [...(readDescriptorSet(readFileSync(set)) ?? [])];
}

const textOf = ({ name }: DescriptorFile): string => readFileSync(join(tree, name), 'utf8');

describe.skipIf(!tools)('shapes of .proto files', { timeout: 120_000 }, () => {
  it('are those of the descriptors that protoc makes', () => {
    const all = descriptors();
    expect(all.length).toBeGreaterThan(1000);
    const told = all.flatMap((file) => {
      const shape = readProtoShape(textOf(file));
      if (!shape) return [`${file.name}: not read`];
      return shapeDifferences(shapeOfDescriptor(file), shape).map((one) => `${file.name}: ${JSON.stringify(one)}`);
    });
    expect(told).toEqual([]);
  });

  it('tell a number that was changed, and nothing else', () => {
    const random = randomFrom(SEED);
    const all = descriptors().filter((file) => file.messages.some(({ fields }) => fields.length > 0));
    const wrong = Array.from({ length: changed }).flatMap(() => {
      const file = pick(random, all);
      const text = textOf(file);
      const message = pick(
        random,
        readProtoDetails(text).messages.filter(({ fields }) => fields.length > 0),
      );
      const field = pick(random, message.fields);
      const lines = text.split('\n');
      const before = lines[field.line - 1] ?? '';
      // Some fields go over several lines.
      lines[field.line - 1] = before.replace(new RegExp(`= ${field.number}\\b`), '= 18999');
      if (lines[field.line - 1] === before) return [];
      const shape = readProtoShape(lines.join('\n'));
      const told = shape && shapeDifferences(shapeOfDescriptor(file), shape);
      const [one, ...others] = told ?? [];
      const right = one?.aspect === 'number' && one.name === `${message.name}.${field.name}` && others.length === 0;
      return right ? [] : [`${file.name} ${message.name}.${field.name}: ${JSON.stringify(told)}`];
    });
    expect(wrong).toEqual([]);
  });
});
