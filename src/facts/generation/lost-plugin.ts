import { type Ask, defineFact } from '../../core/fact.ts';
import { known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import type { ManagerName } from '../../knowledge/version-managers.ts';
import { goVersion } from '../go/env.ts';
import { type ActiveManager, activeManager, type ManagedGo } from '../go/managers.ts';
import { readText } from '../text-file.ts';
import { placesOf, type ToolPlaces } from './tools.ts';

/** A plugin that a version manager keeps with one Go, while another Go runs, or that it has no shim for. */
export interface LostPlugin {
  readonly manager: ManagerName;
  /** The Go that runs. */
  readonly running: string;
  /** The copy that nothing leads to; `version` is the Go whose folder it lies in. */
  readonly copy: { readonly version: string; readonly path: string };
  /** The shim that is started and finds nothing to run. */
  readonly shim?: string;
  /** Makes the shims anew; undefined for a manager without shims. */
  readonly reshim?: readonly string[];
}

export const lostPlugin = defineFact<LostPlugin | undefined>('tool.lost-plugin', 'tool', async (ask, { id }) => {
  const manager = valueIfKnown(await ask.get(activeManager));
  if (!manager) return known(undefined);
  const places = await placesOf(ask, id);
  if (places.kind !== 'known') return places;
  const version = await ask.get(goVersion);
  if (version.kind !== 'known')
    return version.kind === 'absent' ? { kind: 'unknown', reason: version.reason } : version;
  return lost(ask, id, { manager, places: places.value, running: version.value });
});

interface Situation {
  readonly manager: ActiveManager;
  readonly places: ToolPlaces;
  readonly running: string;
}

async function lost(
  ask: Ask,
  id: string,
  { manager, places, running }: Situation,
): Promise<Outcome<LostPlugin | undefined>> {
  const { shims, rules, gos } = manager;
  const shim = places.runs?.folder === shims ? places.runs : undefined;
  // Another copy runs, or one lies where a setting of the user sends it.
  if ((places.runs && !shim) || places.installed.some(({ folder }) => !isManaged(manager, folder)))
    return known(undefined);
  const leadsTo = shim ? shimOf(ask, manager, shim.path, id) : rules.reshim ? [] : 'any version';
  if (leadsTo === 'another tool') return known(undefined);
  const copies = gos.flatMap((go) => copyIn(ask, go, id));
  const current = copies.find((copy) => copy.version === running);
  if (current && (leadsTo === 'any version' || leadsTo.includes(running))) return known(undefined);
  const copy = current ?? copies.at(-1);
  if (!copy || !gos.some(({ version }) => version === running)) return known(undefined);
  return known({
    manager: rules.name,
    running,
    copy,
    ...(shim && { shim: shim.path }),
    ...(rules.reshim && { reshim: rules.reshim }),
  });
}

function isManaged({ gos }: ActiveManager, folder: string): boolean {
  return gos.some(({ bins }) => bins.includes(folder));
}

function copyIn(ask: Ask, { version, bins }: ManagedGo, id: string): { version: string; path: string }[] {
  const paths = bins.map((bin) => ask.host.path.join(bin, id));
  const path = paths.find((one) => ask.host.stat(one)?.kind === 'file' && ask.host.mayExecute(one));
  return path === undefined ? [] : [{ version, path }];
}

/**
 * The Go versions that a shim can lead to. That of asdf lists them and starts nothing else; those of mise and goenv look each
 * time. Behind a shim of asdf or mise may be another tool than Go: a plugin of its own, a tool of its own.
 */
function shimOf(
  ask: Ask,
  { rules, root }: ActiveManager,
  shim: string,
  id: string,
): readonly string[] | 'any version' | 'another tool' {
  const { host } = ask;
  if (rules.name === 'mise') {
    const tools = host.list(host.path.join(root, 'installs')) ?? [];
    return tools.some(({ name }) => name === id || name.endsWith(`-${id}`)) ? 'another tool' : 'any version';
  }
  const text = readText(host, shim);
  const known = text.kind === 'known' ? [...text.value.matchAll(/^# asdf-plugin: (\S+) (\S+)/gm)] : [];
  if (known.some(([, plugin = '']) => !rules.tools.includes(plugin))) return 'another tool';
  return known.length > 0 ? known.map(([, , version = '']) => version) : 'any version';
}
