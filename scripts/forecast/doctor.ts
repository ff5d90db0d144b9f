import { examine } from '../../src/core/engine.ts';
import { FactStore } from '../../src/core/fact.ts';
import { valueIfKnown } from '../../src/core/outcome.ts';
import { say } from '../../src/core/render.ts';
import { type PlannedPlugin, plannedPlugins } from '../../src/facts/generation/planned.ts';
import { subjectList } from '../../src/facts/subjects.ts';
import { LocalHost } from '../../src/host/local.ts';
import trap from '../../src/traps/codegen/regeneration-will-break/trap.ts';
import type { Pair, Recipe } from './files.ts';

/** What the doctor foretells for one module. */
export interface Foretold {
  readonly plugins: Pair | undefined;
  readonly titles: readonly string[];
}

const timeoutMs = 60_000;

/** Asks the trap about a checkout, on a machine with this PATH. */
export async function foretell(checkout: string, recipe: Recipe, path: string): Promise<Foretold> {
  process.env.PATH = path;
  const store = new FactStore(new LocalHost(), { dir: checkout, network: false, purpose: 'build', timeoutMs });
  const subject = { kind: 'module', id: recipe.module } as const;
  const planned = valueIfKnown(await store.get(plannedPlugins, subject)) ?? [];
  const { findings } = await examine([trap], store, subjectList);
  const ours = findings.filter(({ claim }) => claim.subject.id === recipe.module);
  const titles = ours.map(({ claim }) => say(trap.messages.en, claim.title));
  return { plugins: pairOf(planned), titles };
}

function pairOf(planned: readonly PlannedPlugin[]): Pair | undefined {
  const versionOf = (name: string) => planned.find((plan) => plan.name === name)?.version;
  const [messages, services] = [versionOf('protoc-gen-go'), versionOf('protoc-gen-go-grpc')];
  return messages === undefined
    ? undefined
    : { 'protoc-gen-go': messages, ...(services !== undefined && { 'protoc-gen-go-grpc': services }) };
}
