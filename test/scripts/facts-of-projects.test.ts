import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { factsOfProjects } from '../../scripts/facts-of-projects.ts';
import type { Trap } from '../../src/core/trap.ts';
import { endpointTraps } from '../../src/traps/endpoint.gen.ts';

const src = join(import.meta.dirname, '../../src');

/** Values, not types, that a file imports from where the built probe has nothing. */
function leftOutBy(file: string): { name: string; path: string }[] {
  const imports = readFileSync(file, 'utf8').matchAll(/^import (?!type )\{([^}]*)\} from '([^']+)';/gm);
  return [...imports].flatMap(([, names = '', path = '']) =>
    factsOfProjects.test(path)
      ? names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '' && !name.startsWith('type '))
          .map((name) => ({ name, path: join(file, '..', path) }))
      : [],
  );
}

/** The files of a trap that are built into the program. */
function filesOf(trap: Trap): string[] {
  const folder = join(src, 'traps', trap.group, trap.id);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !['lab.ts', 'not-reproduced.ts'].includes(name))
    .map((name) => join(folder, name));
}

const rows = endpointTraps.map((trap) => ({ id: trap.id, trap, leftOut: filesOf(trap).flatMap(leftOutBy) }));

describe('what the built probe leaves out of the traps', () => {
  it.each(rows)('$id: nothing but facts, and none that it needs on endpoints', async ({ trap, leftOut }) => {
    const onEndpoints = new Set(
      trap.sights.filter(({ subject }) => subject === 'endpoint').flatMap(({ needs }) => Object.values(needs)),
    );
    const elsewhere = new Set(
      trap.sights.filter(({ subject }) => subject !== 'endpoint').flatMap(({ needs }) => Object.values(needs)),
    );
    for (const { name, path } of leftOut) {
      const value = ((await import(pathToFileURL(path).href)) as Record<string, never>)[name];
      expect(elsewhere.has(value as never), `${name} is a fact that another sight needs`).toBe(true);
      expect(onEndpoints.has(value as never), `${name} is needed on endpoints`).toBe(false);
    }
  });

  it('has something to leave out', () => {
    expect(rows.flatMap(({ leftOut }) => leftOut).length).toBeGreaterThan(0);
  });
});
