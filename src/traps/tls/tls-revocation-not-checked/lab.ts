import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { go } from '../../../lab/kit/catalog.ts';
import { compilerSays, requireAndBuild } from '../../../lab/kit/go-program.ts';
import { mustRun, run } from '../../../lab/kit/process.ts';
import { type Cell, defineLab, isWanted, type LabContext, type Row } from '../../../lab/lab.ts';
import { packageRoot } from '../../../lab/paths.ts';

const trap = 'tls-revocation-not-checked';
const minutes = 60_000;
const versions = ['1.21.13', '1.26.8'] as const;
const certificates = ['good', 'revoked'] as const;

const lab = defineLab({
  id: trap,
  title: { en: 'Revoked certificates', zh: '被吊销的证书' },
  question: {
    en: 'Who accepts a revoked certificate, and who was asked about it?',
    zh: '谁会接受被吊销的证书？又有谁被询问过？',
  },
  traps: [trap],
  article: ['4.1.masking-example', '4.1.row-revoked'],
  rowTitles: {
    good: { en: 'a certificate that is not revoked', zh: '未被吊销的证书' },
    revoked: { en: 'a revoked certificate', zh: '已被吊销的证书' },
  },
  table: [
    { column: 'id', title: { en: 'certificate', zh: '证书' } },
    { column: 'go', title: { en: 'Go clients', zh: 'Go 客户端' } },
    { column: 'asked', title: { en: 'requests to list and responder', zh: '对列表和 OCSP 的请求' } },
    { column: 'openssl-list', title: { en: 'openssl verify with the list', zh: 'openssl verify，使用列表' } },
    { column: 'openssl-ocsp', title: { en: 'openssl ocsp', zh: 'openssl ocsp' } },
    {
      column: 'probe',
      title: { en: 'grpc-doctor probe --check-revocation', zh: 'grpc-doctor probe --check-revocation' },
    },
    { column: 'advancedtls', title: { en: 'advancedtls with the list', zh: 'advancedtls，使用列表' } },
  ],
  run: async (context) => {
    const authority = await Authority.start(join(context.work, 'authority'));
    try {
      const rows: Row[] = [];
      for (const id of certificates) {
        if (!isWanted(lab, context, id)) continue;
        context.progress(id);
        rows.push(await measure(id, authority, context));
      }
      return { rows, problems: rows.flatMap(contradiction) };
    } finally {
      authority.stop();
    }
  },
});

/** An authority made by openssl, with its list and its responder on this machine. Counts who asks. */
class Authority {
  readonly folder: string;
  readonly #server: Server;
  asked = 0;

  private constructor(folder: string) {
    this.folder = folder;
    this.#server = createServer((request, response) => {
      this.asked += 1;
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const answer =
          request.method === 'POST' ? this.#respond(Buffer.concat(chunks)) : readFile(join(folder, 'ca.crl'));
        answer.then(
          (bytes) => response.writeHead(200, { 'content-type': typeOf(request.method) }).end(bytes),
          () => response.writeHead(500).end(),
        );
      });
    });
  }

  static async start(folder: string): Promise<Authority> {
    await mkdir(join(folder, 'new'), { recursive: true });
    const authority = new Authority(folder);
    await new Promise<void>((resolve) => authority.#server.listen(0, '127.0.0.1', resolve));
    const { port } = authority.#server.address() as AddressInfo;
    await authority.#make(port);
    return authority;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  get place(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  openssl(...words: string[]): Promise<unknown> {
    return mustRun(['openssl', ...words], this.#options());
  }

  /** What a tool says, whatever its code. */
  async says(...words: string[]): Promise<string> {
    const { stdout, stderr } = await run(['openssl', ...words], this.#options());
    return `${stdout}\n${stderr}`;
  }

  #options() {
    return { cwd: this.folder, env: { PATH: process.env.PATH ?? '', HOME: this.folder }, timeoutMs: minutes };
  }

  async #make(port: number): Promise<void> {
    const configuration = `[ca]
default_ca=own
[own]
database=index.txt
new_certs_dir=new
serial=serial
crlnumber=crlnumber
default_md=sha256
default_days=30
default_crl_days=30
policy=any
x509_extensions=leaf
crl_extensions=list
copy_extensions=none
[any]
commonName=supplied
[req]
distinguished_name=dn
[dn]
[list]
authorityKeyIdentifier=keyid
[leaf]
subjectAltName=DNS:localhost,IP:127.0.0.1
extendedKeyUsage=serverAuth
authorityKeyIdentifier=keyid
crlDistributionPoints=URI:http://127.0.0.1:${port}/ca.crl
authorityInfoAccess=OCSP;URI:http://127.0.0.1:${port}/ocsp
[root]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
`;
    await writeFile(join(this.folder, 'cnf'), configuration);
    await writeFile(join(this.folder, 'index.txt'), '');
    await writeFile(join(this.folder, 'serial'), '1000\n');
    await writeFile(join(this.folder, 'crlnumber'), '01\n');
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    const root = ['-x509', '-days', '30', '-subj', '/CN=Lab Root', '-config', 'cnf', '-extensions', 'root'];
    await this.openssl('req', ...curve, ...root, '-keyout', 'ca.key', '-out', 'ca.pem');
    const own = ['-config', 'cnf', '-cert', 'ca.pem', '-keyfile', 'ca.key'];
    for (const name of certificates) {
      await this.openssl(
        'req',
        ...curve,
        '-config',
        'cnf',
        '-subj',
        `/CN=${name}`,
        '-keyout',
        `${name}.key`,
        '-out',
        `${name}.csr`,
      );
      await this.openssl('ca', '-batch', '-notext', ...own, '-in', `${name}.csr`, '-out', `${name}.pem`);
    }
    await this.openssl('ca', ...own, '-revoke', 'revoked.pem', '-crl_reason', 'keyCompromise');
    await this.openssl('ca', ...own, '-gencrl', '-out', 'ca.crl.pem');
    await this.openssl('crl', '-in', 'ca.crl.pem', '-outform', 'DER', '-out', 'ca.crl');
  }

  /** The responder of openssl, one question at a time. */
  async #respond(question: Buffer): Promise<Buffer> {
    await writeFile(join(this.folder, 'question'), question);
    const signer = ['-rsigner', 'ca.pem', '-rkey', 'ca.key', '-CA', 'ca.pem'];
    await this.openssl(
      'ocsp',
      '-index',
      'index.txt',
      ...signer,
      '-reqin',
      'question',
      '-respout',
      'answer',
      '-ndays',
      '1',
    );
    return readFile(join(this.folder, 'answer'));
  }
}

function typeOf(method: string | undefined): string {
  return method === 'POST' ? 'application/ocsp-response' : 'application/pkix-crl';
}

async function measure(id: string, authority: Authority, context: LabContext): Promise<Row> {
  const { bench, work } = context;
  const cwd = join(work, id);
  await mkdir(join(cwd, 'crl'), { recursive: true });
  await copyFile(join(authority.folder, `${id}.pem`), join(cwd, 'server.pem'));
  await copyFile(join(authority.folder, `${id}.key`), join(cwd, 'server.key'));
  await copyFile(join(authority.folder, 'ca.pem'), join(cwd, 'ca.pem'));
  await copyFile(join(authority.folder, 'ca.crl.pem'), join(cwd, 'crl', 'ca.crl'));
  const programs = join(packageRoot(), 'labs', 'revoked');
  await copyFile(join(programs, 'plain', 'main.go'), join(cwd, 'main.go'));
  await writeFile(join(cwd, 'go.mod'), 'module example.com/revoked\n\ngo 1.21\n');
  authority.asked = 0;
  const said = new Set<string>();
  for (const version of versions) {
    const tool = await bench.tools.ensure(go(version));
    const env = { ...(await bench.tools.goEnvironment(tool)), GOTOOLCHAIN: 'local' };
    const { stdout } = await mustRun([tool.bin, 'run', '.'], { cwd, env, timeoutMs: 5 * minutes });
    said.add(stdout.trim());
  }
  const { asked } = authority;
  const list = await authority.says('verify', '-crl_check', '-CAfile', 'ca.pem', '-CRLfile', 'ca.crl.pem', `${id}.pem`);
  const ask = ['-issuer', 'ca.pem', '-cert', `${id}.pem`, '-CAfile', 'ca.pem', '-url', `${authority.place}/ocsp`];
  const responder = await authority.says('ocsp', ...ask);
  return {
    id,
    go: [...said].join(' | '),
    asked,
    'openssl-list': /certificate revoked/.test(list) ? 'refused: certificate revoked' : 'OK',
    'openssl-ocsp': /\.pem: (\w+)/.exec(responder)?.[1] ?? '',
    advancedtls: await withLists(cwd, context),
    ...(context.doctor && {
      check: await severityOf([...context.doctor, 'check', cwd], cwd, context),
      probe: await probed(context.doctor, cwd, context),
    }),
  };
}

async function withLists(folder: string, { bench }: LabContext): Promise<Cell> {
  const cwd = join(folder, 'lists');
  await mkdir(cwd);
  await copyFile(join(packageRoot(), 'labs', 'revoked', 'lists', 'main.go'), join(cwd, 'main.go'));
  const require = { 'google.golang.org/grpc/security/advancedtls': 'v1.0.0' };
  const built = await requireAndBuild(bench, require, cwd, join(cwd, 'client'));
  if (built.rc !== 0) return compilerSays(built);
  const env = await bench.tools.goEnvironment(await bench.tools.ensure(go(versions[1])));
  const { stdout } = await run([join(cwd, 'client')], { cwd: folder, env, timeoutMs: minutes });
  return stdout.trim();
}

/** How a probe that may ask for revocation speaks of a server with this certificate. */
async function probed(doctor: readonly string[], cwd: string, context: LabContext): Promise<Cell> {
  const [cert, key] = await Promise.all(['server.pem', 'server.key'].map((name) => readFile(join(cwd, name))));
  const server = createSecureServer({ ...(cert && { cert }), ...(key && { key }) });
  server.on('sessionError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const target = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const argv = [...doctor, 'probe', target, '--as', 'tls', '--ca', join(cwd, 'ca.pem'), '--check-revocation'];
    return await severityOf(argv, cwd, context);
  } finally {
    server.close();
  }
}

/** How the doctor speaks of this trap. */
async function severityOf(argv: readonly string[], cwd: string, { bench }: LabContext): Promise<Cell> {
  const env = await bench.tools.goEnvironment(await bench.tools.ensure(go(versions[1])));
  const { stdout } = await run([...argv, '--format', 'json'], { cwd, env, timeoutMs: 2 * minutes });
  const report = JSON.parse(stdout) as {
    readonly findings: readonly { readonly trap: string; readonly severity: string }[];
  };
  return report.findings.find((finding) => finding.trap === trap)?.severity ?? 'silent';
}

function contradiction(row: Row): string[] {
  const revoked = row.id === 'revoked';
  const agrees =
    row.go === 'accepted' &&
    row.asked === 0 &&
    (row['openssl-list'] === 'OK') === !revoked &&
    row['openssl-ocsp'] === row.id &&
    String(row.advancedtls).startsWith(revoked ? 'refused' : 'accepted') &&
    (row.check === undefined || row.check === 'info') &&
    (row.probe === undefined || row.probe === (revoked ? 'error' : 'silent'));
  return agrees ? [] : [`${row.id}: ${JSON.stringify(row)}`];
}

export default lab;
