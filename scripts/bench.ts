/**
 * Performance as ratios of one run, in CPU time (user + system, children included), so that a loaded machine changes
 * little. Words name parts (`check`, `protos`, `probe`, `trees`, `diagnose`). Prints a table; a goal that is missed makes the exit code 1. Not part of the tests.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { labFolders } from '../src/lab/paths.ts';
import { type Cost, cost as costOf, row } from './bench-cost.ts';
import { benchDiagnose } from './bench-diagnose.ts';
import { benchProbe } from './bench-probe.ts';
import { benchProtos } from './bench-protos.ts';
import { benchTrees } from './bench-trees.ts';

const root = join(import.meta.dirname, '..');
const doctor = [process.execPath, join(root, 'dist', 'grpc-doctor.cjs')];
const gateway = 'github.com/grpc-ecosystem/grpc-gateway/v2@v2.27.3';
const folders = labFolders();
const env: NodeJS.ProcessEnv = {
  ...process.env,
  GOTOOLCHAIN: 'local',
  GOFLAGS: '',
  GOWORK: 'off',
  GOMODCACHE: folders.modCache,
};

const cost = (argv: readonly string[], cwd: string, runs?: number) => costOf(argv, cwd, env, runs);

function must(argv: readonly string[], cwd: string): string {
  const [command = '', ...args] = argv;
  const result = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.status !== 0) throw new Error(`${argv.join(' ')}: ${result.stderr}`);
  return result.stdout;
}

/** A copy of grpc-gateway with a warm module cache. */
function gatewayTree(work: string): string {
  process.stderr.write(`bench: go mod download ${gateway}\n`);
  const { Dir } = JSON.parse(must(['go', 'mod', 'download', '-json', gateway], work)) as { Dir: string };
  const tree = join(work, 'gateway');
  cpSync(Dir, tree, { recursive: true });
  must(['chmod', '-R', 'u+w', tree], work);
  must(['go', 'mod', 'download'], tree);
  must(['go', 'list', '-m', '-json', 'all'], tree);
  return tree;
}

/** A hundred modules of the size of real ones. */
function manyModules(work: string): string {
  const tree = join(work, 'many');
  for (let number = 0; number < 100; number += 1) {
    const folder = join(tree, `module${number}`);
    mkdirSync(folder, { recursive: true });
    const requires = Array.from(
      { length: 36 },
      (_, index) => `\texample.com/dependency${index} v1.${index}.${number}${index > 9 ? ' // indirect' : ''}`,
    );
    writeFileSync(
      join(folder, 'go.mod'),
      `module example.com/module${number}\n\ngo 1.25.0\n\nrequire (\n${requires.join('\n')}\n)\n`,
    );
    writeFileSync(join(folder, 'main.go'), 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println() }\n');
  }
  return tree;
}

/** The check on trees of modules, beside what the go command needs to list the same. */
function benchCheck(work: string, node: Cost): boolean[] {
  const version = cost([...doctor, '--version'], work);
  const tree = gatewayTree(work);
  const goEnv = cost(['go', 'env', '-json'], tree);
  const goList = cost(['go', 'list', '-m', '-json', 'all'], tree);
  const goDeps = cost(['go', 'list', '-deps', '-json=ImportPath,Module,Error', './...'], tree, 5);
  const check = cost([...doctor, 'check', '--fail-on', 'never'], tree);
  const many = manyModules(work);
  const edit = cost(['sh', '-c', 'for f in */go.mod; do go mod edit -json "$f"; done'], many, 5);
  const checkMany = cost([...doctor, 'check', '--fail-on', 'never'], many);
  // A check reads Go source, images and CI too: what go does for the same is to list the packages, not only the modules.
  const goals = [
    row('--version above node -e 0', version.cpu - node.cpu, 30, 'ms'),
    row('check on grpc-gateway above node', check.cpu - node.cpu, 1.2 * goDeps.cpu + 250, 'ms'),
    row('check on 100 go.mod / go mod edit x 100', checkMany.cpu / edit.cpu, 1, ''),
    row('peak memory', Math.max(version.memory, check.memory, checkMany.memory), 150, 'MB'),
  ];
  console.log(
    `node -e 0 ${node.cpu.toFixed(0)} ms · go env -json ${goEnv.cpu.toFixed(0)} ms · go list -m -json all ${goList.cpu.toFixed(0)} ms · go list -deps ${goDeps.cpu.toFixed(0)} ms · go mod edit -json x 100 ${edit.cpu.toFixed(0)} ms`,
  );
  console.log(
    `--version ${version.cpu.toFixed(0)} ms · check grpc-gateway ${check.cpu.toFixed(0)} ms · check 100 modules ${checkMany.cpu.toFixed(0)} ms`,
  );
  return goals;
}

type Part = (work: string, node: Cost) => boolean[] | Promise<boolean[]>;

/** By the word that asks for one alone. */
const parts: Readonly<Record<string, Part>> = {
  check: benchCheck,
  protos: (work) => benchProtos(work, doctor, env),
  probe: (work, node) => benchProbe(work, doctor, node, env),
  trees: (work) => benchTrees(work, doctor, env),
  diagnose: (work, node) => benchDiagnose(work, doctor, node, env),
};

async function bench(names: readonly string[]): Promise<boolean> {
  const work = mkdtempSync(join(tmpdir(), 'grpc-doctor-bench-'));
  const met: boolean[] = [];
  try {
    for (const name of names) {
      const part = parts[name];
      if (!part) throw new Error(`${name}: no such part; there are ${Object.keys(parts).join(', ')}`);
      met.push(...(await part(work, cost([process.execPath, '-e', '0'], work))));
    }
    return met.every(Boolean);
  } finally {
    spawnSync('chmod', ['-R', 'u+w', work]);
    rmSync(work, { recursive: true, force: true });
  }
}

if (!existsSync(join(root, 'dist', 'grpc-doctor.cjs'))) throw new Error('build first: npm run build');
const asked = process.argv.slice(2);
process.exitCode = (await bench(asked.length > 0 ? asked : Object.keys(parts))) ? 0 : 1;
