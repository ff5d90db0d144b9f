import { defineFact } from '../../core/fact.ts';
import type { ReadHost } from '../../core/host.ts';
import { known } from '../../core/outcome.ts';

/** Folders in which a `go` lies that could be started, by the usual places of installers and version managers. */
export const goElsewhere = defineFact<readonly string[]>('go.elsewhere', 'machine', ({ host }) => {
  return known(usualPlaces(host).filter((folder) => canStart(host, folder)));
});

function canStart(host: ReadHost, folder: string): boolean {
  const go = host.path.join(folder, host.platform.os === 'windows' ? 'go.exe' : 'go');
  return host.stat(go)?.kind === 'file' && host.mayExecute(go);
}

function usualPlaces(host: ReadHost): string[] {
  if (host.platform.os === 'windows') return ['C:\\Program Files\\Go\\bin', 'C:\\Go\\bin'];
  const home = host.env('HOME');
  const ofHome = ['go/bin', 'sdk/go/bin', '.local/go/bin', '.asdf/shims', '.local/share/mise/shims', '.goenv/shims'];
  return [
    '/usr/local/go/bin',
    '/usr/lib/go/bin',
    '/opt/go/bin',
    '/opt/homebrew/bin',
    '/snap/bin',
    ...(home ? ofHome.map((folder) => host.path.join(home, folder)) : []),
  ];
}
