/**
 * `check` on large trees, without go on PATH: what reading alone costs, beside a program on go/parser that reads the same files
 * and `go list -deps`. One tree is made; others are given: `npm run bench -- --tree DIR`, or GRPC_DOCTOR_BENCH_TREES.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { type Cost, cost, row } from './bench-cost.ts';

const goals = { msForFiles: 1000, files: 1000, memory: 250 };
const runs = 5;
const foreign: ReadonlySet<string> = new Set(['vendor', 'testdata', 'node_modules', 'third_party']);

/** Measures every tree; false for each goal that is missed. */
export function benchTrees(work: string, doctor: readonly string[], env: NodeJS.ProcessEnv): boolean[] {
  const parser = join(work, 'go-references');
  const built = spawnSync('go', ['build', '-o', parser, join(import.meta.dirname, 'go-references/main.go')], { env });
  const given = (process.env.GRPC_DOCTOR_BENCH_TREES ?? '').split(delimiter).filter(Boolean);
  const named = process.argv.flatMap((word, index) => (process.argv[index - 1] === '--tree' ? [word] : []));
  return [madeTree(work), ...given, ...named].flatMap((tree) =>
    benchTree(tree, doctor, env, built.status === 0 ? parser : undefined),
  );
}

function benchTree(
  tree: string,
  doctor: readonly string[],
  env: NodeJS.ProcessEnv,
  parser: string | undefined,
): boolean[] {
  const files = goFiles(tree);
  // Without go only files are read; the cost of go itself is not ours.
  const alone = { ...env, PATH: '/usr/bin:/bin' };
  const check = cost([...doctor, 'check', tree, '--fail-on', 'never'], tree, alone, runs);
  const parsed = parser ? parserCost(parser, files, tree, env) : undefined;
  const list = listCost(tree, env);
  const beside = [parsed && `go/parser ${ms(parsed)}`, list && `go list -deps ${ms(list)}`].filter(Boolean).join(' · ');
  console.log(
    `${basename(tree)}: ${files.length} Go files · check ${ms(check)} ${check.memory.toFixed(0)} MB · ${beside}`,
  );
  const limit = goals.msForFiles * Math.max(1, files.length / goals.files);
  return [
    row(`static check of ${basename(tree)}`, check.cpu, limit, 'ms'),
    row(`memory for ${basename(tree)}`, check.memory, goals.memory, 'MB'),
  ];
}

function ms({ cpu }: Cost): string {
  return `${cpu.toFixed(0)} ms`;
}

/** The files come from standard input, which the meter does not pass on: a shell does. */
function parserCost(parser: string, files: readonly string[], tree: string, env: NodeJS.ProcessEnv): Cost {
  const list = join(dirname(parser), 'files.txt');
  writeFileSync(list, files.join('\n'));
  return cost(['sh', '-c', `${JSON.stringify(parser)} < ${JSON.stringify(list)}`], tree, env, runs);
}

/** Undefined where the tree cannot be listed without the network. */
function listCost(tree: string, env: NodeJS.ProcessEnv): Cost | undefined {
  const argv = ['go', 'list', '-deps', '-json=ImportPath,Imports', './...'];
  const offline = { ...env, GOPROXY: 'off', GOFLAGS: '', GOWORK: '' };
  const [command = '', ...args] = argv;
  const tried = spawnSync(command, args, { cwd: tree, env: offline, maxBuffer: 1 << 28 });
  return tried.status === 0 ? cost(argv, tree, offline, runs) : undefined;
}

function goFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return foreign.has(entry.name) || entry.name.startsWith('.') ? [] : goFiles(path);
    return entry.name.endsWith('.go') ? [path] : [];
  });
}

/** A module of two thousand files of ordinary length, all of which use grpc and every tenth something old. */
function madeTree(work: string): string {
  const tree = join(work, 'made');
  mkdirSync(tree);
  writeFileSync(
    join(tree, 'go.mod'),
    'module example.com/made\n\ngo 1.26.0\n\nrequire google.golang.org/grpc v1.85.0\n',
  );
  for (let number = 0; number < 2000; number += 1) {
    const folder = join(tree, `part${number % 100}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `file${number}.go`), madeFile(number));
  }
  return tree;
}

function madeFile(number: number): string {
  const open = number % 10 === 0 ? 'grpc.Dial(target, grpc.WithInsecure())' : 'grpc.NewClient(target)';
  const calls = Array.from(
    { length: 40 },
    (_, index) =>
      `\tif err := call(ctx, conn, ${index}); err != nil {\n\t\treturn fmt.Errorf("call ${index}: %w", err)\n\t}\n`,
  );
  return `package part${number % 100}\n\nimport (\n\t"context"\n\t"fmt"\n\n\t"google.golang.org/grpc"\n)\n\nfunc run${number}(ctx context.Context, target string) error {\n\tconn, err := ${open}\n\tif err != nil {\n\t\treturn err\n\t}\n\tdefer conn.Close()\n${calls.join('')}\treturn nil\n}\n`;
}
