import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenRaw } from '../../src/lab/kit/faulty-proxy.ts';
import { listen } from '../../src/lab/kit/module-proxy.ts';
import { cli, scratch } from '../support/cli.ts';

const goMod = `module example.com/hello

go 1.26.0

require (
	example.com/hidden/api v1.0.0
	git.corp.internal/team/api v1.0.0
	gitlab.acme.example/team/api v1.0.0
	golang.org/x/net v0.47.0
)
`;

let root: string;
let project: string;
let remove: () => void;

beforeAll(async () => {
  ({ root, remove } = await scratch('network'));
  project = join(root, 'hello');
  mkdirSync(project);
  writeFileSync(join(project, 'go.mod'), goMod);
});
afterAll(() => remove());

const asked = (more: Readonly<Record<string, string>>) => ({
  env: { PATH: '/nonexistent', HOME: root, GOSUMDB: 'off', ...more },
  cwd: project,
});

describe('check --network', () => {
  it('asks proxies for public modules only', async () => {
    const paths: string[] = [];
    await using proxy = await listen((request, response) => {
      paths.push(request.url ?? '');
      response.writeHead(404).end();
    });
    const settings = {
      GOPROXY: proxy.url,
      GOPRIVATE: 'example.com,git.corp.internal,gitlab.acme.example',
      GONOPROXY: '',
    };
    await cli(['check', '--network', '--timeout', '2', '.'], asked(settings));
    expect(new Set(paths.filter((path) => path.startsWith('/golang.org/x/net/@v/'))).size).toBe(4);
    expect(paths.filter((path) => /hidden|corp|acme/.test(path))).toEqual([]);
  });

  it('sends nothing without it', async () => {
    const paths: string[] = [];
    await using proxy = await listen((request, response) => {
      paths.push(request.url ?? '');
      response.end();
    });
    await cli(['check', '.'], asked({ GOPROXY: proxy.url }));
    expect(paths).toEqual([]);
  });

  it('shows no login, neither of a module proxy nor of an HTTP proxy', async () => {
    const answer = 'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n';
    await using webProxy = await listenRaw((socket) => void socket.end(answer));
    const settings = {
      GOPROXY: 'https://ann:sesame@goproxy.invalid,http://bob:sesame@goproxy.invalid,direct',
      HTTPS_PROXY: webProxy.url.replace('://', '://eve:sesame@'),
    };
    for (const words of [
      ['check'],
      ['check', '-v'],
      ['check', '--format', 'json'],
      ['fix'],
      ['fix', '--format', 'json'],
    ]) {
      const { stdout, stderr } = await cli([...words, '--network', '--timeout', '2'], asked(settings));
      expect(stdout).toContain('goproxy.invalid');
      expect(stdout + stderr).not.toMatch(/sesame/);
    }
  });

  it('comes back from proxies that do not', async () => {
    await using silent = await listenRaw(() => {});
    const { ms, stdout } = await cli(['check', '--network', '--timeout', '1', '.'], asked({ GOPROXY: silent.url }));
    expect(stdout).toContain('proxy-hangs');
    expect(ms).toBeLessThan(10_000);
  });

  it('a request that never ends in any way is a fault that is told, not an exit code of Node', async () => {
    const preload = `import http from 'node:http';
      import { EventEmitter } from 'node:events';
      import { syncBuiltinESMExports } from 'node:module';
      http.request = () => Object.assign(new EventEmitter(), { end() {} });
      syncBuiltinESMExports();`;
    const settings = {
      GOPROXY: 'http://127.0.0.1:9',
      NODE_OPTIONS: `--import data:text/javascript;base64,${btoa(preload)}`,
    };
    const { code, stdout, stderr } = await cli(['check', '--network', '.'], asked(settings));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^grpc-doctor: .*never comes.*\n(.*\n)?$/);
  });
});
