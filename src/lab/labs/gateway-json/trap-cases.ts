import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askAbout } from '../../kit/doctor.ts';
import type { Bilingual } from '../../kit/environment.ts';
import { run } from '../../kit/process.ts';
import { defineLab, isWanted, type Lab, type LabContext, type Row } from '../../lab.ts';
import { packageRoot } from '../../paths.ts';
import { editedMessage, type Generator, gateway, generators, type SchemaEdit, schemaOf } from './generators.ts';
import type { Json } from './openapi.ts';
import { type Served, serve, type Which } from './served.ts';
import { type Violations, violationsOf } from './violations.ts';

/** A project with a gateway and a generator, and the answer that tells whether both agree. */
export interface GatewayCase extends SchemaEdit {
  readonly id: string;
  readonly mux: string;
  readonly generator: Generator;
  readonly which?: Which;
}

/** The lab of a trap about gateways: beside what really differs stands what the doctor says of such a project. */
export interface GatewayTrapLab {
  readonly trap: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly cases: readonly GatewayCase[];
  readonly article?: readonly string[];
  /** What of a case the trap is about. */
  differs(one: GatewayCase, served: Served, context: LabContext): Promise<readonly string[]>;
}

const path = '/v1/everything/{which}';

/** Where the answer of a case does not fit its document, as far as the lines are wanted. */
export function differingFrom(wanted: (found: Violations) => readonly string[]): GatewayTrapLab['differs'] {
  return async ({ mux, generator, which = 'finite', ...edit }, served, context) => {
    const answer = JSON.parse(await served.get(mux, which)) as Json;
    const found = violationsOf(await schemaOf(generator, edit, context), path, answer);
    if (!found) throw new Error(`${generator} says nothing of the answer of ${path}`);
    return wanted(found);
  };
}

/** The lab of that description. Its short form is the first case and the last. */
export function gatewayTrapLab({ trap, title, question, cases, article, differs }: GatewayTrapLab): Lab {
  const lab: Lab = defineLab({
    id: trap,
    title,
    question,
    traps: [trap],
    ...(article && { article }),
    short: [cases[0], cases.at(-1)].flatMap((one) => one?.id ?? []),
    table: [
      { column: 'id', title: { en: 'project', zh: '项目' } },
      { column: 'differs', title: { en: 'what differs', zh: '不一致之处' } },
      { column: 'doctor', title: { en: 'grpc-doctor', zh: 'grpc-doctor' } },
      { column: 'fixed', title: { en: 'options after grpc-doctor fix', zh: 'grpc-doctor fix 之后的选项' } },
      { column: 'afterFix', title: { en: 'what differs then', zh: '修复后的不一致' } },
    ],
    run: async (context) => {
      await using served = await serve(gateway, context);
      const rows: Row[] = [];
      const problems: string[] = [];
      if (context.doctor === null) context.progress('grpc-doctor is not built: its column is left out');
      for (const one of cases.filter(({ id }) => isWanted(lab, context, id))) {
        const found = await differs(one, served, context);
        const project = await projectOf(one, context);
        const said = context.doctor && (await askAbout(trap, context.doctor, ['.'], project));
        const options = said && said !== 'silent' ? await optionsAfterFix(trap, one, project, context) : undefined;
        const left = options && (await differs({ ...one, options }, served, context));
        rows.push({
          id: one.id,
          differs: found,
          ...(said !== null && { doctor: said }),
          ...(left && options && { fixed: options, afterFix: left }),
        });
        problems.push(...(left ?? []).map((line) => `${one.id}: after the fix: ${line}`));
        if (said !== null && (said !== 'silent') !== found.length > 0)
          problems.push(`${one.id}: ${found.length} differ, and the doctor says ${said}`);
      }
      return { rows, problems };
    },
  });
  return lab;
}

/**
 * The options of the generator after `grpc-doctor fix --apply --unsafe`; undefined where that changes no command. There is no go
 * in this environment, so nothing is installed.
 */
async function optionsAfterFix(
  trap: string,
  { generator }: GatewayCase,
  { cwd, env }: Project,
  { doctor }: LabContext,
): Promise<readonly string[] | undefined> {
  const makefile = () => readFile(join(cwd, 'Makefile'), 'utf8');
  const before = await makefile();
  const argv = [...(doctor ?? []), 'fix', trap, '--apply', '--unsafe', '--dir', cwd];
  await run(argv, { cwd, env, timeoutMs: FIX_MS });
  const after = await makefile();
  if (after === before) return undefined;
  const flag = `--${generators[generator].name.slice('protoc-gen-'.length)}_opt=`;
  return after.split(/\s+/).flatMap((word) => (word.startsWith(flag) ? [word.slice(flag.length)] : []));
}

interface Project {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

const FIX_MS = 60_000;

/** What a user would have: one gateway, whose mux is the text that was measured, and a makefile that makes the document. */
async function projectOf({ id, mux, generator, ...edit }: GatewayCase, { work }: LabContext): Promise<Project> {
  const cwd = join(work, `project-${id}`);
  const plugin = generators[generator];
  const muxes = await readFile(join(packageRoot(), 'labs', 'gateway-json', 'muxes.go'), 'utf8');
  const text = new RegExp(`^\\t\\t"${mux}": ([\\s\\S]*?),\\n(?=\\t\\t"|\\t\\})`, 'm').exec(muxes)?.[1];
  if (text === undefined) throw new Error(`no mux ${mux}`);
  const options = (edit.options ?? []).map((option) => ` --${plugin.name.slice('protoc-gen-'.length)}_opt=${option}`);
  const files = {
    'go.mod': `module example.com/gateway-json\n\ngo 1.26.0\n\nrequire github.com/grpc-ecosystem/grpc-gateway/v2 ${gateway}\n`,
    'main.go': `package main

import (
	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/protobuf/encoding/protojson"
)

func main() {
	mux := ${text}
	serve(mux)
}
`,
    Makefile: `setup:
	go install ${plugin.package}@${plugin.version}

proto:
	protoc -I. --${plugin.name.slice('protoc-gen-'.length)}_out=docs${options.join('')} pb/everything.proto
`,
    'pb/everything.proto': await editedMessage(edit),
  };
  await mkdir(join(cwd, 'pb'), { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(cwd, name), content);
  return { cwd, env: { PATH: join(cwd, 'no-tools'), HOME: cwd } };
}
