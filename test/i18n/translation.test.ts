import { describe, expect, it } from 'vitest';
import { documentPairs, inlinePairs, isCode, messagePairs, messageTables, type Pair } from '../support/pairs.ts';
import {
  codeFaults,
  literalFaults,
  translatedWords,
  untranslatedFaults,
  writingFaults,
} from '../support/translation.ts';

const documents = documentPairs();
const prose = documents.filter((pair) => !isCode(pair));
const sources: readonly (readonly [string, readonly Pair[]])[] = [
  ['messages', messagePairs()],
  ['texts beside each other in the sources', inlinePairs()],
  ['explanations and README', prose],
];
const translated = translatedWords(sources.flatMap(([, pairs]) => pairs));

describe('the Chinese texts', () => {
  it('have the keys of the English ones', () => {
    const keys = messageTables.map(([name, en, zh]) => ({
      name,
      missing: Object.keys(en).filter((key) => !(key in zh)),
      more: Object.keys(zh).filter((key) => !(key in en)),
    }));
    expect(keys.filter(({ missing, more }) => missing.length + more.length > 0)).toEqual([]);
  });

  it.each(sources)('are all there, and in Chinese: %s', (_, pairs) => {
    expect(pairs.flatMap((pair) => untranslatedFaults(pair, translated))).toEqual([]);
  });

  it.each(sources)('have the same data, code and commands: %s', (_, pairs) => {
    expect(pairs.flatMap(literalFaults)).toEqual([]);
  });

  // The README shows what the program prints in its language.
  it('have the same blocks of code but for its comments', () => {
    const explained = documents.filter((pair) => isCode(pair) && !pair.where.startsWith('README'));
    expect(explained.flatMap(codeFaults)).toEqual([]);
  });

  it.each(sources)('are written as Chinese is: %s', (_, pairs) => {
    expect(pairs.flatMap(writingFaults)).toEqual([]);
  });
});

describe('the check of translations', () => {
  const pair = (en: string, zh: string): Pair => ({ where: 'x', en, zh });

  it('sees what was left in English', () => {
    const faults = (en: string, zh: string): string[] => untranslatedFaults(pair(en, zh), translated);
    expect(faults('the proxy refuses', '')).toEqual(['x: empty']);
    expect(faults('the proxy refuses', 'the proxy refuses')).toEqual(['x: in English: the, proxy, refuses']);
    expect(faults('the proxy refuses, ask another', '代理拒绝，ask another')).toEqual(['x: in English: ask another']);
    expect(faults('go is off', 'go 是 off')).toEqual([]);
    expect(faults('Go {version}', 'Go {version}')).toEqual([]);
    expect(untranslatedFaults({ ...pair('no such host', 'no host'), where: 'x bites' }, translated)).toEqual([
      'x bites: is quoted, and not the same',
    ]);
  });

  it('sees other data, other code and other commands', () => {
    expect(literalFaults(pair('{file} is old', '{files} 太旧'))).toEqual([
      'x: placeholder file is not there',
      'x: placeholder files is not in the English text',
    ]);
    expect(literalFaults(pair('run `go env`', '执行 `go env 变量`'))).toEqual([
      'x: code go env is not there',
      'x: code go env 变量 is not in the English text',
    ]);
    expect(literalFaults(pair('go mod tidy with -mod=mod and GOFLAGS in go.mod', '整理'))).toEqual(
      ['go mod tidy', '-mod=mod', 'GOFLAGS', 'go.mod'].map((command) => `x: ${command} is not there`),
    );
    expect(codeFaults(pair('```sh\ngo env   # or so\n```', '```sh\ngo env   # 大致如此\n```'))).toEqual([]);
    expect(codeFaults(pair('```sh\ngo env GOPATH\n```', '```sh\ngo env GOROOT\n```'))).toEqual(['x: go env GOROOT']);
  });

  it.each([
    ['代理拒绝,再试一次', 'a half-width sign after Chinese'],
    ['代理拒绝 (403)', 'half-width brackets'],
    ['代理拒绝.', 'a half-width full stop'],
    ['代理拒绝"全部"', 'half-width quotes'],
    ['用「代理」', 'corner brackets'],
    ['Go代理', 'no space between Chinese and Latin'],
    ['代理{name}', 'no space beside data'],
    ['代理 拒绝', 'a space within Chinese'],
    ['代理拒绝， Go 不再问', 'a space beside a full-width sign'],
  ])('sees how “%s” is written', (zh, fault) => {
    expect(writingFaults(pair('', zh)).map((text) => text.split(': ')[1])).toContain(fault);
  });
});
