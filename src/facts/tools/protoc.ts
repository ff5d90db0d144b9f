import { defineFact } from '../../core/fact.ts';
import { absent, known, unknown, valueIfKnown } from '../../core/outcome.ts';
import { toolsOnPath } from './path.ts';

/** What `protoc --version` prints, without its name: `3.21.12`, `30.2`. Only the environment card asks for it. */
export const protocVersion = defineFact<string | undefined>('tools.protoc-version', 'machine', async (ask) => {
  const protoc = (valueIfKnown(await ask.get(toolsOnPath)) ?? []).find(
    ({ name, mayExecute }) => name === 'protoc' && mayExecute,
  );
  if (!protoc) return absent('command-missing', { command: 'protoc' });
  const run = await ask.host.exec([protoc.path, '--version'], { timeoutMs: ask.options.timeoutMs });
  const version = run.kind === 'exited' ? /^libprotoc (\S+)/.exec(run.stdout)?.[1] : undefined;
  return version ? known(version) : unknown('command-unparsable', { command: 'protoc --version' });
});
