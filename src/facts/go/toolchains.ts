import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueOf } from '../../core/outcome.ts';
import { goPaths } from '../tools/path.ts';
import { effectiveSettings } from './env.ts';

/** Go toolchains that an earlier switch has left in the module cache, such as `1.25.4`. */
export const cachedToolchains = defineFact<readonly string[]>('tools.cached-toolchains', 'machine', async (ask) => {
  const cache = await moduleCache(ask);
  const { os, arch } = ask.host.platform;
  const entries = cache ? ask.host.list(ask.host.path.join(cache, 'golang.org')) : undefined;
  const names = (entries ?? []).map((entry) => entry.name);
  const suffix = `.${os}-${arch}`;
  return known(
    names
      .filter((name) => name.startsWith('toolchain@v0.0.1-go') && name.endsWith(suffix))
      .map((name) => name.slice('toolchain@v0.0.1-go'.length, -suffix.length)),
  );
});

/** The module cache of the user: GOMODCACHE, else `pkg/mod` in the first entry of GOPATH. */
export async function moduleCache(ask: Ask): Promise<string | undefined> {
  const effective = valueOf(await ask.get(effectiveSettings));
  const named = effective?.get('GOMODCACHE');
  if (named) return named;
  const [first] = goPaths(ask.host, effective?.get('GOPATH'));
  return first && ask.host.path.join(first, 'pkg', 'mod');
}
