import { defineFact } from '../../core/fact.ts';
import { known } from '../../core/outcome.ts';
import { maskSecrets } from '../../host/mask.ts';
import type { WallClockUse } from '../../read/go/syntax/wall-clock.ts';
import { moduleSources } from '../modules/sources.ts';
import type { GoFile } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { bytesOf, isBesideTheProduct } from './own-code.ts';
import { goParser } from './parser.ts';

/** An elapsed time of the wall clock, and its file. */
export interface WallClockPlace extends WallClockUse {
  readonly file: string;
}

/** Elapsed times in a module's own code that are computed from the wall clock: without tests, examples and generated files. */
export const wallClockUses = defineFact<readonly WallClockPlace[]>('module.wall-clock-uses', 'module', async (ask) => {
  const [sources, files] = [await ask.get(moduleSources), await ask.get(tree)];
  if (sources.kind !== 'known') return sources;
  if (files.kind !== 'known') return files;
  const texts = sources.value.files.filter(isWanted).flatMap(({ path }) => {
    const bytes = bytesOf(ask.host, files.value.root, path);
    const text = bytes?.includes(nowMark) ? bytes.toString('utf8') : undefined;
    return text !== undefined && mayMeasure(text) ? [{ path, text: maskSecrets(text) }] : [];
  });
  if (texts.length === 0) return known([]);
  const parser = await ask.get(goParser);
  if (parser.kind !== 'known') return parser;
  const { readWallClockUses } = await import('../../read/go/syntax/wall-clock.ts');
  return known(
    texts.flatMap(({ path, text }) => readWallClockUses(parser.value, text).map((use) => ({ ...use, file: path }))),
  );
});

function isWanted(file: GoFile): boolean {
  const generated = file.path.endsWith('.pb.go');
  return !file.ignored && !generated && !isBesideTheProduct(file) && file.imports.some(({ path }) => path === 'time');
}

/** A reading of which something is made at once. */
const nowMark = Buffer.from('Now().');

const taken = /\b(\w+)\s*:?=\s*[^\n=]*\bNow\(\)\.(?:UTC|Local|In|Round|Truncate|AddDate|Unix(?:Nano|Micro|Milli)?)\(/g;

/** A cheap look before a file is parsed: something holds a reading of the wall clock, and is taken from something else. */
function mayMeasure(text: string): boolean {
  if (/^\/\/ Code generated .* DO NOT EDIT\.$/m.test(text)) return false;
  const names = new Set([...text.matchAll(taken)].map(([, name = '']) => name));
  const isTaken = (name: string): boolean =>
    text.includes(`Since(${name})`) || text.includes(`Sub(${name})`) || isSubtracted(name, text);
  return [...names].some(isTaken);
}

/** On either side of the sign: `now - last`, where the last one was a `now` before. */
function isSubtracted(name: string, text: string): boolean {
  return new RegExp(`-\\s*${name}\\b|\\b${name}\\s*-`).test(text);
}
