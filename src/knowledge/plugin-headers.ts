import { oldPluginPackage } from './names.ts';
import * as tables from './tables.ts';

/**
 * The release that a plugin of this package and version names in what it generates. That of github.com/golang/protobuf names the
 * release of google.golang.org/protobuf that it is linked with; undefined where it names none, or nobody measured it.
 */
export function headerRelease(pluginPackage: string, version: string): string | undefined {
  if (pluginPackage !== oldPluginPackage) return version;
  return tables.oldPluginHeaders.rows.find((row) => row.version === version)?.header;
}
