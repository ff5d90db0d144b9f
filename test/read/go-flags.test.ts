import { describe, expect, it } from 'vitest';
import type { FixPlan } from '../../src/core/claim.ts';
import type { Setting } from '../../src/facts/go/settings.ts';
import { dropFlags } from '../../src/fix/plans.ts';
import { isRefusedBy, parseGoFlags } from '../../src/read/go/go-flags.ts';

describe('GOFLAGS', () => {
  it('is split as go does it', () => {
    const flags = parseGoFlags(` -trimpath '-ldflags=-s -w'  "-tags=a b" --mod=vendor `);
    expect(flags?.map(({ text, name }) => [text, name])).toEqual([
      ['-trimpath', 'trimpath'],
      [`'-ldflags=-s -w'`, 'ldflags'],
      ['"-tags=a b"', 'tags'],
      ['--mod=vendor', 'mod'],
    ]);
    expect(parseGoFlags('')).toEqual([]);
    expect(parseGoFlags(`-a '-ldflags=-s`)).toBeUndefined();
    expect(parseGoFlags('mod=mod - --')?.map(({ name }) => name)).toEqual(['', '', '']);
  });

  it.each([
    ['go: parsing $GOFLAGS: unknown flag -foo', '-foo=1'],
    ['go: parsing $GOFLAGS: non-flag "mod=mod"', 'mod=mod'],
    ['go: invalid value "x" for flag -p (from $GOFLAGS): parse error', '-p=x'],
    ["-mod=foo not supported (can be '', 'mod', 'readonly', or 'vendor')", '-mod=foo'],
  ])('has the flag that go complains of: %s', (complaint, faulty) => {
    const flags = parseGoFlags(`-trimpath ${faulty} '-tags=x'`) ?? [];
    expect(flags.filter(isRefusedBy(complaint)).map(({ text }) => text)).toEqual([faulty]);
  });
});

describe('a flag that is at fault', () => {
  const setting = (value: string, origin: Setting['origin'] = 'goenv'): Setting => ({
    ...{ name: 'GOFLAGS', value, origin },
    source: origin === 'goenv' ? '/home/ann/.config/go/env' : '$GOFLAGS',
  });
  const drop = (one: Setting): FixPlan => dropFlags(one, ({ name }) => name === 'mod');

  it('is taken out, and the others stay', () => {
    expect(drop(setting(`-mod=vendor -trimpath '-ldflags=-s -w'`))).toMatchObject({
      safety: 'safe',
      argv: ['go', 'env', '-w', `GOFLAGS=-trimpath '-ldflags=-s -w'`],
    });
    expect(drop(setting(`-mod=vendor '-tags=a b'`, 'environment'))).toMatchObject({
      safety: 'manual',
      lines: [
        { shell: 'bash, zsh', line: `export GOFLAGS=''\\''-tags=a b'\\'''` },
        { shell: 'fish', line: `set -x GOFLAGS '\\'-tags=a b\\''` },
        { shell: 'PowerShell', line: `$env:GOFLAGS = '''-tags=a b'''` },
      ],
    });
  });

  it('takes the setting with it where it is the only one, or where nobody can tell', () => {
    for (const value of ['-mod=vendor', '-mod=mod -mod=vendor', `-mod=vendor '-tags=a`])
      expect(drop(setting(value))).toMatchObject({ argv: ['go', 'env', '-u', 'GOFLAGS'] });
  });

  it('is named and no more where another one is masked', () => {
    expect(drop(setting('-mod=vendor -ldflags=-X=main.token=***'))).toEqual({
      kind: 'text',
      safety: 'manual',
      title: {
        key: 'common.drop-flag-goenv',
        data: { flag: '-mod=vendor', name: 'GOFLAGS', source: '/home/ann/.config/go/env' },
      },
    });
  });
});
