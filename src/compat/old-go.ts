import { oldGoAnswer } from '../knowledge/stack.ts';
import { compareModule } from '../read/modules/module-version.ts';
import type { PartName } from './parts.ts';
import { breaks, fits, type Ruling, unknown } from './ruling.ts';

/** What a Go before 1.21 makes of code whose go line is above it: only building tells, so only what was built is told. */
export function buildsWith(go: string, part: PartName, path: string, version: string): Ruling {
  const answer = oldGoAnswer(path, go);
  if (!answer) return unknown('old-go-unmeasured', { go, part, version });
  const { go: used, last, broken } = answer.value;
  const data = { go, part, version, used, last, broken };
  if (compareModule(version, last) <= 0) return fits('old-go-builds', data, answer.source);
  if (compareModule(version, broken) >= 0) {
    // Of protobuf it is the generated code of the well-known types that asks for a newer Go; grpc-go has them.
    return breaks(part === 'protobuf' ? 'old-go-broken-types' : 'old-go-broken', data, answer.source);
  }
  return unknown('old-go-between', data, answer.source);
}
