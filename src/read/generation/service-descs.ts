/** A service as the description says that a server registers. */
export interface ServiceDesc {
  /** With the package: `hello.v1.Greeter`. */
  readonly name: string;
  /** 1-based line of the variable. */
  readonly line: number;
  readonly methods: readonly ServiceDescMethod[];
}

/** A method; what it takes and gives is told by other code. */
export interface ServiceDescMethod {
  readonly name: string;
  readonly clientStreams: boolean;
  readonly serverStreams: boolean;
}

const start = /^var \w+ = \w+\.ServiceDesc\{\r?$/;
const field = /^\t+(ServiceName|MethodName|StreamName|ClientStreams|ServerStreams):\s*(?:"([^"]*)"|(true)),\r?$/;

/**
 * The `grpc.ServiceDesc` variables of a generated file, as protoc-gen-go-grpc and the gRPC plugins inside of protoc-gen-go and gogo
 * write them: one field a line. Never throws; linear in the length of the text.
 */
export function readServiceDescs(text: string): ServiceDesc[] {
  if (!text.includes('.ServiceDesc{')) return [];
  const found: ServiceDesc[] = [];
  let open: Draft | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (start.test(line)) open = { name: '', line: index + 1, methods: [] };
    else if (open && line.startsWith('}')) {
      if (open.name !== '') found.push(open);
      open = undefined;
    } else if (open) addTo(open, line);
  }
  return found;
}

interface Draft {
  name: string;
  line: number;
  methods: { name: string; clientStreams: boolean; serverStreams: boolean }[];
}

function addTo(draft: Draft, line: string): void {
  const [, key, value = ''] = field.exec(line) ?? [];
  const last = draft.methods.at(-1);
  if (key === 'ServiceName') draft.name = value;
  else if (key === 'MethodName' || key === 'StreamName')
    draft.methods.push({ name: value, clientStreams: false, serverStreams: false });
  else if (key === 'ClientStreams' && last) last.clientStreams = true;
  else if (key === 'ServerStreams' && last) last.serverStreams = true;
}
