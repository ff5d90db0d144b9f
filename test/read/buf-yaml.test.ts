import { describe, expect, it } from 'vitest';
import { readBufLock, readBufWork, readBufYaml } from '../../src/read/generation/buf-yaml.ts';
import { damageText, SEED, withstand } from './damage.ts';

const NEW = `version: v2
modules:
  - path: ./proto/
    name: buf.build/acme/api
    excludes: [proto/old]
  - path: third
    includes:
      - third/only
deps:
  - buf.build/googleapis/googleapis
  - buf.build/acme/shared:v1.2.0
`;

describe('readBufYaml', () => {
  it('reads modules and dependencies of version 2, without labels', () => {
    expect(readBufYaml(NEW)).toEqual({
      version: 'v2',
      modules: [
        { path: 'proto', name: 'buf.build/acme/api', includes: [], excludes: ['proto/old'], line: 3, column: 5 },
        { path: 'third', includes: ['third/only'], excludes: [], line: 6, column: 5 },
      ],
      deps: [
        { module: 'buf.build/googleapis/googleapis', line: 10, column: 5 },
        { module: 'buf.build/acme/shared', line: 11, column: 5 },
      ],
      errors: [],
    });
  });

  it('takes the folder itself where no module is named', () => {
    expect(readBufYaml('version: v2\n').modules).toMatchObject([{ path: '.', includes: [], excludes: [] }]);
    const old = readBufYaml('version: v1\nname: buf.build/acme/api\nbuild:\n  excludes: [old]\n  roots: [ignored]\n');
    expect(old.modules).toMatchObject([{ path: '.', name: 'buf.build/acme/api', excludes: ['old'] }]);
  });

  it('reads the roots of version v1beta1', () => {
    const { modules } = readBufYaml('version: v1beta1\nbuild:\n  roots:\n    - proto\n    - vendor/protos\n');
    expect(modules.map(({ path }) => path)).toEqual(['proto', 'vendor/protos']);
  });

  it('says what is wrong with the version, and reads on', () => {
    expect(readBufYaml('version: v9\ndeps: [buf.build/a/b]\n')).toMatchObject({
      errors: ['unknown version v9'],
      deps: [{ module: 'buf.build/a/b' }],
    });
  });

  it(`never throws (seed ${SEED})`, { timeout: 60_000 }, () => {
    withstand(['version: v2\nmodules:\n  - path: a\n    excludes: [b]\ndeps: [c/d/e]\n'], damageText, readBufYaml);
  });
});

it('reads the folders of a buf.work.yaml', () => {
  expect(readBufWork('version: v1\ndirectories:\n  - proto\n  - ./vendor/\n').directories).toMatchObject([
    { path: 'proto', line: 3 },
    { path: 'vendor', line: 4 },
  ]);
});

it('reads the modules of a buf.lock of both kinds', () => {
  const old = 'version: v1\ndeps:\n  - remote: buf.build\n    owner: acme\n    repository: api\n    commit: 12\n';
  const now = 'version: v2\ndeps:\n  - name: buf.build/acme/api\n    commit: 12\n    digest: b5:1\n';
  for (const text of [old, now]) expect(readBufLock(text)).toMatchObject([{ module: 'buf.build/acme/api', line: 3 }]);
});
