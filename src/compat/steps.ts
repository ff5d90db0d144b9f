import { grpcModule, protobufModule } from '../knowledge/names.ts';
import { requirementAnswer } from '../knowledge/stack.ts';
import { goLanguage } from '../read/go/go-version.ts';
import { type PartName, packageOf, partNames, type Versions } from './parts.ts';

/** One version that changes, or comes. */
export interface Change {
  readonly part: PartName;
  /** Undefined where the part was not there. */
  readonly from?: string;
  readonly to: string;
  /** The go command makes it by itself with another change. */
  readonly follows: boolean;
}

/** What to do, in this order. Those that are installed and `generate` are no commands: how it is done differs from project to project. */
export type Step =
  | { readonly kind: 'command'; readonly argv: readonly string[] }
  | { readonly kind: 'install-go'; readonly version: string; readonly language: string }
  | { readonly kind: 'install-protoc'; readonly version: string }
  | { readonly kind: 'generate' };

/** The differences between two sets, in the order of the parts. */
export function changesBetween(before: Versions, after: Versions): readonly Change[] {
  return partNames.flatMap((part): Change[] => {
    const from = before[part];
    const to = after[part];
    if (to === undefined || from === to) return [];
    return [{ part, ...(from !== undefined && { from }), to, follows: follows(part, before, after) }];
  });
}

/** `go get` of grpc-go raises protobuf to what grpc-go requires. */
function follows(part: PartName, before: Versions, after: Versions): boolean {
  if (part !== 'protobuf' || after.grpc === undefined || after.grpc === before.grpc) return false;
  return requirementAnswer(grpcModule, after.grpc, protobufModule)?.value === after.protobuf;
}

/** How a set is brought about: Go first, for all the others are done with it; then go.mod; then plugins; then their output. */
export function stepsOf(changes: readonly Change[], vendored: boolean): readonly Step[] {
  const to = (part: PartName): string | undefined => changes.find((one) => one.part === part && !one.follows)?.to;
  const command = (...argv: string[]): Step => ({ kind: 'command', argv });
  const go = to('go');
  const line = to('go-line');
  const modules = [get(grpcModule, to('grpc')), get(protobufModule, to('protobuf'))].flat();
  const plugins = (['protoc-gen-go', 'protoc-gen-go-grpc'] as const).flatMap((plugin) => {
    const version = to(plugin);
    return version === undefined ? [] : [command('go', 'install', `${packageOf[plugin]}@${version}`)];
  });
  const moduleSteps = [...(line === undefined ? [] : [command('go', 'mod', 'edit', `-go=${line}`)]), ...modules];
  return [
    ...(go === undefined ? [] : [{ kind: 'install-go' as const, version: go, language: goLanguage(go) ?? go }]),
    ...moduleSteps,
    ...(moduleSteps.length > 0 ? [command('go', 'mod', 'tidy')] : []),
    ...(moduleSteps.length > 0 && vendored ? [command('go', 'mod', 'vendor')] : []),
    ...plugins,
    ...(plugins.length > 0 ? [{ kind: 'generate' as const }] : []),
  ];
}

function get(module: string, version: string | undefined): Step[] {
  return version === undefined ? [] : [{ kind: 'command', argv: ['go', 'get', `${module}@${version}`] }];
}
