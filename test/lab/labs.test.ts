import { describe, expect, it } from 'vitest';
import { notReproducedBy } from '../../scripts/docs/not-reproduced.ts';
import type { Row } from '../../src/lab/lab.ts';
import { environments } from '../../src/lab/labs/article-script/environments.ts';
import { judge } from '../../src/lab/labs/article-script/judge.ts';
import { labs } from '../../src/lab/labs.gen.ts';
import { readResult } from '../../src/lab/results.ts';
import { traps } from '../../src/traps/registry.gen.ts';

/** What an independent measurement with the same tools gave (H healthy, B broken; the script's four checks). */
const TABLE = `
A1 H NYYY | A2 H YYYY | A2b H NYYY | A2c B NYYN | A3 B NNNY | A4 H NYYY | A4b B NNNY | A5 B NYYY | A6 B NYYY
A7 H NNNY | A8 B NYYN | A9 B NYYN | A10 H NYYN | A11 H NNNY | A12 B NYYN | A13 B NYYN | B1 H NYYN | B2 H NYYY
B3 H NYYN | B4 B NYYY | B5 B NYYY | B6 B NYYY | B7 H NYYY | B8 B NYYN | C1 H NYYY | C2 B NYYN | D1 H NYYY
D2 H NYYY | D3 H NYYY | E1 B NYYY | E2 H NYYY | E3 H NYYY | E10 H NYYN | F1 H NYYN | F2 B NYYY`;

const expected = TABLE.trim()
  .split(/[|\n]/)
  .map((cell) => cell.trim().split(' '))
  .map(([id, health, script]) => ({ id, truth: health === 'H' ? 'healthy' : 'broken', script }));

describe('article-script', async () => {
  const rows = (await readResult('article-script'))?.rows ?? [];

  it('has committed rows that say what an independent measurement said', () => {
    expect(rows.map(({ id, truth, script }) => ({ id, truth, script }))).toEqual(expected);
  });

  it('has a row for each environment, which is what the environment was made to be', () => {
    const made = environments.map(({ id, truth, trap }) => ({ id, truth, trap }));
    expect(rows.map(({ id, truth, trap }) => ({ id, truth, trap }))).toEqual(made);
  });

  it('finds the script right in 1 of 19 healthy and 4 of 16 broken environments', () => {
    const count = (truth: string) => {
      const judged = rows.filter((row) => row.truth === truth).map((row) => judge(row).script);
      return Object.fromEntries(
        [...new Set(judged)].map((one) => [one, judged.filter((other) => other === one).length]),
      );
    };
    expect(count('healthy')).toEqual({ right: 1, 'false alarm': 18 });
    expect(count('broken')).toEqual({ right: 4, miss: 7, 'wrong reason': 5 });
  });

  it('finds the script that grpc-doctor prints right in all of them, by what it says and by its exit code', () => {
    const wrong = rows.filter((row) => judge(row).ours !== 'right');
    expect(wrong.map((row) => `${row.id}: ${judge(row).ours}`)).toEqual([]);
    const code = (row: Row) => (row.ours as { rc?: number }).rc;
    expect(rows.filter((row) => code(row) !== (row.truth === 'broken' ? 1 : 0)).map(({ id }) => id)).toEqual([]);
  });
});

describe('the doctor in article-script', async () => {
  const rows = (await readResult('article-script'))?.rows ?? [];

  it.each(['doctorWarm', 'doctorCold'] as const)('%s is right in every environment where it was asked', (column) => {
    const wrong = rows.filter((row) => !['right', '-'].includes(judge(row)[column]));
    expect(wrong.map((row) => `${row.id}: ${judge(row)[column]}`)).toEqual([]);
  });
});

describe('every trap', () => {
  it('is made to happen by a lab, or says why that cannot be done here', async () => {
    const shown = new Set(labs.flatMap((lab) => lab.traps));
    const open = traps.filter(({ id }) => !shown.has(id));
    const told = await Promise.all(open.map(({ group, id }) => notReproducedBy(group, id)));
    expect(open.filter((_, index) => !told[index]).map(({ id }) => id)).toEqual([]);
  });
});

describe('every lab', () => {
  it('has an id of its own', () => {
    expect(new Set(labs.map((lab) => lab.id)).size).toBe(labs.length);
  });

  it.each(labs.map((lab) => [lab.id, lab] as const))(
    '%s has both languages, traps or claims of the article, and committed rows',
    async (id, lab) => {
      for (const text of [lab.title, lab.question]) {
        expect(text.en).not.toBe('');
        expect(text.zh).not.toBe('');
      }
      expect(lab.traps.length + (lab.article?.length ?? 0)).toBeGreaterThan(0);
      const result = await readResult(id);
      expect(result?.rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(result)).not.toMatch(/\/(tmp|root|home|Users)\//);
    },
  );
});
