import { describe, expect, it } from 'vitest';
import { FactStore, type ProbeOptions } from '../../src/core/fact.ts';
import { newestRelease } from '../../src/knowledge/questions.ts';
import { type Client, client } from '../../src/wire/client.ts';
import { probeOptionsOf } from '../support/endpoint.ts';
import { baseMachine, hostOf } from '../support/machine.ts';

const root = '/home/ann/hello';

async function clientIn(
  files: Readonly<Record<string, string>>,
  probe: Partial<ProbeOptions> = {},
  env: Readonly<Record<string, string>> = {},
  dir = root,
  target = 'svc.example:443',
): Promise<Client> {
  const host = hostOf({
    ...baseMachine('plain'),
    go: null,
    files,
    env: { HOME: '/home/ann', PATH: '/usr/bin', ...env },
  });
  const options = {
    dir,
    network: false,
    purpose: 'build',
    timeoutMs: 1000,
    probe: probeOptionsOf({ target, ...probe }),
  };
  const outcome = await new FactStore(host, options as never).get(client, { kind: 'endpoint', id: target });
  if (outcome.kind !== 'known') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

const goMod = `module example.com/hello

go 1.21

toolchain go1.24.9

godebug x509negativeserial=1

require (
	google.golang.org/grpc v1.60.1
	golang.org/x/net v0.40.0 // indirect
)
`;

describe('the client of a probe', () => {
  it('is the newest that is known where there is neither a project nor a go', async () => {
    const found = await clientIn({}, {}, {}, '/srv');
    const newest = (module: string) => newestRelease(module)?.replace(/^v/, '');
    expect(found).toMatchObject({ goVersion: newest('go'), grpcVersion: newest('google.golang.org/grpc') });
    expect(found.goVersion.startsWith(`${found.goLine}.`)).toBe(true);
    expect(new Set(Object.values(found.sources))).toEqual(new Set(['newest known']));
    expect(found.roots).toBeUndefined();
  });

  it('is that of the project at the folder or above it', async () => {
    const found = await clientIn({ [`${root}/go.mod`]: goMod, [`${root}/cmd/x.txt`]: '' }, {}, {}, `${root}/cmd`);
    expect(found).toMatchObject({
      goVersion: '1.24.9',
      goLine: '1.21',
      grpcVersion: '1.60.1',
      netVersion: '0.40.0',
      godebug: { x509negativeserial: '1' },
      sources: { goVersion: 'go.mod:5', goLine: 'go.mod:3', grpcVersion: 'go.mod:10' },
    });
  });

  it('is as the options say, whatever the project has', async () => {
    const options = { goVersion: '1.26.8', goLine: '1.25.0', grpcVersion: '1.85.0' };
    const found = await clientIn({ [`${root}/go.mod`]: goMod }, options);
    expect(found).toMatchObject(options);
    expect(found.netVersion).toBeUndefined();
    expect(found.sources).toEqual({ goVersion: '--go-version', goLine: '--go-line', grpcVersion: '--grpc-version' });
  });

  it.each([
    ['9.9', { version: '1.27', is: 'newest' }],
    ['1.99.1', { version: '1.27', is: 'newest' }],
    ['1.16.15', { version: '1.21', is: 'oldest' }],
    ['1.21.0', undefined],
    ['1.27.4', undefined],
  ])('with Go %s is judged like %j', async (goVersion, like) => {
    expect((await clientIn({}, { goVersion })).judgedLike).toEqual(like);
  });

  it.each([
    ['1.21', '1.25.0', true],
    ['1.26.8', '1.26.9', true],
    ['1.26', '1.26.9', undefined],
    ['1.26.8', '1.26', undefined],
    // Before toolchains Go tried.
    ['1.20.14', '1.25.0', undefined],
  ])('with Go %s and go line %s is one that Go does not build: %s', async (goVersion, goLine, tooNew) => {
    expect((await clientIn({}, { goVersion, goLine })).goLineTooNew).toBe(tooNew);
  });

  it('takes the later Go that a go line asks for', async () => {
    const found = await clientIn({}, { goLine: '1.30' });
    expect(found).toMatchObject({ goVersion: '1.30.0', goLine: '1.30', sources: { goVersion: '--go-line' } });
    expect((await clientIn({}, { goLine: '1.22' })).goVersion).toBe(newestRelease('go'));
  });

  it('has the version that a replace directive gives', async () => {
    const replaced = `${goMod}\nreplace google.golang.org/grpc => google.golang.org/grpc v1.50.1\n`;
    expect((await clientIn({ [`${root}/go.mod`]: replaced })).grpcVersion).toBe('1.50.1');
    const folder = `${goMod}\nreplace google.golang.org/grpc => ../grpc\n`;
    expect((await clientIn({ [`${root}/go.mod`]: folder })).grpcVersion).toBe('1.60.1');
  });

  it('follows go.work, which decides for its members, and takes the highest version that one requires', async () => {
    const other = 'module example.com/other\n\ngo 1.21\n\nrequire google.golang.org/grpc v1.66.3\n';
    const work = 'go 1.23\n\nuse (\n\t./hello\n\t./other\n)\n';
    const files = {
      '/home/ann/go.work': work,
      [`${root}/go.mod`]: goMod,
      '/home/ann/other/go.mod': other,
    };
    const member = await clientIn(files);
    expect(member).toMatchObject({ goLine: '1.23', grpcVersion: '1.66.3', godebug: {} });
    expect(member.sources.goLine).toBe('go.work:1');
    const alone = await clientIn(files, {}, { GOWORK: 'off' });
    expect(alone).toMatchObject({ goLine: '1.21', grpcVersion: '1.60.1' });
    const stranger = await clientIn({ ...files, '/home/ann/go.work': 'go 1.23\n\nuse ./other\n' });
    expect(stranger).toMatchObject({ goLine: '1.21', grpcVersion: '1.60.1' });
  });

  it('takes a module without a go line as Go does', async () => {
    expect((await clientIn({ [`${root}/go.mod`]: 'module example.com/hello\n' })).goLine).toBe('1.16');
  });

  it('lets GODEBUG of the environment stand above go.mod', async () => {
    const env = { GODEBUG: 'x509negativeserial=0,netdns=go#1' };
    const found = await clientIn({ [`${root}/go.mod`]: goMod }, {}, env);
    expect(found.godebug).toEqual({ x509negativeserial: '0', netdns: 'go' });
  });

  it.each([
    ['1.67.0', undefined, true],
    ['1.85.0', 'FALSE', false],
    ['1.85.0', 'no', true],
    ['1.66.3', undefined, false],
    ['1.65.0', 'true', true],
    ['1.64.1', 'true', false],
  ])('of grpc-go %s with GRPC_ENFORCE_ALPN_ENABLED=%s enforces ALPN: %s', async (grpcVersion, value, enforces) => {
    const env = value === undefined ? {} : { GRPC_ENFORCE_ALPN_ENABLED: value };
    expect((await clientIn({}, { grpcVersion }, env)).enforcesAlpn).toBe(enforces);
  });

  it.each([
    ['svc.example:443', undefined, 'svc.example'],
    ['dns:///svc.example', undefined, 'svc.example'],
    ['[::1]:443', undefined, '::1'],
    ['unix:/run/x.sock', undefined, 'localhost'],
    ['10.0.0.5:443', 'svc.example', 'svc.example'],
  ])('checks for %s with --servername %s the name %s', async (target, serverName, name) => {
    expect((await clientIn({}, serverName ? { serverName } : {}, {}, root, target)).serverName).toBe(name);
  });

  it('trusts the certificates in the files of --ca, and nothing else in them', async () => {
    const files = { '/ca.pem': '@certificates root', '/more.pem': '@certificates leaf intermediate', '/none.pem': 'x' };
    expect((await clientIn(files, { ca: ['/ca.pem', '/more.pem'] })).roots).toHaveLength(3);
    expect((await clientIn(files, { ca: ['/none.pem', '/missing.pem'] })).roots).toEqual([]);
  });
});
