import type { Tool, ToolSpec } from '../../src/lab/kit/tools.ts';
import { ToolCache } from '../../src/lab/kit/tools.ts';
import { labFolders } from '../../src/lab/paths.ts';

/** Tools of the labs, downloaded where they are not there yet, which is said; undefined, with the reason printed, where one cannot be had. */
export async function toolsOrReason<const S extends readonly ToolSpec[]>(
  ...specs: S
): Promise<{ readonly [K in keyof S]: Tool } | undefined> {
  const cache = new ToolCache(labFolders(), (line) => process.stderr.write(`${line}\n`));
  try {
    const tools: Tool[] = [];
    for (const spec of specs) tools.push(await cache.ensure(spec));
    return tools as unknown as { readonly [K in keyof S]: Tool };
  } catch (error) {
    console.log(`skipped: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    return undefined;
  }
}
