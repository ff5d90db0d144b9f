import type { Ask } from '../../core/fact.ts';
import type { ReadHost } from '../../core/host.ts';
import { valueIfKnown } from '../../core/outcome.ts';
import { goVersion } from '../../facts/go/env.ts';
import { readText } from '../../facts/text-file.ts';
import { searchPath } from '../../facts/tools/path.ts';

/**
 * Version of the go on PATH, `1.26.8`. The file VERSION of its tree says it; go itself is only started where there is none, as behind
 * the shim of a version manager: that costs more than a whole probe. Undefined where no go is installed.
 */
export async function installedGo(ask: Ask): Promise<string | undefined> {
  const { host } = ask;
  const name = host.platform.os === 'windows' ? 'go.exe' : 'go';
  const files = (valueIfKnown(await ask.get(searchPath)) ?? []).map((folder) => host.path.join(folder, name));
  const file = files.find((one) => host.stat(one)?.kind === 'file' && host.mayExecute(one));
  if (file === undefined) return undefined;
  return versionOfTree(host, file) ?? valueIfKnown(await ask.get(goVersion));
}

function versionOfTree(host: ReadHost, file: string): string | undefined {
  const root = host.path.dirname(host.path.dirname(host.realPath(file)));
  const text = valueIfKnown(readText(host, host.path.join(root, 'VERSION')));
  return text === undefined ? undefined : /^go(1\.\S+)/.exec(text)?.[1];
}
