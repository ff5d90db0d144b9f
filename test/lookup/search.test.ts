import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explanation } from '../../scripts/docs/explanations.ts';
import { articleTopicPages } from '../../scripts/docs/topic-pages.ts';
import { locales } from '../../src/core/trap.ts';
import { decisions } from '../../src/decisions/decisions.ts';
import { Words } from '../../src/i18n/words.ts';
import { lookupNames, measuredNames } from '../../src/knowledge/lookup-words.ts';
import { answer } from '../../src/lookup/answer.ts';
import { indexOf, search } from '../../src/lookup/search.ts';
import { topicsOf } from '../../src/lookup/topics.ts';
import { termsOf } from '../../src/lookup/words.ts';
import { decisionTree } from '../../src/report/decision-tree.ts';
import { traps } from '../../src/traps/registry.gen.ts';

const topics = topicsOf(traps, decisions);
const index = indexOf(topics);
const ids = topics.map(({ id }) => id);
const ask = (query: string) => answer({ index, query });

describe('every topic', () => {
  it('has an id of its own, and a title in both languages', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(topics.filter(({ title }) => title.en === '' || title['zh-CN'] === '')).toEqual([]);
  });

  it.each(locales)('has a page in %s', async (locale) => {
    const pages = await articleTopicPages(locale);
    for (const trap of traps) pages.set(trap.id, explanation(trap, locale));
    for (const decision of decisions) pages.set(decision.id, decisionTree(decision, new Words(locale)));
    expect(ids.filter((id) => (pages.get(id) ?? '').trim() === '')).toEqual([]);
    expect([...pages.keys()].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('is told whole for its id, however it is written', () => {
    for (const { id } of topics) {
      for (const query of [id.toUpperCase(), ` "${id.replaceAll('-', ' ')}" `])
        expect(ask(query).whole?.id, query).toBe(id);
    }
  });

  it('is found by each word of its id', () => {
    for (const { id } of topics) {
      for (const word of id.split(/[-.]/).filter((part) => !/^\d+$/.test(part)))
        expect(
          search({ index, query: word }).map(({ topic }) => topic.id),
          word,
        ).toContain(id);
    }
  });

  it('is among the first five for its title, in each language', () => {
    const lost = topics.flatMap(({ id, title }) =>
      locales
        .filter(
          (locale) =>
            !search({ index, query: title[locale] })
              .slice(0, 5)
              .some(({ topic }) => topic.id === id),
        )
        .map((locale) => `${id} ${locale}`),
    );
    expect(lost).toEqual([]);
  });

  it('is told whole for a name that nobody else has', () => {
    const owners = new Map<string, string[]>();
    for (const { id, names } of topics) for (const name of names) owners.set(name, [...(owners.get(name) ?? []), id]);
    for (const [name, [owner, ...others]] of owners)
      if (others.length === 0) expect(ask(name).whole?.id, name).toBe(owner);
  });
});

describe('a table of names', () => {
  it.each(Object.entries({ lookupNames, measuredNames }))('%s is about topics that are there', (_, table) => {
    expect(Object.keys(table).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('a query', () => {
  it.each([
    ['2.4', '2.4'],
    ['§2.4', '2.4'],
    ['section 2.4', '2.4'],
    ['第 2.4 节', '2.4'],
    ['chapter 3', '3'],
    ['第3章', '3'],
    ['４．１', '4.1'],
  ])('%s is a section', (query, id) => {
    expect(ask(query).whole?.id).toBe(id);
  });

  it('prefers what explains it as an error text to what has its words', () => {
    const query = 'x509: certificate has expired or is not yet valid';
    const sure = answer({ index, query, explains: [{ id: 'tls-expired', sure: true }] });
    expect(sure.whole?.id).toBe('tls-expired');
    const unsure = answer({
      index,
      query: 'x509: unknown',
      explains: ['tls-unknown-authority', 'ca-bundle-missing'].map((id) => ({ id, sure: false })),
    });
    expect(unsure.whole).toBeUndefined();
    expect(unsure.found.slice(0, 2).map(({ id }) => id)).toEqual(['tls-unknown-authority', 'ca-bundle-missing']);
  });

  it('that several fit alike leads to a list, that one fits to its page', () => {
    expect(ask('certificate').whole?.id).toBeUndefined();
    expect(ask('certificate').near.length).toBe(15);
    expect(ask('certificate').left).toBe(ask('certificate').found.length - 15);
    expect(ask('recursively imports itself').whole?.id).toBe('import-cycle-proto');
  });

  it.each([
    ['protoc-mising', 'protoc-missing'],
    ['GO111MODUEL', 'go111module-off'],
    ['pluginn-nott-onn-pathh', 'plugin-not-on-path'],
  ])('%s, which nothing fits, has %s among the nearest', (query, id) => {
    const { found, nearest } = ask(query);
    expect(found.map((topic) => topic.id)).toEqual([]);
    expect(nearest).toHaveLength(3);
    expect(nearest.map((topic) => topic.id)).toContain(id);
  });

  it.each(['xyzzy', 'hello world', '红烧肉', '?', '', '🙂', 'constructor'])(
    '%j leads to nothing, with three that are nearest',
    (query) => {
      expect(ask(query).found.map(({ id }) => id)).toEqual([]);
      expect(ask(query).nearest).toHaveLength(3);
    },
  );

  it('of any kind is answered, and without what is not there', () => {
    const words = fc.constantFrom(
      ...topics.flatMap(({ id, title }) => [id, title.en, title['zh-CN']]).flatMap((text) => text.split(/[\s，。]+/)),
    );
    const query = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(words, { maxLength: 5 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(query, (text) => {
        const { found, whole, near, left, nearest } = ask(text);
        expect(new Set(found).size).toBe(found.length);
        if (whole) expect(found).toContain(whole);
        if (found.length === 0)
          expect({ near, left, nearest: nearest.length }).toEqual({ near: [], left: 0, nearest: 3 });
        else expect(nearest).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same in other letters, widths and quotes', () => {
    const first = (text: string) => ask(text).whole?.id;
    expect(first('go111module MUST be ON')).toBe(first('GO111MODULE must be on'));
    expect(first('ＧＯ１１１ＭＯＤＵＬＥ must be on')).toBe(first('GO111MODULE must be on'));
    expect(first('“GO111MODULE must be on”')).toBe(first('GO111MODULE must be on'));
  });
});

describe('the words of a query', () => {
  it.each([
    ['CGO_ENABLED=0 not static', ['cgo_enabled=0', 'cgo_enabled', 'static']],
    ['-mod=vendor', ['mod=vendor']],
    ['#62074', ['#62074']],
    ['@latest', ['@latest']],
    ['json:",string"', ['json', 'string']],
    ['time.Now 的精度', ['time.now', '的精', '精度']],
    ['grpc 1.60', ['grpc', '1.60']],
    ['on', ['on']],
  ])('%s', (query, terms) => {
    expect(termsOf(query)).toEqual(terms);
  });
});
