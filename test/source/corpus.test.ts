import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Fact, FactStore } from '../../src/core/fact.ts';
import { valueIfKnown } from '../../src/core/outcome.ts';
import type { Subject } from '../../src/core/subject.ts';
import { deprecatedUses } from '../../src/facts/source/deprecated.ts';
import { imaginaryUses } from '../../src/facts/source/imaginary.ts';
import { missingUses } from '../../src/facts/source/missing.ts';
import { wallClockUses } from '../../src/facts/source/wall-clock.ts';
import { baseMachine, hostOf } from '../support/machine.ts';

const folder = join(import.meta.dirname, 'corpus');
const newest = 'v1.85.0';
const mark = '/* want */';
const root: Subject = { kind: 'module', id: '.' };

/** A file of the corpus: lines with the mark must be reported, and no others. */
interface Labelled {
  readonly name: string;
  readonly text: string;
  readonly path: string;
  readonly grpc: string;
}

function labelled(trap: string): Labelled[] {
  return readdirSync(join(folder, trap)).map((name) => {
    const text = readFileSync(join(folder, trap, name), 'utf8');
    const said = (key: string): string | undefined =>
      text
        .split('\n')
        .find((line) => line.startsWith(`// ${key} `))
        ?.slice(key.length + 4);
    // A head that is about the corpus and not part of the file is left out, but its lines are kept.
    const own = text.replace(/^\/\/ (?:grpc|file) .*$/gm, '');
    return { name, text: own, path: said('file') ?? `cmd/${name}`, grpc: said('grpc') ?? newest };
  });
}

/** A project with this file alone, on that release of grpc-go. */
function storeOf({ text, path, grpc }: Labelled): FactStore {
  const plain = baseMachine('plain');
  const goMod = (plain.project['go.mod'] ?? '').replace(`grpc ${newest}`, `grpc ${grpc}`);
  const project = { 'go.mod': goMod, 'go.sum': plain.project['go.sum'] ?? '', [path]: text };
  const host = hostOf({ ...plain, project });
  return new FactStore(host, { dir: plain.dir, network: false, purpose: 'build', timeoutMs: 1000 });
}

/** The lines that a trap would report, by trap. */
const reported: Readonly<Record<string, (store: FactStore) => Promise<number[]>>> = {
  'dial-deprecated': async (store) => {
    const uses = (await asked(store, deprecatedUses)).filter(({ acknowledged }) => !acknowledged);
    return uses.map(({ line }) => line);
  },
  'removed-grpc-package': async (store) => {
    const modules = await asked(store, missingUses);
    return modules.flatMap(({ uses }) => uses.map(({ line }) => line));
  },
  'imaginary-api': async (store) => (await asked(store, imaginaryUses)).map(({ line }) => line),
  'wall-clock-arithmetic': async (store) => (await asked(store, wallClockUses)).map(({ line }) => line),
};

async function asked<T>(store: FactStore, fact: Fact<readonly T[]>): Promise<readonly T[]> {
  const value = valueIfKnown(await store.get(fact, root));
  if (!value) throw new Error(`${fact.name} is not known`);
  return value;
}

describe.each(Object.entries(reported))('the labelled files of %s', (trap, linesOf) => {
  it('are reported where they are marked, and nowhere else', async () => {
    const files = labelled(trap);
    const [right, wrong, missed]: [string[], string[], string[]] = [[], [], []];
    for (const file of files) {
      const wanted = new Set(file.text.split('\n').flatMap((line, index) => (line.includes(mark) ? [index + 1] : [])));
      const found = new Set(await linesOf(storeOf(file)));
      for (const line of found) (wanted.has(line) ? right : wrong).push(`${file.name}:${line}`);
      for (const line of wanted) if (!found.has(line)) missed.push(`${file.name}:${line}`);
    }
    const precision = right.length / (right.length + wrong.length);
    const recall = right.length / (right.length + missed.length);
    console.log(
      `${trap}: ${files.length} files, ${right.length + missed.length} places, precision ${percent(precision)}, recall ${percent(recall)}`,
    );
    expect(wrong).toEqual([]);
    expect(recall, `missed: ${missed.join(' ')}`).toBeGreaterThanOrEqual(0.95);
  });

  it.each(['fires-', 'quiet-'])('are enough: %s', (kind) => {
    const files = labelled(trap).filter(({ name }) => name.startsWith(kind));
    expect(files.length).toBeGreaterThanOrEqual(6);
    for (const { name, text } of files) expect(text.includes(mark), name).toBe(kind === 'fires-');
  });
});

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
