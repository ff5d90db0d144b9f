import type { ReadHost } from '../core/host.ts';
import { timeZoneFolders } from '../knowledge/image-contents.ts';

const zoneOfSystem = '/etc/localtime';

/**
 * Minutes east of Greenwich in which a Go program on this machine writes the time of now (time/zoneinfo_unix.go): TZ names a file of
 * zones, and one that is not there means UTC, as does an empty name. Windows has its zones elsewhere.
 */
export function localZoneMinutes(host: ReadHost): number {
  if (host.platform.os === 'windows') return host.zoneMinutes();
  const set = host.env('TZ');
  const isFile = (path: string): boolean => host.stat(path)?.kind === 'file';
  if (set === undefined) return isFile(zoneOfSystem) ? host.zoneMinutes() : 0;
  const name = set.replace(/^:/, '');
  if (name === '' || name.split('/').includes('..')) return 0;
  const files = name.startsWith('/') ? [name] : timeZoneFolders.map((folder) => `${folder}/${name}`);
  return files.some(isFile) ? host.zoneMinutes() : 0;
}
