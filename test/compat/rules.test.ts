import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../../src/compat/answer.ts';
import { meantVersion, type PartName, partNames, type Versions } from '../../src/compat/parts.ts';
import { rangesOf } from '../../src/compat/ranges.ts';
import { judgePairs } from '../../src/compat/rules.ts';
import type { Stack } from '../../src/compat/stack.ts';
import { compatEn } from '../../src/i18n/compat.en.ts';
import { compatZh } from '../../src/i18n/compat.zh-CN.ts';
import { readResult } from '../../src/lab/results.ts';
import { stackOf } from './sets.ts';

function reasons(versions: Versions, more: Partial<Stack> = {}): string[] {
  return judgePairs(stackOf(versions, more)).map(({ between, status, reason }) =>
    [between.join('+'), status, reason.key].join(' '),
  );
}

describe('a ruling', () => {
  it.each<[Versions, Partial<Stack>, string]>([
    [{ go: '1.25.4', grpc: 'v1.85.0' }, {}, 'go+grpc breaks module-above-go'],
    [{ go: '1.25.4', grpc: 'v1.85.0' }, { switches: true }, 'go+grpc fits module-switch'],
    [{ go: '1.20.14', grpc: 'v1.85.0' }, { switches: true }, 'go+grpc breaks old-go-broken'],
    [{ go: '1.20.14', grpc: 'v1.65.1' }, {}, 'go+grpc fits old-go-builds'],
    [{ go: '1.16.15', grpc: 'v1.60.1' }, {}, 'go+grpc unknown old-go-unmeasured'],
    [{ go: '1.26.8', grpc: 'v1.99.0' }, {}, 'go+grpc unknown beyond-newer'],
    [{ go: '1.26.8', grpc: 'v1.20.0' }, {}, 'go+grpc unknown beyond-older'],
    [{ go: '1.26.8', grpc: 'v1.86.0-dev' }, {}, 'go+grpc unknown beyond-prerelease'],
    [{ go: '1.24.9', 'go-line': '1.25.0' }, {}, 'go+go-line breaks line-above-go'],
    [{ go: '1.24.9', 'go-line': '1.25.0' }, { switches: true }, 'go+go-line fits line-switch'],
    [{ go: '1.20.14', 'go-line': '1.21.0' }, {}, 'go+go-line breaks line-unreadable'],
    [{ go: '1.20.14', 'go-line': '1.21rc1' }, {}, 'go+go-line breaks line-unreadable'],
    [{ go: '1.20.7', 'go-line': '1.22' }, {}, 'go+go-line fits line-advice'],
    [{ go: '1.20.14', 'go-line': '1.22' }, {}, 'go+go-line breaks line-refused'],
    [{ 'go-line': '1.20', grpc: 'v1.65.0' }, {}, 'go-line+grpc breaks line-below'],
    [{ 'go-line': '1.17', grpc: 'v1.64.1' }, {}, 'go-line+grpc fits line-free'],
    [{ 'go-line': '1.22', grpc: 'v1.71.1' }, {}, 'go-line+grpc breaks line-below'],
    [{ 'go-line': '1.22.0', grpc: 'v1.71.1' }, {}, 'go-line+grpc fits line-enough'],
    [{ go: '1.20.14', 'go-line': '1.17', grpc: 'v1.65.1' }, {}, 'go-line+grpc fits line-not-looked-at'],
    [{ grpc: 'v1.64.1', protobuf: 'v1.32.0' }, {}, 'grpc+protobuf breaks requires-more'],
    [{ grpc: 'v1.31.0', protobuf: 'v1.21.0' }, {}, 'grpc+protobuf fits requires-nothing'],
    [{ go: '1.24.9', 'protoc-gen-go-grpc': 'v1.6.2' }, {}, 'go+protoc-gen-go-grpc breaks install-above-go'],
    [
      { go: '1.24.9', 'protoc-gen-go-grpc': 'v1.6.2' },
      { installed: new Set<PartName>(['protoc-gen-go-grpc']) },
      'go+protoc-gen-go-grpc fits plugin-there',
    ],
    [{ go: '1.17.13', 'protoc-gen-go-grpc': 'v1.5.1' }, {}, 'go+protoc-gen-go-grpc breaks code-above-go'],
    [{ go: '1.17.13', 'protoc-gen-go-grpc': 'v1.5.1' }, { streams: false }, 'go+protoc-gen-go-grpc fits old-go-builds'],
    [{ 'go-line': '1.19', 'protoc-gen-go': 'v1.36.4' }, {}, 'go-line+protoc-gen-go breaks code-above-line'],
    [{ grpc: 'v1.63.2', 'protoc-gen-go-grpc': 'v1.5.1' }, {}, 'grpc+protoc-gen-go-grpc breaks constant-missing'],
    [{ protobuf: 'v1.21.0', 'protoc-gen-go': 'v1.36.12' }, {}, 'protobuf+protoc-gen-go unknown runtime-unmeasured'],
    [{ grpc: 'v1.63.2' }, { code: { constant: 9 } }, 'grpc+generated breaks lacks-constant'],
    [{ 'go-line': '1.17' }, { code: { language: '1.18' } }, 'go-line+generated breaks lacks-line'],
  ])('%o %o', (versions, more, expected) => {
    expect(reasons(versions, more)).toContain(expected);
  });

  it('is said in both languages, with nothing left to fill in', () => {
    const versions: Versions[] = [
      { go: '1.22.12', 'go-line': '1.23', grpc: 'v1.72.0', protobuf: 'v1.32.0', 'protoc-gen-go': 'v1.36.12' },
      { go: '1.20.14', 'go-line': '1.17', grpc: 'v1.66.0', 'protoc-gen-go-grpc': 'v1.6.2' },
    ];
    for (const { reason, source } of versions.flatMap((one) => judgePairs(stackOf(one)))) {
      for (const messages of [compatEn, compatZh] as Record<string, string>[]) {
        const names = [...(messages[reason.key] ?? '{?}').matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name]) => name);
        expect(['name', ...Object.keys(reason.data ?? {})]).toEqual(expect.arrayContaining(names));
      }
      if (source) expect(source.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});

describe('the versions that fit the others', () => {
  const range = (versions: Versions, part: PartName) => rangesOf(stackOf(versions)).find((one) => one.part === part);

  it('tell which Go and which go line a grpc needs', () => {
    expect(range({ grpc: 'v1.72.0' }, 'go')).toMatchObject({ intervals: [{ from: '1.23' }], open: true });
    expect(range({ grpc: 'v1.72.0' }, 'go-line')).toMatchObject({ intervals: [{ from: '1.23' }], open: true });
  });

  it('tell what fits a Go, with a gap where a release asked for more than the next one', () => {
    expect(range({ go: '1.22.1' }, 'grpc')?.intervals).toEqual([
      { from: 'v1.24.0', to: 'v1.67.3' },
      { from: 'v1.68.1', to: 'v1.71.1' },
    ]);
    expect(range({ go: '1.22.12' }, 'protobuf')?.intervals.at(-1)?.to).toBe('v1.36.7');
    expect(range({ go: '1.20.14' }, 'grpc')?.intervals.at(-1)?.to).toBe('v1.65.1');
  });

  it('are not known beside a version that nobody knows', () => {
    expect(range({ grpc: 'v1.99.0' }, 'go')).toMatchObject({ intervals: [], known: false });
    expect(range({ grpc: 'v1.85.0', go: '1.20.14' }, 'protobuf')).toMatchObject({ intervals: [], known: true });
  });
});

describe('the words of a user', () => {
  it.each<[PartName, string, string | undefined]>([
    ['go', '1.22', '1.22.12'],
    ['go', 'go1.22.3', '1.22.3'],
    ['go', '1.20', '1.20.14'],
    ['go', '1.26rc1', '1.26rc1'],
    ['go', '1.99', '1.99'],
    ['go', '1.13', undefined],
    ['go', '2.0', undefined],
    ['go', '1', undefined],
    ['go', '1.22.x', undefined],
    ['go-line', '1.22', '1.22'],
    ['go-line', '1.22.0', '1.22.0'],
    ['go-line', '1.13', '1.13'],
    ['grpc', '1.64.1', 'v1.64.1'],
    ['grpc', 'v1.64', 'v1.64.1'],
    ['grpc', 'v1.64.7', 'v1.64.7'],
    ['grpc', 'v1.99.0', 'v1.99.0'],
    ['grpc', 'v1.99', undefined],
    ['grpc', 'v1.20.0', undefined],
    ['grpc', 'v2.0.0', undefined],
    ['grpc', 'v1', undefined],
    ['grpc', '', undefined],
    ['grpc', 'v01.2.3', undefined],
    ['grpc', '9'.repeat(5000), undefined],
    ['protoc-gen-go-grpc', 'v1.4.0', 'v1.4.0'],
    ['protobuf', '1.36', 'v1.36.12'],
  ])('%s %s means %s', (part, text, version) => {
    expect(meantVersion(part, text)).toBe(version);
  });

  it('never do harm, whatever they are', () => {
    void fc.assert(
      fc.property(
        fc.constantFrom(...partNames),
        fc.oneof(fc.string(), fc.stringMatching(/^v?1[.0-9a-z+-]*$/)),
        (part, text) => {
          const version = meantVersion(part, text);
          if (version !== undefined) expect(meantVersion(part, version)).toBe(version);
        },
      ),
    );
  });

  it('latest is the newest of each, and all of them fit together', () => {
    const pairs = partNames.map((part) => [part, meantVersion(part, 'latest') ?? ''] as const);
    const stack = stackOf(Object.fromEntries(pairs));
    expect(answer({ stack, fixed: new Set(), fill: false, vendored: false }).verdict).toBe('fits');
  });
});

describe('reality', async () => {
  const rows = (await readResult('compat'))?.rows ?? [];

  it('was asked on both sides of at least twelve floors', () => {
    expect(rows.filter(({ id }) => id.endsWith('-below')).length).toBeGreaterThanOrEqual(12);
  });

  it.each(rows.map((row) => [row.id, row] as const))('%s is what the tables say', (_, row) => {
    const { go, line, grpc, protobuf, pgo, pgg } = row as Record<string, string>;
    const given = { go, 'go-line': line, grpc, protobuf, 'protoc-gen-go': pgo, 'protoc-gen-go-grpc': pgg };
    const versions = Object.fromEntries(Object.entries(given).filter(([, version]) => version !== undefined));
    const { verdict } = answer({ stack: stackOf(versions), fixed: new Set(), fill: false, vendored: false });
    expect(verdict).toBe(row.truth);
  });
});
