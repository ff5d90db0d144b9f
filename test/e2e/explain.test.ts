import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bare, cli, faults, scratch } from '../support/cli.ts';

let root: string;
let remove: () => void;
beforeAll(async () => {
  ({ root, remove } = await scratch('explain'));
});
afterAll(() => remove());

async function explain(query: string, ...more: readonly string[]) {
  const ran = await cli(['explain', ...query.split(' '), ...more], { cwd: root });
  expect(faults(ran)).toEqual([]);
  return ran;
}

/** The article's claims as people bring them: what has to come first, and what they have to read there. */
const claims: readonly [id: string, fact: RegExp, en: string, zh: string][] = [
  [
    '1.version-coupling.go111module-on',
    /auto[\s\S]*on[\s\S]*GO111MODULE/,
    'GO111MODULE must be on',
    'GO111MODULE 必须是 on',
  ],
  ['1.version-coupling.go-1.21', /go 1\.19[\s\S]*1\.65\.0/, 'grpc 1.60 needs Go 1.21', 'grpc 1.60 需要 Go 1.21'],
  [
    '1.intro.plugin-not-found',
    /program not found or is not executable[\s\S]*plugin-not-on-path/,
    'plugin not found',
    'protoc 报 plugin not found',
  ],
  ['1.plugin-path.latest', /1\.6\.2[\s\S]*1\.63\.2/, '@latest', '插件必须装 @latest'],
  ['1.script.row-coupling', /1\.0\.5/, 'undefined: grpc.UnaryServerInterceptor', 'grpc.UnaryServerInterceptor 未定义'],
  ['1.tls.preface-text', /1\.41[\s\S]*1\.50/, 'closed before server preface', '收到 server preface 之前连接关闭'],
  [
    '1.tls.new-insecure',
    /insecure\.NewCredentials\(\)[\s\S]*1\.34/,
    'credentials.NewInsecure',
    '用 credentials.NewInsecure 关闭 TLS',
  ],
  ['2.2.static-fails', /NEEDED/, 'CGO_ENABLED=0 not static', 'CGO_ENABLED=0 不是静态链接'],
  ['2.4.thesis', /15\.6/, 'time.Now Windows', 'Windows 上 time.Now 的精度'],
  ['2.5.issue-62074', /60056[\s\S]*54130/, '#62074', 'issue 62074'],
  [
    '2.5.mod-vendor-panic',
    /-mod may only be set to readonly when in workspace mode/,
    '-mod=vendor not supported',
    '工作区不支持 -mod=vendor',
  ],
  ['3.1.row-3.21.12', /1\.22\.0/, 'protoc-gen-go 1.29', '需要 protoc-gen-go 1.29'],
  ['3.2.silent', /File recursively imports itself/, 'silent cycle', '循环引用静默编译通过'],
  ['3.3.tags', /protojson/, 'json:",string"', 'json 标签 string'],
  ['4.1.row-name', /HostnameError/, 'NameMismatch', '名称不匹配 NameMismatch'],
  [
    '4.1.row-revoked',
    /CRL[\s\S]*tls-revocation-not-checked/,
    'RejectedByCallback',
    '中间证书被吊销 RejectedByCallback',
  ],
  ['4.4.row-prewarm', /(?:no DNS cache|没有 DNS 缓存)[\s\S]*20/, 'DNS pre-warm', 'DNS 预热'],
  ['4.3.thesis', /1992[\s\S]*1997/, 'GOMAXPROCS leak', 'GOMAXPROCS 泄漏'],
];

describe('who comes with a claim of the article', () => {
  it.each(claims.flatMap(([id, fact, ...queries]) => queries.map((query) => [query, id, fact] as const)))(
    'as %s, reads %s in both languages',
    async (query, id, fact) => {
      for (const [lang, refuted] of [
        ['en', /^(?:false|unverifiable)\b/m],
        ['zh', /^(?:不实|无法核实)：/m],
      ] as const) {
        const { code, stdout, stderr } = await explain(query, '--lang', lang);
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(stdout.split('\n')[0]).toBe(id);
        expect(stdout).toMatch(refuted);
        expect(stdout.replace(/\s+/g, ' ')).toMatch(fact);
      }
    },
  );

  it('is told where no lab of ours has measured it yet', async () => {
    expect((await explain('GOMAXPROCS leak')).stdout).toMatch(/No lab of this project measures it yet/);
    expect((await explain('DNS 预热', '--lang', 'zh')).stdout).toMatch(/本项目还没有实验测量它/);
    expect((await explain('silent cycle')).stdout).not.toMatch(/No lab of this project/);
  });
});

describe('a text that leaves the cause open', () => {
  it.each([
    [
      'status code 1',
      'plugin-failed',
      /protoc-gen-go --version[\s\S]*→ plugin-not-on-path[\s\S]*→ go-package-missing[\s\S]*1\.script\.row-path/,
    ],
    ['插件退出码 1', 'plugin-failed', /→ plugin-wrong-arch/],
    ['--go_out: protoc-gen-go: Plugin failed with status code 1.', 'plugin-failed', /→ plugin-not-on-path/],
    ['context deadline exceeded', 'deadline-exceeded', /grpc-doctor probe TARGET[\s\S]*→ server-silent/],
    ['rpc error: code = DeadlineExceeded desc = context deadline exceeded', 'deadline-exceeded', /→ server-silent/],
    ['transport is closing', 'connection-ended', /→ proxy-idle-timeout/],
  ])('%s is told as the questions of %s', async (query, id, tree) => {
    for (const lang of ['en', 'zh']) {
      const { code, stdout } = await explain(query, '--lang', lang);
      expect({ code, first: stdout.split('\n')[0] }).toEqual({ code: 0, first: id });
      expect(stdout.replace(/\n[│ ]*/g, ' ')).toMatch(tree);
      const long = stdout.split('\n').filter((line) => stringWidth(line) > 80);
      expect(long.filter((line) => !/^[│ ]* {3}\S/.test(line))).toEqual([]);
    }
  });
});

describe('a variable', () => {
  it('is told as it is on this machine, and who set it', async () => {
    const goenv = join(root, 'go', 'env');
    mkdirSync(join(root, 'go'), { recursive: true });
    writeFileSync(goenv, 'GOFLAGS=-mod=mod\nGO111MODULE=auto\n');
    const told = async (env: Record<string, string>, ...args: readonly string[]) =>
      (await cli(['explain', 'GO111MODULE', 'must', 'be', 'on', ...args], { cwd: root, env: { ...bare, ...env } }))
        .stdout;
    expect(await told({})).toMatch(/^GO111MODULE is not set here$/m);
    expect(await told({ GO111MODULE: 'off' })).toMatch(/^GO111MODULE is off here, set by \$GO111MODULE$/m);
    expect((await told({ GOENV: goenv })).replace(/\s+/g, ' ')).toContain(
      `GO111MODULE is auto here, set by ${goenv}:2`,
    );
    expect(await told({ GO111MODULE: 'on' }, '--lang', 'zh')).toMatch(
      /^本机的 GO111MODULE 是 on，由 \$GO111MODULE 设置$/m,
    );
  });

  it('does not show a login', async () => {
    const env = { ...bare, HTTPS_PROXY: 'http://user:hunter2@127.0.0.1:9' };
    const { stdout } = await cli(['explain', 'HTTPS_PROXY'], { cwd: root, env });
    expect(stdout).toMatch(/HTTPS_PROXY is http:\/\/\*\*\*@127\.0\.0\.1:9 here/);
    expect(stdout).not.toMatch(/hunter2/);
  });
});

describe('what is told', () => {
  it.each([
    ['GO111MODULE must be on', 'en'],
    ['GO111MODULE 必须是 on', 'zh'],
    ['2.4', 'en'],
    ['2.4', 'zh'],
    ['vendor ignored', 'en'],
    ['vendor 被忽略', 'zh'],
    ['x509: certificate signed by unknown authority', 'en'],
    ['GOPROXY', 'zh'],
  ])('of %s in %s', async (query, lang) => {
    expect((await explain(query, '--lang', lang)).stdout).toMatchSnapshot();
  });

  it('of a long text is told in time, and without its logins', async () => {
    const noise = 'zzqx wvut '.repeat(6000);
    const { code, stderr, ms } = await explain(`https://user:hunter2@host.invalid/x ${noise}`);
    expect(code).toBe(2);
    expect(stderr).not.toMatch(/hunter2/);
    expect(stderr.length).toBeLessThan(300);
    expect(ms).toBeLessThan(5000);
  });

  it('of an error text is what explains it', async () => {
    const { stdout } = await explain('x509: certificate has expired or is not yet valid');
    expect(stdout.split('\n')[0]).toBe('tls-expired');
    expect(stdout).toMatch(/How to get out/);
  });

  it.each([
    ['en', /^grpc-doctor: nothing is known about protoc-mising; the nearest are protoc-missing, [\w.-]+, [\w.-]+$/m],
    ['zh', /^grpc-doctor: 没有关于 protoc-mising 的内容；最接近的是 protoc-missing，[\w.-]+，[\w.-]+$/m],
  ])('of what is not known are the three nearest, in %s', async (lang, message) => {
    const { code, stdout, stderr } = await explain('protoc-mising', '--lang', lang);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('as JSON has the topics, the traps among them, the variables and the nearest', async () => {
    const json = async (query: string) => JSON.parse((await explain(query, '--format', 'json')).stdout);
    const known = await json('GO111MODULE must be on');
    expect(known.topics[0]).toMatchObject({ kind: 'myth', id: '1.version-coupling.go111module-on' });
    expect(known.topics[0].text).toMatch(/What is true/);
    expect(known.traps).toContainEqual(expect.objectContaining({ trap: 'go111module-off', group: 'go' }));
    expect(known.settings).toEqual([{ name: 'GO111MODULE' }]);
    expect(await json('protoc-mising')).toMatchObject({
      topics: [],
      traps: [],
      settings: [],
      nearest: expect.arrayContaining(['protoc-missing']),
    });
  });
});
