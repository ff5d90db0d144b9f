import { readdir, rm } from 'node:fs/promises';
import { type ModuleSpec, protocLine } from './bench.ts';
import { PGO, PROTOBUF, protoc } from './catalog.ts';
import type { PluginTool } from './tools.ts';
import type { Special } from './trap-lab.ts';

/** What a module of `labs/proto-floors` is generated with, where it is not the newest. */
export interface FloorTools {
  readonly protoc?: string;
  readonly plugin?: PluginTool;
  /** The plugin whose output decides about go.mod; default: the newest. */
  readonly tidiedWith?: PluginTool;
  readonly flags?: readonly string[];
}

/** A module with one of the .proto files of `labs/proto-floors`, whose code is still to be generated. */
export function ungenerated(proto: string, tools: FloorTools = {}): Special {
  const { plugin = PGO, tidiedWith = PGO, flags = [] } = tools;
  const module: ModuleSpec = {
    program: 'proto-floors',
    go: '1.23',
    require: { [PROTOBUF]: PGO.version },
    plugins: [tidiedWith],
    protocLine: protocLine(`pb/${proto}.proto`, { grpc: false, flags }),
  };
  return {
    module,
    plugins: [plugin],
    ...(tools.protoc !== undefined && { protoc: protoc(tools.protoc) }),
    arrange: async (site) => {
      const folder = site.at('src/proto-floors/pb');
      for (const name of await readdir(folder)) if (name !== `${proto}.proto`) await rm(`${folder}/${name}`);
    },
  };
}
