import { defineFact } from '../../core/fact.ts';
import type { ReadHost } from '../../core/host.ts';
import { known, unknown } from '../../core/outcome.ts';
import type { GoParser } from '../../read/go/syntax/reader.ts';

/** The parser is the same for every machine that is looked at, and starting it is what costs. */
let started: Promise<GoParser> | undefined;

/** The parser of Go source; nobody pays for it in whose files there is nothing to parse. */
export const goParser = defineFact<GoParser>('machine.go-parser', 'machine', async ({ host }) => {
  started ??= start(host);
  const parser = await started.catch(() => undefined);
  return parser ? known(parser) : unknown('go-parser-missing');
});

async function start(host: ReadHost): Promise<GoParser> {
  const { GoParser } = await import('../../read/go/syntax/reader.ts');
  const [runtime, grammar] = [host.ownFile('web-tree-sitter.wasm'), host.ownFile('tree-sitter-go.wasm')];
  if (!runtime || !grammar) throw new Error('the parser is not beside the program');
  return GoParser.load({ runtime, grammar });
}
