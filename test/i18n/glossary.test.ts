import { describe, expect, it } from 'vitest';
import { glossary } from '../../src/i18n/glossary.ts';
import { documentPairs, inlinePairs, isCode, messagePairs, type Pair } from '../support/pairs.ts';
import { strangeFaults, termFaults, termsIn } from '../support/translation.ts';

const documents = documentPairs().filter((pair) => !isCode(pair));
const sources: readonly (readonly [string, readonly Pair[]])[] = [
  ['messages', messagePairs()],
  ['texts beside each other in the sources', inlinePairs()],
  ['explanations and README', documents],
];

describe('the glossary', () => {
  it('has sixty terms and more, each once, and rules out none of its own renderings', () => {
    const words = glossary.flatMap(({ en }) => en);
    expect(glossary.length).toBeGreaterThanOrEqual(60);
    expect(new Set(words).size).toBe(words.length);
    const renderings = glossary.flatMap(({ zh }) => zh);
    const strange = glossary.flatMap(({ never = [] }) => never);
    expect(renderings.filter((rendering) => strange.some((other) => rendering.includes(other)))).toEqual([]);
  });

  it('has no term that no text uses', () => {
    const used = new Set(sources.flatMap(([, pairs]) => pairs.flatMap(termsIn)));
    expect(glossary.filter((term) => !used.has(term)).map(({ en }) => en[0])).toEqual([]);
  });

  it.each(sources)('is kept: %s', (_, pairs) => {
    expect(pairs.flatMap(termFaults)).toEqual([]);
  });

  it.each(sources)('rules out renderings: %s', (_, pairs) => {
    expect(pairs.flatMap(strangeFaults)).toEqual([]);
  });
});

describe('the check of terms', () => {
  const faults = (en: string, zh: string): string[] => termFaults({ where: 'x', en, zh });

  it('sees another word for a term', () => {
    expect(faults('the checksum differs', '校验值不同')).toEqual(['x: checksum is not 校验和']);
    expect(strangeFaults({ where: 'x', en: 'the checksum differs', zh: '校验值不同' })).toEqual(['x: 校验值']);
  });

  it('sees plurals, capitals at the start, and the longest term', () => {
    expect(faults('Proxies are asked', '询问服务器')).toEqual(['x: proxy is not 代理']);
    expect(faults('the name server is asked', '询问服务器')).toEqual(['x: name server is not 域名服务器']);
    expect(faults('the name server is asked', '询问域名服务器')).toEqual([]);
  });

  it('sees a term that stands there in English', () => {
    expect(faults('the certificate of the proxy', '代理的 certificate，即证书')).toEqual([
      'x: certificate stands there in English',
    ]);
    expect(faults('a checksum mismatch', '校验和不匹配（checksum mismatch）')).toEqual([]);
  });

  it('leaves code, data and what tools print alone', () => {
    expect(faults('put `proxy` into {proxy}', '把 `proxy` 写进 {proxy}')).toEqual([]);
    expect(faults('it says: tls: failed to verify certificate', '它会说：tls: failed to verify certificate')).toEqual(
      [],
    );
    expect(faults('the key ProxyServer.Proxy counts', '起作用的是 ProxyServer.Proxy 密钥')).toEqual([]);
  });
});
