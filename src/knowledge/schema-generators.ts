import { compareModule } from '../read/modules/module-version.ts';
import type { SchemaGenerator } from './table.ts';
import * as tables from './tables.ts';

/** A program that makes OpenAPI documents for a gateway. */
export interface SchemaProgram {
  readonly id: 'openapiv2' | 'openapiv3' | 'gnostic';
  /** That protoc looks for. */
  readonly name: string;
  /** As `go install` needs it. */
  readonly package: string;
  readonly module: string;
  /** Nobody else's program has this name. */
  readonly alone: boolean;
  /** Options that decide about names and enums; absent where there is none. */
  readonly names?: { readonly option: string; readonly proto: string; readonly json: string };
  readonly enums?: { readonly option: string; readonly string: string; readonly integer: string };
}

const gateway = 'github.com/grpc-ecosystem/grpc-gateway/v2';
const gnostic = 'github.com/google/gnostic';

/** By their names. */
export const schemaPrograms: Readonly<Record<string, SchemaProgram>> = {
  'protoc-gen-openapiv2': {
    id: 'openapiv2',
    name: 'protoc-gen-openapiv2',
    package: `${gateway}/protoc-gen-openapiv2`,
    module: gateway,
    alone: true,
    names: { option: 'json_names_for_fields', proto: 'false', json: 'true' },
    enums: { option: 'enums_as_ints', string: 'false', integer: 'true' },
  },
  'protoc-gen-openapiv3': {
    id: 'openapiv3',
    name: 'protoc-gen-openapiv3',
    package: `${gateway}/protoc-gen-openapiv3`,
    module: gateway,
    alone: true,
  },
  'protoc-gen-openapi': {
    id: 'gnostic',
    name: 'protoc-gen-openapi',
    package: `${gnostic}/cmd/protoc-gen-openapi`,
    module: gnostic,
    alone: false,
    names: { option: 'naming', proto: 'proto', json: 'json' },
    enums: { option: 'enum_type', string: 'string', integer: 'integer' },
  },
};

/** What a release of a generator says of a kind of field; of an unknown release what all say alike. */
export function schemaTypeOf(
  pluginPackage: string,
  version: string | undefined,
  kind: 'int64' | 'enum',
): 'string' | 'integer' | undefined {
  const rows = tables.schemaGenerators.rows.filter((row) => row.package === pluginPackage);
  if (version === undefined) {
    const all = new Set(rows.map((row) => row[kind]));
    return all.size === 1 ? rows[0]?.[kind] : undefined;
  }
  return rowAt(rows, version)?.[kind];
}

/** The newest release of a generator that was measured. */
export function newestSchemaRelease(pluginPackage: string): string | undefined {
  const rows = tables.schemaGenerators.rows.filter((row) => row.package === pluginPackage);
  return rows
    .map(({ seen }) => seen)
    .sort(compareModule)
    .at(-1);
}

/** Rows begin with what was measured: of an older release nothing is known. */
function rowAt(rows: readonly SchemaGenerator[], version: string): SchemaGenerator | undefined {
  return rows
    .filter(({ since }) => compareModule(since, version) <= 0)
    .sort((a, b) => compareModule(a.since, b.since))
    .at(-1);
}

/** First release of google.golang.org/protobuf whose protojson has `EmitDefaultValues` (read in v1.31.0 and v1.32.0). */
export const firstWithEmitDefaultValues = 'v1.32.0';

const wideInteger = /^(?:u?int64|s?fixed64|sint64|\.?google\.protobuf\.U?Int64Value)$/;

/** True for the types, as a .proto file writes them, of which ProtoJSON makes a string because JavaScript cannot count so far. */
export function isWideInteger(type: string): boolean {
  return wideInteger.test(type);
}
