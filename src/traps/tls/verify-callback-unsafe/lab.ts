import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { go } from '../../../lab/kit/catalog.ts';
import { askAbout } from '../../../lab/kit/doctor.ts';
import { mustRun } from '../../../lab/kit/process.ts';
import { defineLab, isWanted, type LabContext, type Row } from '../../../lab/lab.ts';
import { packageRoot } from '../../../lab/paths.ts';

const trap = 'verify-callback-unsafe';
const minutes = 60_000;
const versions = ['1.21.13', '1.26.8'] as const;

/** `Verify` with these options, as the callback of the article calls it. */
function callback(skip: boolean, options: string, before = ''): string {
  return `&tls.Config{
		InsecureSkipVerify: ${skip},
		VerifyPeerCertificate: func(rawCerts [][]byte, _ [][]*x509.Certificate) error {
			calls++
			cert, err := x509.ParseCertificate(rawCerts[0])
			if err != nil {
				return err
			}
			${before}
			_, err = cert.Verify(x509.VerifyOptions{${options}})
			return err
		},
	}`;
}

/** As the article writes it: only where Go has built no chain. */
function ofArticle(skip: boolean): string {
  return callback(skip, 'Roots: roots')
    .replace(
      /cert, err :=[\s\S]*return err\n\t\t},/,
      `if len(verified) == 0 {
				cert, _ := x509.ParseCertificate(rawCerts[0])
				_, err := cert.Verify(x509.VerifyOptions{Roots: roots})
				return err
			}
			return nil
		},`,
    )
    .replace('_ [][]*x509', 'verified [][]*x509');
}

const pool = `intermediates := x509.NewCertPool()
			for _, raw := range rawCerts[1:] {
				if one, err := x509.ParseCertificate(raw); err == nil {
					intermediates.AddCert(one)
				}
			}`;

interface Configuration {
  readonly title: { readonly en: string; readonly zh: string };
  readonly code: string;
  /** How the doctor has to speak of it. */
  readonly doctor: string;
}

const configurations: Readonly<Record<string, Configuration>> = {
  article: {
    title: { en: 'the callback of the article, InsecureSkipVerify: true', zh: '文章的回调，InsecureSkipVerify: true' },
    code: ofArticle(true),
    doctor: 'error',
  },
  'article-false': {
    title: { en: 'the same, InsecureSkipVerify: false', zh: '同上，InsecureSkipVerify: false' },
    code: ofArticle(false).replace('&tls.Config{', '&tls.Config{\n\t\tRootCAs: roots,'),
    doctor: 'info',
  },
  'verified-twice': {
    title: {
      en: 'InsecureSkipVerify: false, and Verify in every case',
      zh: 'InsecureSkipVerify: false，并且总是调用 Verify',
    },
    code: callback(false, 'Roots: roots').replace('&tls.Config{', '&tls.Config{\n\t\tRootCAs: roots,'),
    doctor: 'info',
  },
  'without-name': {
    title: { en: 'with Intermediates, without DNSName', zh: '有 Intermediates，没有 DNSName' },
    code: callback(true, 'Roots: roots, Intermediates: intermediates', pool),
    doctor: 'error',
  },
  'without-intermediates': {
    title: { en: 'with DNSName, without Intermediates', zh: '有 DNSName，没有 Intermediates' },
    code: callback(true, 'Roots: roots, DNSName: "svc.example"'),
    doctor: 'info',
  },
  complete: {
    title: { en: 'with both', zh: '两者都有' },
    code: callback(true, 'Roots: roots, DNSName: "svc.example", Intermediates: intermediates', pool),
    doctor: 'silent',
  },
  connection: {
    title: { en: 'VerifyConnection of the explanation', zh: '说明里的 VerifyConnection' },
    code: `&tls.Config{
		InsecureSkipVerify: true,
		VerifyConnection: func(state tls.ConnectionState) error {
			calls++
			intermediates := x509.NewCertPool()
			for _, one := range state.PeerCertificates[1:] {
				intermediates.AddCert(one)
			}
			_, err := state.PeerCertificates[0].Verify(x509.VerifyOptions{
				Roots:         roots,
				Intermediates: intermediates,
				DNSName:       state.ServerName,
			})
			return err
		},
	}`,
    doctor: 'silent',
  },
  roots: {
    title: { en: 'RootCAs and nothing else', zh: '只有 RootCAs' },
    code: '&tls.Config{RootCAs: roots}',
    doctor: 'silent',
  },
};

const lab = defineLab({
  id: trap,
  title: { en: 'Certificates verified by own code', zh: '自己写代码校验证书' },
  question: {
    en: 'What does each configuration accept, and how often is the callback called?',
    zh: '每种配置接受什么？回调被调用了几次？',
  },
  traps: [trap],
  article: ['4.1.callback', '4.1.bypass'],
  short: ['article', 'complete'],
  rowTitles: Object.fromEntries(Object.entries(configurations).map(([id, { title }]) => [id, title])),
  table: [
    { column: 'id', title: { en: 'configuration', zh: '配置' } },
    { column: 'wrong-name', title: { en: 'wrong name', zh: '名称不对' } },
    { column: 'intermediate', title: { en: 'right name, through an intermediate', zh: '名称正确，经过中间 CA' } },
    { column: 'expired', title: { en: 'expired: calls of the callback', zh: '已过期：回调次数' } },
    { column: 'doctor', title: { en: 'grpc-doctor', zh: 'grpc-doctor' } },
  ],
  run: async (context) => {
    const rows: Row[] = [];
    for (const [id, one] of Object.entries(configurations)) {
      if (!isWanted(lab, context, id)) continue;
      context.progress(id);
      rows.push(await measure(id, one.code, context));
    }
    return { rows, problems: rows.flatMap(contradiction) };
  },
});

async function measure(id: string, code: string, { bench, work, doctor }: LabContext): Promise<Row> {
  const cwd = join(work, id);
  await mkdir(cwd);
  await writeFile(join(cwd, 'go.mod'), 'module example.com/verify\n\ngo 1.21\n');
  await copyFile(join(packageRoot(), 'labs', 'verify-callback', 'main.go'), join(cwd, 'main.go'));
  await writeFile(
    join(cwd, 'config.go'),
    `package main\n\nimport (\n\t"crypto/tls"\n\t"crypto/x509"\n)\n\nfunc clientConfig(roots *x509.CertPool) *tls.Config {\n\treturn ${code}\n}\n`,
  );
  const said = new Map<string, string>();
  for (const version of versions) {
    const tool = await bench.tools.ensure(go(version));
    const env = { ...(await bench.tools.goEnvironment(tool)), GOTOOLCHAIN: 'local' };
    const { stdout } = await mustRun([tool.bin, 'run', '.'], { cwd, env, timeoutMs: 5 * minutes });
    said.set(
      version,
      stdout
        .trim()
        .replace(/current time \S+ is after \S+/g, 'current time …')
        .replace(/current time [^;…]*/g, 'current time …'),
    );
  }
  const [oldest, newest] = versions.map((version) => said.get(version) ?? '');
  const lines = (newest ?? '').split('\n');
  const env = await bench.tools.goEnvironment(await bench.tools.ensure(go(versions[1])));
  return {
    id,
    'wrong-name': verdictIn(lines[1]),
    intermediate: verdictIn(lines[2]),
    expired: Number(/called (\d+) times/.exec(lines[3] ?? '')?.[1] ?? -1),
    says: lines,
    'both-versions-agree': oldest === newest,
    ...(doctor && { doctor: await askAbout(trap, doctor, [cwd], { cwd, env }) }),
  };
}

function verdictIn(line = ''): string {
  return /: (accepted|refused)/.exec(line)?.[1] ?? line;
}

function contradiction(row: Row): string[] {
  const expected = configurations[row.id]?.doctor;
  const odd = row['both-versions-agree'] !== true || (row.doctor !== undefined && row.doctor !== expected);
  return odd ? [`${row.id}: ${JSON.stringify(row)}`] : [];
}

export default lab;
