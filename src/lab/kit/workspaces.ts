import { helloModule } from './bench.ts';
import type { BuiltEnvironment, EnvironmentSpec } from './environment.ts';
import { run } from './process.ts';
import type { Site } from './site.ts';

// What labs of workspaces share: the service with its generated code committed, and a second module beside it.

/** The service on a grpc-go, generated code committed: nothing has to be generated before `go work vendor`. */
export function committedHello(grpc: string, go = '1.26.0') {
  return helloModule(grpc, { go, keepGenerated: true });
}

/** `src/go.work` with these folders. */
export function workFile(folders: readonly string[], go = '1.26.0'): string {
  return `go ${go}\n\nuse (\n${folders.map((folder) => `\t./${folder}\n`).join('')})\n`;
}

/** A member that needs no other module. */
export async function addMember(site: Site, name: string, go = '1.26.0'): Promise<void> {
  await site.write(`src/${name}/go.mod`, `module example.com/${name}\n\ngo ${go}\n`);
  const own = name.slice(name.lastIndexOf('/') + 1);
  await site.write(`src/${name}/${own}.go`, `package ${own}\n`);
}

/** The service on another grpc-go as a further module `src/<name>`. */
export async function addService(site: Site, name: string, grpc: string): Promise<void> {
  await site.addModule(committedHello(grpc), name, []);
  await site.edit(`src/${name}/go.mod`, 'module example.com/hello', `module example.com/${name}`);
}

/** Two versions of a module: as the workspace builds it, and alone. */
export async function bothVersions(
  built: BuiltEnvironment,
  path: string,
): Promise<{ workspace: string; alone: string }> {
  const ask = async (GOWORK: string) => {
    const argv = ['go', 'list', '-m', '-f', '{{.Version}}', path];
    const { stdout } = await run(argv, { cwd: built.projectDir, env: { ...built.env, GOWORK }, timeoutMs: 60_000 });
    return stdout.trim();
  };
  return { workspace: await ask(''), alone: await ask('off') };
}

/** The service, and a second member, in a workspace; `more` are the last touches. */
export function inWorkspace(grpc: string, more?: (site: Site) => Promise<void>): Partial<EnvironmentSpec> {
  return {
    module: committedHello(grpc),
    plugins: [],
    protocLine: [],
    arrange: async (site) => {
      await site.write('src/go.work', workFile(['hello', 'b']));
      await addMember(site, 'b');
      await more?.(site);
    },
  };
}
