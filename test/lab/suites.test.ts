import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { labs } from '../../src/lab/labs.gen.ts';
import { ProgressFile } from '../../src/lab/progress-file.ts';
import { suiteIds, suiteOf } from '../../src/lab/suites.ts';

describe('suites', () => {
  it('have the labs that answer something of a chapter of the article, each once', () => {
    for (const id of suiteIds(labs)) {
      const own = suiteOf(id, labs)?.labs ?? [];
      expect(new Set(own).size).toBe(own.length);
      const answering = labs.filter(({ article = [] }) => article.some((item) => item.startsWith(`${id.at(-1)}.`)));
      expect(own).toEqual(expect.arrayContaining(answering));
    }
    expect(suiteIds(labs)).toContain('chapter-2');
  });

  it('have the labs about the matter of a chapter as well, all of which are there', () => {
    expect(suiteOf('chapter-4', labs)?.labs.map(({ id }) => id)).toContain('alpn-missing');
    const without = labs.filter(({ id }) => id !== 'alpn-missing');
    expect(() => suiteOf('chapter-4', without)).toThrow('no lab alpn-missing, which is one of chapter-4');
  });

  it('are not for chapters without labs, or other words', () => {
    for (const word of ['chapter-9', 'chapter-', 'chapter-22', 'Chapter-2', 'article-script', ''])
      expect(suiteOf(word, labs)).toBeUndefined();
  });
});

describe('the progress of a suite', () => {
  let cache: string;
  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'progress-'));
    vi.stubEnv('GRPC_DOCTOR_CACHE', cache);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(cache, { recursive: true });
  });
  const runs = (): string => join(cache, 'grpc-doctor', 'lab', 'runs');

  it('is taken up where it was, until the run has come to its end', () => {
    new ProgressFile('chapter-2 full', false).add('one', { agree: true, seconds: 3 });
    const again = new ProgressFile('chapter-2 full', false);
    expect([...again.done]).toEqual([['one', { agree: true, seconds: 3 }]]);
    again.remove();
    expect(new ProgressFile('chapter-2 full', false).done.size).toBe(0);
  });

  it('is no concern of another run, and left alone on demand', () => {
    new ProgressFile('chapter-2 full', false).add('one', { agree: true, seconds: 3 });
    expect(new ProgressFile('chapter-2 short', false).done.size).toBe(0);
    expect(new ProgressFile('chapter-2 full', true).done.size).toBe(0);
  });

  it('does not count labs that disagreed: they are run again', () => {
    new ProgressFile('chapter-2 full', false).add('one', { agree: false, seconds: 3 });
    expect(new ProgressFile('chapter-2 full', false).done.size).toBe(0);
  });

  it('of another build, or damaged, is nothing', () => {
    const file = new ProgressFile('chapter-2 full', false);
    file.add('one', { agree: true, seconds: 3 });
    const [name = ''] = readdirSync(runs());
    const text = readFileSync(join(runs(), name), 'utf8');
    for (const damaged of [text.replace(/"of":"\w/, '"of":"x'), text.slice(0, -9), '', '[]', 'null', '{"of":1}']) {
      mkdirSync(runs(), { recursive: true });
      writeFileSync(join(runs(), name), damaged);
      expect(new ProgressFile('chapter-2 full', false).done.size).toBe(0);
    }
  });
});
