/** Gets the real tools that the tests use into the tool cache, telling what it does. */
import { openBench } from '../src/lab/kit/bench.ts';
import { GO, GPB_LEGACY, go, PGG, PGO, PROTOC, pgg } from '../src/lab/kit/catalog.ts';
import { labFolders } from '../src/lab/paths.ts';

const bench = await openBench(labFolders(), (line) => void process.stderr.write(`grpc-doctor: ${line}\n`));
for (const tool of [GO, go('1.24.9'), PROTOC, PGO, PGG, pgg('v1.3.0'), pgg('v1.1.0'), GPB_LEGACY])
  await bench.tools.ensure(tool);
