import type { ReadHost } from '../../core/host.ts';
import { virtualDll } from '../../knowledge/loaders.ts';
import { limits } from '../limits.ts';
import { type BinaryFile, binaryFile } from './binary-file.ts';

/**
 * Looks for the DLLs of a program, and theirs in turn, as Windows does: beside the program, in the folders of the system, on
 * PATH. Those of the system are not followed. Source: "Dynamic-link library search order", Microsoft.
 */
export function findDlls(host: ReadHost, program: BinaryFile): Map<string, BinaryFile | undefined> {
  const system = systemFolders(host, program);
  const path = host.env('Path') ?? host.env('PATH') ?? '';
  const named = path.split(host.path.delimiter).filter((folder) => host.path.isAbsolute(folder));
  const found = new Map<string, BinaryFile | undefined>();
  const asking = [program];
  for (let by = asking.shift(); by; by = asking.shift()) {
    for (const name of by.linkage?.libraries ?? []) {
      const key = name.toLowerCase();
      if (virtualDll.test(key) || found.has(key) || found.size >= limits.libraries) continue;
      const folders = [host.path.dirname(program.path), ...system, ...named];
      const file = firstIn(host, folders, name);
      found.set(key, file);
      if (file && !system.includes(host.path.dirname(file.path))) asking.push(file);
    }
  }
  return found;
}

/** A 32-bit program on 64-bit Windows is shown another folder under the name of the first one. */
function systemFolders(host: ReadHost, { format }: BinaryFile): string[] {
  const root = host.env('SystemRoot') ?? host.env('windir') ?? 'C:\\Windows';
  const small = format.bits === 32 ? ['SysWOW64'] : [];
  return [...small, 'System32', ''].map((name) => (name === '' ? root : host.path.join(root, name)));
}

function firstIn(host: ReadHost, folders: readonly string[], name: string): BinaryFile | undefined {
  for (const folder of folders) {
    const file = binaryFile(host, host.path.join(folder, name));
    if (file) return file;
  }
  return undefined;
}
