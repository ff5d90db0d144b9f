/** What a generated file asks of a server of one service. */
export interface ServerMethods {
  /** As Go spells it: `Greeter`. */
  readonly service: string;
  /** Of the interface, with `mustEmbedUnimplementedGreeterServer`. */
  readonly methods: readonly string[];
  /** The function that registers a server calls a method of the embedded type: protoc-gen-go-grpc from 1.5 on. */
  readonly tested: boolean;
}

/** Reads the server interfaces of a `_grpc.pb.go`; linear in the length of the text. */
export function readServerMethods(text: string): ServerMethods[] {
  const found: ServerMethods[] = [];
  for (const match of text.matchAll(/^type (\w+)Server interface \{[ \t]*\r?\n/gm)) {
    const [head, service = ''] = match;
    const start = match.index + head.length;
    const end = text.indexOf('\n}', start - 1);
    const body = end < 0 ? '' : text.slice(start, end);
    const methods = [...body.matchAll(/^\t(\w+)\(/gm)].map(([, name = '']) => name);
    if (!methods.includes(`mustEmbedUnimplemented${service}Server`)) continue;
    found.push({ service, methods, tested: text.includes(`${service}Server) testEmbeddedByValue()`) });
  }
  return found;
}
