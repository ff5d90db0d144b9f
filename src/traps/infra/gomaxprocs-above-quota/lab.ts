import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { go } from '../../../lab/kit/catalog.ts';
import { makeGroup, pretendProcessors } from '../../../lab/kit/cgroup.ts';
import { askAbout } from '../../../lab/kit/doctor.ts';
import { mustRun } from '../../../lab/kit/process.ts';
import type { Tool } from '../../../lab/kit/tools.ts';
import { defineLab, isWanted, type LabContext, type Row } from '../../../lab/lab.ts';
import { packageRoot } from '../../../lab/paths.ts';

const trap = 'gomaxprocs-above-quota';
const processors = 8;
const minute = 60_000;

/** Which Go builds a program with which go line, and with what else in go.mod. */
const programs = [
  { go: '1.24.9', line: '1.21' },
  { go: '1.24.9', line: '1.24' },
  { go: '1.25.4', line: '1.24' },
  { go: '1.25.4', line: '1.25.0' },
  { go: '1.26.8', line: '1.21' },
  { go: '1.26.8', line: '1.24' },
  { go: '1.26.8', line: '1.25.0' },
  { go: '1.26.8', line: '1.26.0' },
  { go: '1.26.8', line: '1.24', godebug: 'containermaxprocs=1' },
  { go: '1.26.8', line: '1.24', godebug: 'default=go1.25' },
] as const;
type Program = (typeof programs)[number];

/** By the name of the column. */
const quotas = { noQuota: undefined, 'quota0.5': 0.5, 'quota1.5': 1.5, 'quota2.5': 2.5 } as const;

const idOf = (program: Program): string =>
  `go-${program.go}-line-${program.line}${'godebug' in program ? `-${program.godebug}` : ''}`;

const lab = defineLab({
  id: trap,
  title: { en: 'GOMAXPROCS under a processor quota', zh: '处理器配额下的 GOMAXPROCS' },
  question: {
    en: 'With how many threads does a Go program start on 8 processors with a quota, by Go version and go line?',
    zh: '8 个处理器、有配额时，Go 程序启动多少线程？与 Go 版本和 go 行的关系是什么？',
  },
  traps: [trap],
  short: ['go-1.24.9-line-1.24', 'go-1.26.8-line-1.24', 'go-1.26.8-line-1.26.0'],
  table: [
    { column: 'id', title: { en: 'program', zh: '程序' } },
    { column: 'noQuota', title: { en: 'no quota', zh: '无配额' } },
    { column: 'quota0.5', title: { en: 'quota 0.5', zh: '配额 0.5' } },
    { column: 'quota1.5', title: { en: 'quota 1.5', zh: '配额 1.5' } },
    { column: 'quota2.5', title: { en: 'quota 2.5', zh: '配额 2.5' } },
  ],
  run: async (context) => {
    const group = makeGroup();
    if ('impossible' in group) return nothing(context, group.impossible);
    await using _ = group;
    const pretend = await pretendProcessors(processors);
    if (!pretend) return nothing(context, 'strace is not there, or may not change answers');
    const rows: Row[] = [];
    for (const program of programs.filter((one) => isWanted(lab, context, idOf(one)))) {
      const built = await build(program, context);
      const start = [...group.prefix, ...pretend];
      const options = { cwd: built.folder, env: built.env, timeoutMs: minute };
      const started: Record<string, number> = {};
      for (const [column, quota] of Object.entries(quotas)) {
        group.setQuota(quota);
        started[column] = Number((await mustRun([...start, join(built.folder, 'program')], options)).stdout);
      }
      group.setQuota(quotas['quota1.5']);
      const doctor = context.doctor && (await askAbout(trap, [...start, ...context.doctor], [built.service], options));
      rows.push({ id: idOf(program), ...started, ...(doctor && { doctor }) });
      context.progress(`${trap} ${idOf(program)}: ${Object.values(started).join(' ')} ${doctor ?? ''}`);
    }
    return { rows, problems: rows.flatMap(mistake) };
  },
});

function nothing({ progress }: LabContext, why: string) {
  progress(`${trap}: not measured, ${why}`);
  return { rows: [], problems: [] };
}

/** The doctor has to speak exactly where a program starts more threads than with a quota that it had read. */
function mistake({ id, 'quota1.5': started, doctor }: Row): string[] {
  const expected = started === processors ? 'info' : 'silent';
  return doctor === undefined || doctor === expected ? [] : [`${id}: should be ${expected}, is ${doctor}`];
}

async function build(program: Program, { bench, work }: LabContext) {
  const tool: Tool = await bench.tools.ensure(go(program.go));
  const folder = join(work, idOf(program));
  await mkdir(folder);
  const godebug = 'godebug' in program ? `\ngodebug ${program.godebug}\n` : '';
  const goMod = `module example.com/program\n\ngo ${program.line}\n${godebug}`;
  await writeFile(join(folder, 'go.mod'), goMod);
  await copyFile(join(packageRoot(), 'labs', 'max-procs', 'main.go'), join(folder, 'main.go'));
  const base = await bench.tools.goEnvironment(tool);
  await mustRun([tool.bin, 'build', '-o', 'program', '.'], { cwd: folder, env: base, timeoutMs: 5 * minute });
  const env = { PATH: [dirname(tool.bin), process.env.PATH ?? ''].join(':'), HOME: folder };
  return { folder, env, service: await writeService(folder, goMod) };
}

/** The same rules in a module with a gRPC program, which is what the doctor speaks of. */
async function writeService(folder: string, goMod: string): Promise<string> {
  const service = join(folder, 'service');
  await mkdir(service);
  await writeFile(join(service, 'go.mod'), goMod);
  const main = 'package main\n\nimport "google.golang.org/grpc"\n\nfunc main() {\n\tgrpc.NewServer()\n}\n';
  await writeFile(join(service, 'main.go'), main);
  return service;
}

export default lab;
