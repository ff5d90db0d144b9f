import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folders that labs keep between runs. All of it may be deleted at any time. */
export interface LabFolders {
  /** Toolchains, plugins, protoc. */
  readonly tools: string;
  /** The module cache that every warm environment shares. */
  readonly modCache: string;
  /** The build cache that every environment shares. */
  readonly buildCache: string;
  /** Tidy projects, by the hash of what they were made from. */
  readonly seeds: string;
  /** Environments, one folder per run. */
  readonly work: string;
}

/** Where labs keep what they download and build: `$GRPC_DOCTOR_CACHE`, else the user's cache folder. */
export function labFolders(env: NodeJS.ProcessEnv = process.env): LabFolders {
  const base = env.GRPC_DOCTOR_CACHE || env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const root = join(base, 'grpc-doctor');
  return {
    tools: join(root, 'tools'),
    modCache: join(root, 'lab', 'mod'),
    buildCache: join(root, 'lab', 'build'),
    seeds: join(root, 'lab', 'seeds'),
    work: join(root, 'lab', 'work'),
  };
}

/** The folder of the grpc-doctor package: found by its manifest, so that it is right from source and from the bundle. */
export function packageRoot(): string {
  for (let dir = dirname(fileURLToPath(import.meta.url)); ; dir = dirname(dir)) {
    const manifest = join(dir, 'package.json');
    if (existsSync(manifest) && isOurs(manifest)) return dir;
    if (dir === dirname(dir)) throw new Error('package.json of grpc-doctor not found above the program');
  }
}

function isOurs(manifest: string): boolean {
  const parsed: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  return typeof parsed === 'object' && parsed !== null && 'name' in parsed && parsed.name === 'grpc-doctor';
}
