import { type Ask, defineFact, type ProbeOptions } from '../core/fact.ts';
import { known, type Outcome, unknown } from '../core/outcome.ts';
import { buildsGoLine, switchesToolchains, toolchainOf } from '../knowledge/go-rules.ts';
import { judgedLike } from '../knowledge/go-verification.ts';
import { grpcClientDoes } from '../knowledge/grpc-client.ts';
import { grpcModule } from '../knowledge/names.ts';
import { newestRelease } from '../knowledge/questions.ts';
import { compareGo, goLanguage } from '../read/go/go-version.ts';
import { splitHostPort } from '../read/net/host-port.ts';
import { installedGo } from './client/installed-go.ts';
import { type Placed, type ProjectOfClient, projectOfClient } from './client/project.ts';
import { rootsOf } from './client/roots.ts';
import { readTarget, usualDialer } from './target.ts';
import type { Mode } from './wire.ts';

/** The Go client whose words are foretold. */
export interface Client {
  /** As `--as` says. */
  readonly mode?: Mode;
  /** `1.26.8`. */
  readonly goVersion: string;
  /** The go line of the main module, `1.25.0`. */
  readonly goLine: string;
  /** Settings that go.mod or go.work and the environment give: `x509negativeserial` -> `1`; of programs' own `//go:debug` nothing. */
  readonly godebug: Readonly<Record<string, string>>;
  /** grpc-go, `1.85.0`. */
  readonly grpcVersion: string;
  /** golang.org/x/net, which words some errors of HTTP/2, where the project says; else the one that grpc-go asks for. */
  readonly netVersion?: string;
  /** Where these come from: `--go-version`, a file and line of the project, `go version`, or `newest known`. */
  readonly sources: Readonly<Record<'goVersion' | 'goLine' | 'grpcVersion', string>>;
  /** Roots: DER of every certificate in the files of `--ca`; undefined: those of the system. */
  readonly roots?: readonly Uint8Array[];
  /** The name that TLS checks: `--servername`, else of the target. */
  readonly serverName: string;
  readonly identity?: { readonly certificateFile: string; readonly keyFile: string };
  /** This release of grpc-go refuses a server without ALPN: by itself, or by GRPC_ENFORCE_ALPN_ENABLED. */
  readonly enforcesAlpn: boolean;
  /** The Go release like which its Go is judged, where that one was not measured. */
  readonly judgedLike?: ReturnType<typeof judgedLike>;
  /** Its Go does not build a module with its go line. */
  readonly goLineTooNew?: true;
}

/** The client of this run and target: as the options say, else as the project at the current folder has it, else the newest. */
export const client = defineFact<Client>('client', 'endpoint', async (ask, { id }): Promise<Outcome<Client>> => {
  const { probe } = ask.options;
  if (!probe) return unknown('no-endpoint');
  const project = projectOfClient(ask.host, ask.options.dir);
  const grpc = placed(probe.grpcVersion, '--grpc-version') ?? project?.grpc ?? newest(grpcModule);
  const go = await goOf(ask, probe, project);
  const line = placed(probe.goLine, '--go-line') ??
    project?.goLine ?? { value: goLanguage(go.value) ?? go.value, from: go.from };
  const roots = rootsOf(ask.host, probe.ca);
  const like = judgedLike(go.value);
  return known({
    ...(probe.as && { mode: probe.as }),
    goVersion: go.value,
    goLine: line.value,
    godebug: { ...project?.godebug, ...settings(ask.host.env('GODEBUG')) },
    grpcVersion: grpc.value,
    ...(project?.net && probe.grpcVersion === undefined && { netVersion: project.net.value }),
    sources: { goVersion: go.from, goLine: line.from, grpcVersion: grpc.from },
    ...(roots && { roots }),
    serverName: probe.serverName ?? nameOf(id, grpc.value),
    ...(probe.cert !== undefined &&
      probe.key !== undefined && { identity: { certificateFile: probe.cert, keyFile: probe.key } }),
    enforcesAlpn: enforcesAlpn(grpc.value, ask.host.env('GRPC_ENFORCE_ALPN_ENABLED')),
    ...(like && { judgedLike: like }),
    ...(!buildsGoLine(go.value, line.value) && { goLineTooNew: true }),
  });
});

function placed(value: string | undefined, from: string): Placed | undefined {
  return value === undefined ? undefined : { value, from };
}

function newest(module: string): Placed {
  return { value: (newestRelease(module) ?? '').replace(/^v/, ''), from: 'newest known' };
}

/** The Go that compiles the client: what is installed, or the later one that its go line or the project asks for. */
async function goOf(ask: Ask, probe: ProbeOptions, project: ProjectOfClient | undefined): Promise<Placed> {
  const said = placed(probe.goVersion, '--go-version');
  if (said) return said;
  const asked = placed(probe.goLine, '--go-line') ?? project?.toolchain ?? project?.goLine;
  const own = placed(await installedGo(ask), 'go version') ?? project?.toolchain ?? newest('go');
  const later = asked && switchesToolchains(own.value) && compareGo(toolchainOf(asked.value), own.value) > 0;
  return later ? { ...asked, value: toolchainOf(asked.value) } : own;
}

/** The host of the authority, as credentials.NewTLS takes it. */
function nameOf(target: string, grpcVersion: string): string {
  const { authority } = readTarget(target, usualDialer(grpcVersion));
  const parts = splitHostPort(authority);
  return 'problem' in parts ? authority : parts.host;
}

/** `x509sha1=1,netdns=go`: the last one of a name counts, as in internal/godebug. */
function settings(text: string | undefined): Record<string, string> {
  return Object.fromEntries(
    (text ?? '').split(',').flatMap((one) => {
      const [, key, value] = /^([^=#]+)=([^#]*)/.exec(one) ?? [];
      return key === undefined || value === undefined ? [] : [[key, value]];
    }),
  );
}

/** envconfig.boolFromEnv: any other word leaves the default. */
function enforcesAlpn(grpcVersion: string, variable: string | undefined): boolean {
  const word = variable?.toLowerCase();
  if (grpcClientDoes('alpn-enforced', grpcVersion)) return word !== 'false';
  return grpcClientDoes('alpn-can-be-enforced', grpcVersion) && word === 'true';
}
