import type { PlannedPlugin } from './planned.ts';
import type { Stub, StubUse } from './stubs.ts';

/** A server that will not compile once its interface wants an embedded type. */
export interface Stranded {
  readonly stub: Stub;
  /** Where it is registered. */
  readonly registered: StubUse;
}

/** The option that keeps protoc-gen-go-grpc from asking servers to embed `UnimplementedXServer`. */
const optOut = 'require_unimplemented_servers=false';

/**
 * The first server that the output of protoc-gen-go-grpc leaves without a method: today's code does not want the embedded
 * type, the new one will, and nothing that is registered has it.
 */
export function strandedServer(plan: PlannedPlugin, stubs: readonly Stub[]): Stranded | undefined {
  if (plan.use.plugin?.options.includes(optOut)) return undefined;
  for (const stub of stubs) {
    const header = stub.file?.header;
    if (!plan.inputs.includes(stub.proto) || !header?.services.includes(stub.service) || header.wantsEmbedding)
      continue;
    const registered = stub.uses.find((use) => isRegistration(use, stub));
    if (registered && !stub.uses.some((use) => isEmbedding(use, stub))) return { stub, registered };
  }
  return undefined;
}

function isRegistration({ name, use, arguments: given }: StubUse, { service }: Stub): boolean {
  const server = given[1]?.text;
  return name === `Register${service}Server` && use === 'call' && server !== undefined && server !== 'nil';
}

/** Embeds a type that has the method, or the interface itself, which stands alone on its line. */
function isEmbedding({ name, alias, text }: StubUse, { service }: Stub): boolean {
  if (name === `Unimplemented${service}Server` || name === `Unsafe${service}Server`) return true;
  return name === `${service}Server` && text.trim() === `${alias}.${name}`;
}
