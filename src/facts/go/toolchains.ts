import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { goPaths, programsOnPath } from '../tools/path.ts';
import { effectiveSettings } from './env.ts';

/**
 * Go toolchains that a switch finds without a download, such as `1.25.4`: those that an earlier one has left in the module
 * cache, and those that lie on PATH under their own name, `go1.25.4` (Go Toolchains reference: PATH is looked at first).
 */
export const localToolchains = defineFact<readonly string[]>('tools.local-toolchains', 'machine', async (ask) => {
  return known([...(await cached(ask)), ...(await named(ask))]);
});

async function named(ask: Ask): Promise<string[]> {
  const programs = valueIfKnown(await ask.get(programsOnPath)) ?? [];
  return programs.flatMap(({ name }) => /^go(1\.\d.*)$/.exec(name)?.[1] ?? []);
}

async function cached(ask: Ask): Promise<string[]> {
  const cache = await moduleCache(ask);
  const { os, arch } = ask.host.platform;
  const entries = cache ? ask.host.list(ask.host.path.join(cache, 'golang.org')) : undefined;
  const names = (entries ?? []).map((entry) => entry.name);
  const suffix = `.${os}-${arch}`;
  return names
    .filter((name) => name.startsWith('toolchain@v0.0.1-go') && name.endsWith(suffix))
    .map((name) => name.slice('toolchain@v0.0.1-go'.length, -suffix.length));
}

/** The module cache of the user: GOMODCACHE, else `pkg/mod` in the first entry of GOPATH. */
export async function moduleCache(ask: Ask): Promise<string | undefined> {
  const effective = valueIfKnown(await ask.get(effectiveSettings));
  const named = effective?.get('GOMODCACHE');
  if (named) return named;
  const [first] = goPaths(ask.host, effective?.get('GOPATH'));
  return first && ask.host.path.join(first, 'pkg', 'mod');
}
