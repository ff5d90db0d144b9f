import { readElfHead } from './elf.ts';
import { readElfLinkage } from './elf-linkage.ts';
import type { Linkage } from './linkage.ts';
import { readMacho } from './macho.ts';
import { readMachoLinkage } from './macho-linkage.ts';
import { readPe } from './pe.ts';
import { readPeLinkage } from './pe-linkage.ts';
import { bounded, type ReadAt } from './read-at.ts';

/**
 * What an ELF, Mach-O or PE file asks of the system that loads it, out of its headers; undefined for any other file.
 * Never throws, and reads a bounded number of bytes whatever the headers say.
 *
 * @param size of the file, in bytes.
 */
export function readLinkage(read: ReadAt, size: number): Linkage | undefined {
  const door = bounded(read, size);
  const bytes = door(0, 64);
  if (!bytes) return undefined;
  const elf = readElfHead(bytes);
  if (elf) return readElfLinkage(door, elf, size);
  const pe = readPe(door, bytes);
  if (pe) return readPeLinkage(door, pe, size);
  const macho = readMacho(door, bytes);
  return macho && readMachoLinkage(macho, size);
}
