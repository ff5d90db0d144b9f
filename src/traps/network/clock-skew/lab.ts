import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { GO } from '../../../lab/kit/catalog.ts';
import { askAbout } from '../../../lab/kit/doctor.ts';
import { mustRun } from '../../../lab/kit/process.ts';
import { defineLab, isWanted, type LabContext, type Row } from '../../../lab/lab.ts';
import { packageRoot } from '../../../lab/paths.ts';

const trap = 'clock-skew';
const minute = 60;
const hour = 60 * minute;

/** A server whose clock is so many seconds ahead of this one, and how many of them its cache explains. */
interface Server {
  readonly id: string;
  readonly ahead: number;
  readonly age?: number;
  /** What the doctor has to say. */
  readonly expected: string;
}

const servers: readonly Server[] = [
  { id: 'same', ahead: 0, expected: 'silent' },
  { id: 'server-5-min-ahead', ahead: 5 * minute, expected: 'warning' },
  { id: 'server-3-h-ahead', ahead: 3 * hour, expected: 'error' },
  { id: 'server-5-min-behind', ahead: -5 * minute, expected: 'warning' },
  { id: 'cached-3-h', ahead: -3 * hour, age: 3 * hour, expected: 'silent' },
];

/** When a certificate begins, from now, and how long it holds. */
const certificates = [
  { id: 'certificate-begins-in-1-h', flags: ['-begins=1h'] },
  { id: 'certificate-began-1-h-ago', flags: ['-begins=-1h'] },
  { id: 'certificate-ended-1-h-ago', flags: ['-begins=-2h', '-lasts=1h'] },
] as const;

const lab = defineLab({
  id: trap,
  title: { en: 'A clock that differs from a server', zh: '与服务器不一致的时钟' },
  question: {
    en: 'What does Go say of a certificate when the clock is off, and is the difference seen in a Date header?',
    zh: '时钟不准时，Go 对证书怎么说？能从 Date 头看出偏差吗？',
  },
  traps: [trap],
  article: ['2.4.diagram'],
  table: [
    { column: 'id', title: { en: 'server', zh: '服务器' } },
    { column: 'go', title: { en: 'Go client', zh: 'Go 客户端' } },
    { column: 'doctor', title: { en: 'grpc-doctor', zh: 'grpc-doctor' } },
  ],
  run: async (context) => {
    const rows: Row[] = [];
    const problems: string[] = [];
    for (const server of servers.filter(({ id }) => isWanted(lab, context, id))) {
      if (!context.doctor) break;
      const doctor = await askWith(server, context.doctor, context);
      if (doctor !== server.expected) problems.push(`${server.id}: should be ${server.expected}, is ${doctor}`);
      rows.push({ id: server.id, doctor });
    }
    for (const { id, flags } of certificates.filter((one) => isWanted(lab, context, one.id)))
      rows.push({ id, go: await handshake(flags, context) });
    return { rows, problems };
  },
});

/** The doctor in a small project whose proxy is a server with that clock. */
async function askWith({ id, ahead, age }: Server, doctor: readonly string[], { bench, work }: LabContext) {
  const folder = join(work, id);
  await mkdir(folder);
  await writeFile(join(folder, 'go.mod'), 'module example.com/hello\n\ngo 1.26.0\n');
  const server = createServer((_, response) => {
    response.sendDate = false;
    response.setHeader('Date', new Date(Date.now() + ahead * 1000).toUTCString());
    if (age !== undefined) response.setHeader('Age', `${age}`);
    response.end('v1.85.0\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { bin } = await bench.tools.ensure(GO);
    const proxy = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const env = { PATH: `${dirname(bin)}:${process.env.PATH ?? ''}`, HOME: folder, GOPROXY: proxy };
    return await askAbout(trap, doctor, ['--network', folder], { cwd: folder, env });
  } finally {
    server.close();
  }
}

/** What the real client of Go says, with the two times taken out. */
async function handshake(flags: readonly string[], { bench }: LabContext): Promise<string> {
  const tool = await bench.tools.ensure(GO);
  const env = await bench.tools.goEnvironment(tool);
  const cwd = join(packageRoot(), 'labs', 'not-yet-valid');
  const { stdout } = await mustRun([tool.bin, 'run', 'main.go', ...flags], { cwd, env, timeoutMs: 300_000 });
  return stdout
    .trim()
    .replace(/current time \S+/, 'current time <now>')
    .replace(/before \S+$/, 'before <begin>')
    .replace(/after \S+$/, 'after <end>');
}

export default lab;
