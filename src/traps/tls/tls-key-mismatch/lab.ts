import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { go } from '../../../lab/kit/catalog.ts';
import { mustRun, run } from '../../../lab/kit/process.ts';
import { defineLab, isWanted, type LabContext, type Row } from '../../../lab/lab.ts';

const trap = 'tls-key-mismatch';
const minutes = 60_000;
const versions = ['1.21.13', '1.26.8'] as const;

interface Pair {
  readonly title: { readonly en: string; readonly zh: string };
  /** Files of the folder that are put one after the other. */
  readonly certificate: readonly string[];
  readonly key: readonly string[];
  readonly loads: boolean;
}

const pairs: Readonly<Record<string, Pair>> = {
  match: pair('the key of the certificate', '匹配的私钥', ['a.pem'], ['a.key'], true),
  'chain-in-order': pair(
    'own certificate, then issuer',
    '先自己的证书，后签发者',
    ['leaf.pem', 'ca.pem'],
    ['leaf.key'],
    true,
  ),
  combined: pair('both in one file', '放在同一个文件里', ['a.pem', 'a.key'], ['a.pem', 'a.key'], true),
  'combined-key-first': pair(
    'both in one file, the key first',
    '同一个文件，私钥在前',
    ['a.key', 'a.pem'],
    ['a.key', 'a.pem'],
    true,
  ),
  ed25519: pair('a key on Ed25519', 'Ed25519 私钥', ['ed.pem'], ['ed.key'], true),
  mismatch: pair('the key of another certificate', '另一张证书的私钥', ['a.pem'], ['b.key'], false),
  'rsa-mismatch': pair('another RSA key', '另一把 RSA 私钥', ['rsa.pem'], ['rsa-other.key'], false),
  type: pair('an RSA key, a certificate on a curve', '证书是椭圆曲线，私钥是 RSA', ['a.pem'], ['rsa.key'], false),
  order: pair('issuer first', '签发者在前', ['ca.pem', 'leaf.pem'], ['leaf.key'], false),
  switched: pair('switched', '两个文件写反', ['a.key'], ['a.pem'], false),
  'certificate-twice': pair('the certificate twice', '证书给了两次', ['a.pem'], ['a.pem'], false),
  request: pair('a request for the certificate', '用证书请求代替证书', ['a.csr'], ['a.key'], false),
  'public-key': pair('the public key for the key', '用公钥代替私钥', ['a.pem'], ['a.pub'], false),
  encrypted: pair('an encrypted key, PKCS#8', '加密的私钥，PKCS#8', ['a.pem'], ['a-encrypted.key'], false),
  'encrypted-old': pair(
    'an encrypted key, the old form',
    '加密的私钥，旧格式',
    ['rsa.pem'],
    ['rsa-encrypted.key'],
    false,
  ),
  'der-certificate': pair('the certificate in DER', 'DER 格式的证书', ['a.der'], ['a.key'], false),
  empty: pair('an empty key', '空的私钥文件', ['a.pem'], [], false),
};

function pair(en: string, zh: string, certificate: readonly string[], key: readonly string[], loads: boolean): Pair {
  return { title: { en, zh }, certificate, key, loads };
}

/** Loads the pair of the folder, as a server does before it listens. */
const program = `package main

import (
	"crypto/tls"
	"fmt"
)

func main() {
	pair, err := tls.LoadX509KeyPair("server.pem", "server-key.pem")
	if err != nil {
		fmt.Println(err)
		return
	}
	listener, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{Certificates: []tls.Certificate{pair}})
	if err != nil {
		fmt.Println(err)
		return
	}
	_ = listener.Close()
	fmt.Println("loaded")
}
`;

const lab = defineLab({
  id: trap,
  title: { en: 'Certificates and keys that do not match', zh: '证书和私钥不匹配' },
  question: {
    en: 'What does Go say of each pair of files, and does grpc-doctor say the same?',
    zh: '每一对文件，Go 会说什么？grpc-doctor 说的一样吗？',
  },
  traps: [trap],
  short: ['match', 'mismatch', 'order'],
  rowTitles: Object.fromEntries(Object.entries(pairs).map(([id, { title }]) => [id, title])),
  table: [
    { column: 'id', title: { en: 'files', zh: '文件' } },
    { column: 'go', title: { en: 'Go 1.26.8', zh: 'Go 1.26.8' } },
    { column: 'told', title: { en: 'grpc-doctor foretells', zh: 'grpc-doctor 的预测' } },
  ],
  run: async (context) => {
    const files = join(context.work, 'files');
    await mkdir(files);
    await makeFiles(files);
    const rows: Row[] = [];
    for (const [id, one] of Object.entries(pairs)) {
      if (!isWanted(lab, context, id)) continue;
      context.progress(id);
      rows.push(await measure(id, one, files, context));
    }
    return { rows, problems: rows.flatMap(contradiction) };
  },
});

/** Made by openssl; nothing of them is committed. */
async function makeFiles(cwd: string): Promise<void> {
  const openssl = (...words: string[]) =>
    mustRun(['openssl', ...words], { cwd, env: { PATH: process.env.PATH ?? '', HOME: cwd }, timeoutMs: minutes });
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  const own = async (name: string, key: readonly string[]): Promise<void> => {
    const out = ['-nodes', '-keyout', `${name}.key`, '-out', `${name}.pem`];
    await openssl(
      'req',
      '-x509',
      ...key,
      ...out,
      '-days',
      '30',
      '-subj',
      `/CN=${name}`,
      '-addext',
      `subjectAltName=DNS:${name}`,
    );
  };
  for (const name of ['a', 'b', 'ca']) await own(name, curve);
  for (const name of ['rsa', 'rsa-other']) await own(name, ['-newkey', 'rsa:2048']);
  await own('ed', ['-newkey', 'ed25519']);
  await openssl('req', '-new', ...curve, '-nodes', '-keyout', 'leaf.key', '-subj', '/CN=leaf', '-out', 'leaf.csr');
  const signer = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'];
  await openssl('x509', '-req', '-in', 'leaf.csr', ...signer, '-days', '30', '-out', 'leaf.pem');
  await openssl('req', '-new', '-key', 'a.key', '-subj', '/CN=a', '-out', 'a.csr');
  await openssl('pkey', '-in', 'a.key', '-pubout', '-out', 'a.pub');
  await openssl('pkcs8', '-topk8', '-in', 'a.key', '-passout', 'pass:lab', '-out', 'a-encrypted.key');
  await openssl(
    'rsa',
    '-in',
    'rsa.key',
    '-aes128',
    '-traditional',
    '-passout',
    'pass:lab',
    '-out',
    'rsa-encrypted.key',
  );
  await openssl('x509', '-in', 'a.pem', '-outform', 'DER', '-out', 'a.der');
}

async function measure(id: string, { certificate, key }: Pair, files: string, context: LabContext): Promise<Row> {
  const cwd = join(context.work, id);
  await mkdir(cwd);
  const joined = async (names: readonly string[]): Promise<Buffer> =>
    Buffer.concat(await Promise.all(names.map((name) => readFile(join(files, name)))));
  await writeFile(join(cwd, 'server.pem'), await joined(certificate));
  await writeFile(join(cwd, 'server-key.pem'), await joined(key));
  await writeFile(join(cwd, 'main.go'), program);
  await writeFile(join(cwd, 'go.mod'), 'module example.com/pair\n\ngo 1.21\n');
  const said: string[] = [];
  for (const version of versions) {
    const tool = await context.bench.tools.ensure(go(version));
    const env = { ...(await context.bench.tools.goEnvironment(tool)), GOTOOLCHAIN: 'local' };
    const { stdout } = await mustRun([tool.bin, 'run', '.'], { cwd, env, timeoutMs: 5 * minutes });
    said.push(stdout.trim());
  }
  const [oldest = '', newest = ''] = said;
  return {
    id,
    go: newest,
    'both-versions-agree': oldest === newest,
    ...(context.doctor && { told: await told(context.doctor, cwd, context) }),
  };
}

/** What the doctor foretells of Go's words; `loaded` where it says nothing. */
async function told(doctor: readonly string[], cwd: string, { bench }: LabContext): Promise<string> {
  const env = await bench.tools.goEnvironment(await bench.tools.ensure(go(versions[1])));
  const argv = [...doctor, 'check', '--format', 'json', '--only', trap, cwd];
  const { stdout } = await run(argv, { cwd, env, timeoutMs: 2 * minutes });
  const report = JSON.parse(stdout) as {
    readonly findings: readonly { readonly severity: string; readonly bites?: string }[];
  };
  const [finding] = report.findings;
  return finding ? (finding.bites ?? finding.severity) : 'loaded';
}

function contradiction(row: Row): string[] {
  const loads = pairs[row.id]?.loads ?? false;
  const odd =
    row['both-versions-agree'] !== true ||
    (row.go === 'loaded') !== loads ||
    (row.told !== undefined && row.told !== row.go);
  return odd ? [`${row.id}: ${JSON.stringify(row)}`] : [];
}

export default lab;
