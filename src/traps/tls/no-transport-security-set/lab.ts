import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GO } from '../../../lab/kit/catalog.ts';
import { askAbout } from '../../../lab/kit/doctor.ts';
import { compilerSays, requireAndBuild } from '../../../lab/kit/go-program.ts';
import { run } from '../../../lab/kit/process.ts';
import { type Cell, defineLab, isWanted, type LabContext, type Row } from '../../../lab/lab.ts';

const trap = 'no-transport-security-set';
const versions = ['1.36.0', '1.50.1', '1.85.0'] as const;
const grpc = 'google.golang.org/grpc';

interface Client {
  readonly title: { readonly en: string; readonly zh: string };
  readonly imports?: readonly string[];
  /** The second argument of Dial. */
  readonly options: string;
  readonly fails: boolean;
}

const clients: Readonly<Record<string, Client>> = {
  none: { title: { en: 'no option at all', zh: '没有任何选项' }, options: '', fails: true },
  other: {
    title: { en: 'other options, put into a slice', zh: '只有别的选项，放在切片里' },
    options: ', options()...',
    fails: true,
  },
  'per-call': {
    title: { en: 'credentials for calls alone', zh: '只有每次调用的凭据' },
    options: ', grpc.WithPerRPCCredentials(token{})',
    fails: true,
  },
  plaintext: {
    title: { en: 'insecure.NewCredentials()', zh: 'insecure.NewCredentials()' },
    imports: [`${grpc}/credentials/insecure`],
    options: ', grpc.WithTransportCredentials(insecure.NewCredentials())',
    fails: false,
  },
  tls: {
    title: { en: 'TLS', zh: 'TLS' },
    imports: [`${grpc}/credentials`],
    options: ', grpc.WithTransportCredentials(credentials.NewTLS(nil))',
    fails: false,
  },
};

/** A client that dials, tells what Dial said, and calls nothing. */
function program({ imports = [], options }: Client): string {
  const list = ['context', 'fmt', grpc, ...imports].map((path) => `\t"${path}"\n`).join('');
  return `package main

import (
${list})

type token struct{}

func (token) GetRequestMetadata(context.Context, ...string) (map[string]string, error) { return nil, nil }
func (token) RequireTransportSecurity() bool                                          { return false }

func options() []grpc.DialOption {
	all := []grpc.DialOption{grpc.WithUserAgent("lab")}
	all = append(all, grpc.WithMaxMsgSize(1024))
	return all
}

func main() {
	conn, err := grpc.Dial("127.0.0.1:1"${options})
	if err != nil {
		fmt.Println(err)
		return
	}
	_ = conn.Close()
	fmt.Println("dialled")
}
`;
}

const lab = defineLab({
  id: trap,
  title: { en: 'A client without credentials', zh: '没有凭据的客户端' },
  question: { en: 'What does Dial say without an option about credentials?', zh: '没有凭据选项时，Dial 会说什么？' },
  traps: [trap],
  article: ['1.tls.tls-by-default'],
  short: ['none', 'plaintext'],
  rowTitles: Object.fromEntries(Object.entries(clients).map(([id, { title }]) => [id, title])),
  table: [
    { column: 'id', title: { en: 'client', zh: '客户端' } },
    ...versions.map((version) => ({
      column: `grpc-${version}`,
      title: { en: `grpc-go ${version}`, zh: `grpc-go ${version}` },
    })),
    { column: 'doctor', title: { en: 'grpc-doctor', zh: 'grpc-doctor' } },
  ],
  run: async (context) => {
    const rows: Row[] = [];
    for (const [id, client] of Object.entries(clients)) {
      if (!isWanted(lab, context, id)) continue;
      context.progress(id);
      rows.push(await measure(id, client, context));
    }
    return { rows, problems: rows.flatMap(contradiction) };
  },
});

async function measure(id: string, client: Client, { bench, work, doctor }: LabContext): Promise<Row> {
  const cells: Record<string, Cell> = {};
  const env = await bench.tools.goEnvironment(await bench.tools.ensure(GO), bench.folders.modCache);
  for (const version of versions) {
    const cwd = join(work, `${id}-${version}`);
    await mkdir(cwd);
    await writeFile(join(cwd, 'main.go'), program(client));
    const built = await requireAndBuild(bench, { [grpc]: `v${version}` }, cwd, join(cwd, 'client'));
    const said = built.rc === 0 ? await run([join(cwd, 'client')], { cwd, env, timeoutMs: 60_000 }) : undefined;
    cells[`grpc-${version}`] = said ? said.stdout.trim() : compilerSays(built);
    if (doctor) cells.doctor = await askAbout(trap, doctor, [cwd], { cwd, env });
  }
  return { id, ...cells };
}

function contradiction(row: Row): string[] {
  const fails = clients[row.id]?.fails ?? false;
  const agrees = versions.every((version) =>
    String(row[`grpc-${version}`]).startsWith(fails ? 'grpc: no transport security set' : 'dialled'),
  );
  const odd = !agrees || (row.doctor !== undefined && row.doctor !== (fails ? 'error' : 'silent'));
  return odd ? [`${row.id}: ${JSON.stringify(row)}`] : [];
}

export default lab;
