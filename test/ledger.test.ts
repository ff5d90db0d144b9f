import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Ledger, ledgerFile, machines, writeLedger } from '../scripts/ledger-file.ts';
import { traps } from '../src/traps/registry.gen.ts';

const text = readFileSync(ledgerFile, 'utf8');
const ledger = JSON.parse(text) as Ledger;
const rows = ledger.repositories.flatMap(({ repository, findings }) =>
  findings.map((finding) => ({ repository, ...finding })),
);

describe('the ledger of findings on real repositories', () => {
  it('names each repository once, at a commit', () => {
    const names = ledger.repositories.map(({ repository }) => repository);
    expect(new Set(names).size).toBe(names.length);
    for (const { commit } of ledger.repositories) expect(commit).toMatch(/^[0-9a-f]{40}$/);
  });

  it('has looked at every finding, and holds no false alarm', () => {
    const open = rows.filter(({ verdict, why }) => verdict !== 'right' || why.trim().length < 20);
    expect(open.map(({ repository, trap, place, verdict }) => `${repository} ${trap} ${place} ${verdict}`)).toEqual([]);
  });

  it('speaks of traps and machines that exist', () => {
    for (const { trap, machines: seen } of rows) {
      expect(traps.map(({ id }) => id)).toContain(trap);
      expect(seen.length).toBeGreaterThan(0);
      expect(machines).toEqual(expect.arrayContaining([...seen]));
    }
  });

  it('is written one finding a line', () => {
    expect(writeLedger(ledger)).toBe(text);
  });
});
