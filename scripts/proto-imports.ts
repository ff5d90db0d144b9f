/**
 * Where the imports of the .proto files of real checkouts lead to: `npx tsx scripts/proto-imports.ts FOLDER...`, each FOLDER a
 * checkout. One line a checkout; `--verbose` names the compilations and each import that leads to nothing that is known.
 */
import { FactStore } from '../src/core/fact.ts';
import { project } from '../src/core/subject.ts';
import type { Compilation, ImportTarget } from '../src/facts/proto/compilation/compilation.ts';
import { compilations } from '../src/facts/proto/compilation/compilations.ts';
import { LocalHost } from '../src/host/local.ts';

const words = process.argv.slice(2);
const verbose = words.includes('--verbose');
const kinds: readonly ImportTarget['kind'][] = ['file', 'bundled', 'dependency', 'external', 'missing', 'unknown'];

function line(counts: ReadonlyMap<string, number>): string {
  return kinds.map((kind) => `${kind} ${counts.get(kind) ?? 0}`).join(', ');
}

function tell({ id, via, folder, certain, roots, inputs, inputProblems, files, outputs }: Compilation): void {
  const where = roots
    .map(({ written, folder: at, exists }) => `${written || at}${exists ? '' : ' (not there)'}`)
    .join(' : ');
  console.log(`  ${via} ${id} in ${folder ?? '?'}${certain ? '' : ' (not certain)'}`);
  console.log(`    roots ${where}`);
  console.log(`    ${inputs.length} inputs, ${files.size} files, first ${inputs[0]?.name ?? '-'}`);
  for (const { plugin, written, folder: at, paths } of outputs)
    console.log(`    ${plugin} ${written} -> ${at} ${paths}`);
  for (const problem of inputProblems) console.log(`    problem ${JSON.stringify(problem)}`);
  for (const { path, imports } of files.values())
    for (const { path: name, target } of imports)
      if (!/^(?:file|bundled|dependency)$/.test(target.kind))
        console.log(`    ${path}: ${name}: ${JSON.stringify(target)}`);
}

for (const dir of words.filter((word) => !word.startsWith('--'))) {
  const store = new FactStore(new LocalHost(), { dir, network: false, purpose: 'all', timeoutMs: 30_000 });
  const started = process.cpuUsage();
  const found = await store.get(compilations, project);
  const { user, system } = process.cpuUsage(started);
  if (found.kind !== 'known') {
    console.log(dir, found.reason);
    continue;
  }
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const { files } of found.value)
    for (const { path, own, imports } of files.values())
      for (const { path: name, target } of own ? imports : []) {
        const key = `${path}\n${name}\n${target.kind}`;
        if (seen.has(key)) continue;
        seen.add(key);
        counts.set(target.kind, (counts.get(target.kind) ?? 0) + 1);
      }
  console.log(
    `${dir}: ${found.value.length} compilations, imports: ${line(counts)} (${Math.round((user + system) / 1000)} ms CPU)`,
  );
  if (verbose) for (const one of found.value) tell(one);
}
