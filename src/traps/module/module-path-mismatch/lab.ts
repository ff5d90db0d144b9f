import { helloModule } from '../../../lab/kit/bench.ts';
import { GRPC, PGO, pgg } from '../../../lab/kit/catalog.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'module-path-mismatch';

/** A module under an address that is not its path, with its two go.sum hashes and a package of it. */
interface OtherAddress {
  readonly path: string;
  readonly version: string;
  readonly h1: string;
  readonly goMod: string;
  readonly package: string;
}

const REPOSITORY: OtherAddress = {
  path: 'github.com/grpc/grpc-go',
  version: 'v1.60.1',
  h1: 'h1:89xTg43r7a8oHcLLwW/Zx22cRG6j8H3XQb+ao1jQh8k=',
  goMod: 'h1:OlCHIeLYqSSsLi6i49B5QGdzaMZK9+M7LXN2FKz4eGM=',
  package: 'github.com/grpc/grpc-go/codes',
};

const CAPITAL: OtherAddress = {
  path: 'github.com/Sirupsen/logrus',
  version: 'v1.8.1',
  h1: 'h1:9Kb5eF3ggHzzQCCk15IsQy3yZXuoOZDmEhDeaXv5p3E=',
  goMod: 'h1:yWOB1SBYBC5VeMP7gHvWumXLIWorT60ONWic61uBYv0=',
  package: 'github.com/Sirupsen/logrus',
};

async function use(site: Site, { path, version, h1, goMod, package: name }: OtherAddress): Promise<void> {
  await site.bench.go(['mod', 'download', `${path}@${version}`], site.at('src'));
  await site.edit('src/hello/go.mod', /^go .*$/m, `$&\n\nrequire ${path} ${version}`);
  await site.edit('src/hello/go.sum', /^/, `${path} ${version} ${h1}\n${path} ${version}/go.mod ${goMod}\n`);
  await site.write('src/hello/other.go', `package main\n\nimport _ "${name}"\n`);
}

const old = { plugins: [PGO, pgg('v1.3.0')] };
const folder = helloModule('v1.85.0', {
  replace: [`${GRPC} => ../grpc-fork`],
  forks: { 'grpc-fork': { path: GRPC, version: 'v1.85.0' } },
  go: '1.26.0',
});

export default trapLab({
  trap,
  title: { en: 'A module declares another path', zh: '模块声明的是另一个路径' },
  question: {
    en: 'Which paths must agree when a module is required, replaced by another one, or replaced by a folder?',
    zh: '依赖一个模块、用另一个模块替换它、用目录替换它时，哪些路径必须一致？',
  },
  environments: [
    broken(
      'repository-address',
      trap,
      { en: 'github.com/grpc/grpc-go required', zh: '依赖 github.com/grpc/grpc-go' },
      { arrange: (site) => use(site, REPOSITORY) },
    ),
    broken(
      'capital-letter',
      trap,
      { en: 'github.com/Sirupsen/logrus required', zh: '依赖 github.com/Sirupsen/logrus' },
      { arrange: (site) => use(site, CAPITAL) },
    ),
    broken(
      'folder-missing',
      trap,
      { en: 'replace => a folder that is not there', zh: 'replace => 不存在的目录' },
      { module: folder, arrange: (site) => site.remove('src/grpc-fork') },
    ),
    broken(
      'folder-without-go-mod',
      trap,
      { en: 'replace => a folder without go.mod', zh: 'replace => 没有 go.mod 的目录' },
      { module: folder, arrange: (site) => site.remove('src/grpc-fork/go.mod') },
    ),
    healthy(
      'folder-other-path',
      { en: 'replace => a folder that declares another path', zh: 'replace => 声明了另一个路径的目录' },
      {
        module: folder,
        arrange: (site) => site.edit('src/grpc-fork/go.mod', `module ${GRPC}`, 'module example.com/mine'),
      },
    ),
    healthy(
      'fork-replaces',
      { en: 'replace => a fork that declares the original path', zh: 'replace => 声明原路径的复刻' },
      {
        module: helloModule('v1.60.1', { replace: [`${GRPC} => github.com/grpc/grpc-go v1.60.1`], ...old }),
        ...old,
      },
    ),
  ],
});
