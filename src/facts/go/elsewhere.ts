import { defineFact } from '../../core/fact.ts';
import type { ReadHost } from '../../core/host.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { installedManagers } from './managers.ts';

/** Folders in which a `go` lies that could be started, by the usual places of installers and version managers. */
export const goElsewhere = defineFact<readonly string[]>('go.elsewhere', 'machine', async (ask) => {
  const managers = valueIfKnown(await ask.get(installedManagers)) ?? [];
  const managed = managers.flatMap(({ shims, gos }) => shims ?? gos.at(-1)?.goFolder ?? []);
  return known([...usualPlaces(ask.host), ...managed].filter((folder) => canStart(ask.host, folder)));
});

function canStart(host: ReadHost, folder: string): boolean {
  const go = host.path.join(folder, host.platform.os === 'windows' ? 'go.exe' : 'go');
  return host.stat(go)?.kind === 'file' && host.mayExecute(go);
}

function usualPlaces(host: ReadHost): string[] {
  if (host.platform.os === 'windows') return ['C:\\Program Files\\Go\\bin', 'C:\\Go\\bin'];
  const home = host.env('HOME');
  const ofHome = ['go/bin', 'sdk/go/bin', '.local/go/bin'];
  return [
    '/usr/local/go/bin',
    '/usr/lib/go/bin',
    '/opt/go/bin',
    '/opt/homebrew/bin',
    '/snap/bin',
    ...(home ? ofHome.map((folder) => host.path.join(home, folder)) : []),
  ];
}
