import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CertificateFolder } from '../../../lab/kit/certificates.ts';
import { askAbout } from '../../../lab/kit/doctor.ts';
import { startServers } from '../../../lab/kit/fault-servers.ts';
import { buildClient, newestClient } from '../../../lab/kit/grpc-clients.ts';
import { labCertificates } from '../../../lab/kit/lab-certificates.ts';
import { noNamespace, openNamespace } from '../../../lab/kit/namespace.ts';
import { mustRun, run } from '../../../lab/kit/process.ts';
import { defineLab, isWanted, type LabContext, type Measured, type Row } from '../../../lab/lab.ts';

const trap = 'localhost-in-container';
const callMs = 60_000;

/** Files of Docker Compose, and what the doctor has to say of them. */
const files = [
  { id: 'compose-localhost', address: 'localhost:50051', expected: 'warning' },
  { id: 'compose-name', address: 'greeter:50051', expected: 'silent' },
] as const;

const lab = defineLab({
  id: trap,
  title: { en: 'localhost inside and outside of a container', zh: '容器内外的 localhost' },
  question: {
    en: 'A server listens at localhost of the machine: what does a client print that has a network of its own, as a container has?',
    zh: '服务端监听机器的 localhost：像容器那样有自己网络的客户端会输出什么？',
  },
  traps: [trap],
  rowTitles: {
    'same-network': { en: 'the client on the machine itself', zh: '客户端就在这台机器上' },
    'own-network': { en: 'the client in a network of its own', zh: '客户端在自己的网络里' },
    'compose-localhost': { en: 'a Compose file that names localhost', zh: '写着 localhost 的 Compose 文件' },
    'compose-name': { en: 'a Compose file that names the service', zh: '写着服务名的 Compose 文件' },
  },
  table: [
    { column: 'client', title: { en: 'the newest client prints', zh: '最新客户端的输出' } },
    { column: 'doctor', title: { en: 'grpc-doctor', zh: 'grpc-doctor' } },
  ],
  run: async (context) => {
    const clients = await networks(context);
    const projects = await projectsOf(context);
    return { rows: [...clients.rows, ...projects.rows], problems: [...clients.problems, ...projects.problems] };
  },
});

async function networks(context: LabContext): Promise<Measured> {
  const wanted = ['same-network', 'own-network'].filter((id) => isWanted(lab, context, id));
  const impossible = wanted.includes('own-network') ? await noNamespace() : undefined;
  if (impossible !== undefined) context.progress(`skipped: ${impossible}`);
  const built = await buildClient(context.bench, newestClient);
  if ('refused' in built) throw new Error(built.refused);
  const certificates = await CertificateFolder.open(join(context.work, 'certificates'), labCertificates);
  await using servers = await startServers(context.bench, certificates, context.work, {
    it: { serve: 'grpc', grpc: { health: 'serving', reflection: 'both' } },
  });
  const target = servers.addresses.it ?? '';
  const measured: Measured[] = [];
  for (const id of wanted.filter((one) => one === 'same-network' || impossible === undefined)) {
    if (id === 'same-network') {
      measured.push(await measure(context, id, target, built.bin, []));
      continue;
    }
    await using own = await openNamespace();
    measured.push(await measure(context, id, target, built.bin, own.enter(context.work)));
  }
  return { rows: measured.flatMap(({ rows }) => rows), problems: measured.flatMap(({ problems }) => problems) };
}

async function measure(
  { work, doctor }: LabContext,
  id: string,
  target: string,
  bin: string,
  prefix: readonly string[],
): Promise<Measured> {
  const call = { id, target, repeat: 1, deadlineMs: 4000, method: '/grpc.health.v1.Health/Check', as: 'plaintext' };
  const input = JSON.stringify([call]);
  const { stdout } = await mustRun([...prefix, bin], { cwd: work, env: path, timeoutMs: callMs, input });
  const answer = JSON.parse(stdout) as { outcomes: { code: string; message: string }[] };
  const [outcome] = answer.outcomes;
  const said = [outcome?.code ?? '', outcome?.message ?? ''].filter((part) => part !== '').join(': ');
  const client = said.replaceAll(/:\d{4,5}\b/g, ':<port>');
  if (doctor === null) return { rows: [{ id, client }], problems: [] };
  // A pod tells its programs so.
  const inPod: Record<string, string> = prefix.length > 0 ? { KUBERNETES_SERVICE_HOST: '10.96.0.1' } : {};
  const argv = [...prefix, ...doctor, 'probe', '--format', 'json', '--as', 'plaintext', target];
  const asked = await run(argv, { cwd: work, env: { ...path, ...inPod, HOME: work }, timeoutMs: callMs });
  const { findings } = JSON.parse(asked.stdout) as { findings: { trap: string; severity: string }[] };
  const told = findings.map(({ trap: name, severity }) => `${severity}: ${name}`);
  const missing = prefix.length > 0 && !told.includes(`warning: ${trap}`);
  const surplus = prefix.length === 0 && told.length > 0;
  return { rows: [{ id, client, doctor: told }], problems: missing || surplus ? [`${id}: told is ${told}`] : [] };
}

const path = { PATH: process.env.PATH ?? '' };

async function projectsOf(context: LabContext): Promise<Measured> {
  const rows: Row[] = [];
  const problems: string[] = [];
  for (const { id, address, expected } of files.filter((one) => isWanted(lab, context, one.id))) {
    if (context.doctor === null) break;
    const folder = join(context.work, id);
    await mkdir(folder);
    await writeFile(join(folder, 'go.mod'), 'module example.com/hello\n\ngo 1.26.0\n');
    await writeFile(join(folder, 'compose.yaml'), composeWith(address));
    const said = await askAbout(trap, context.doctor, [folder], { cwd: folder, env: { ...path, HOME: folder } });
    if (said !== expected) problems.push(`${id}: should be ${expected}, is ${said}`);
    rows.push({ id, doctor: said });
  }
  return { rows, problems };
}

function composeWith(address: string): string {
  return [
    'services:',
    '  greeter: { image: acme/greeter, ports: ["50051:50051"] }',
    '  web:',
    '    image: acme/web',
    '    environment:',
    `      GREETER_ADDR: ${address}`,
    '',
  ].join('\n');
}

export default lab;
