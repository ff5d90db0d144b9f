/** `check` on more than seven thousand .proto files, beside protoc and `buf build`, which read the same files. */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BUF, GOOGLEAPIS, NEW_PROTOC } from '../src/lab/kit/catalog.ts';
import { ToolCache } from '../src/lab/kit/tools.ts';
import { labFolders } from '../src/lab/paths.ts';
import { cost, row } from './bench-cost.ts';

const goals = { ofProtoc: 1, memory: 300 };
const runs = 3;
/** Test files of protoc: some import what the package does not have, two define the same. */
const incomplete = ['google/protobuf/compiler/ruby', 'google/protobuf/util/json_format_proto3.proto'];

/** Measures the tree; false for each goal that is missed. */
export async function benchProtos(work: string, doctor: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean[]> {
  const tools = new ToolCache(labFolders(), (line) => void process.stderr.write(`bench: ${line}\n`));
  const tree = dirname((await tools.ensure(GOOGLEAPIS)).bin);
  const protoc = (await tools.ensure(NEW_PROTOC)).bin;
  const buf = (await tools.ensure(BUF)).bin;
  const files = readdirSync(tree, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.proto') && !incomplete.some((one) => name.startsWith(one)));
  const words = join(work, 'protoc-words');
  writeFileSync(words, ['-I.', `--descriptor_set_out=${join(work, 'set')}`, ...files].join('\n'));
  const byProtoc = cost([protoc, `@${words}`], tree, env, runs);
  const left = incomplete.flatMap((path) => ['--exclude-path', path]);
  // Both write the set: reading is not all that they do, and neither is it for check.
  const bufEnv = { ...env, BUF_CACHE_DIR: join(work, 'buf-cache') };
  const byBuf = cost([buf, 'build', '.', ...left, '-o', `${join(work, 'buf-set')}#format=binpb`], tree, bufEnv, 1);
  // A compiler that gave up would be cheap.
  for (const set of ['set', 'buf-set']) statSync(join(work, set));
  const check = cost([...doctor, 'check', tree, '--fail-on', 'never'], tree, env, runs);
  console.log(
    `googleapis: ${files.length} .proto files · check ${check.cpu.toFixed(0)} ms ${check.memory.toFixed(0)} MB · protoc ${byProtoc.cpu.toFixed(0)} ms ${byProtoc.memory.toFixed(0)} MB · buf build ${byBuf.cpu.toFixed(0)} ms ${byBuf.memory.toFixed(0)} MB`,
  );
  return [
    row('check on googleapis / protoc', check.cpu / byProtoc.cpu, goals.ofProtoc, ''),
    row('check on googleapis / buf build', check.cpu / byBuf.cpu, goals.ofProtoc, ''),
    row('memory for googleapis', check.memory, goals.memory, 'MB'),
  ];
}
