import { defineFact } from '../../core/fact.ts';
import { known, type Reason } from '../../core/outcome.ts';
import { maskSecrets } from '../../host/mask.ts';
import { type PbGoHeader, readPbGoHeader } from '../../read/generation/pb-go-header.ts';
import { type GoSourceHead, readGoSourceHead } from '../../read/go/go-source.ts';
import { limits } from '../limits.ts';
import { tree } from './tree.ts';

/** A Go file of the project. */
export interface GoFile extends GoSourceHead {
  readonly path: string;
  readonly test: boolean;
}

/** A file that a protoc plugin made. */
export interface GeneratedFile {
  readonly path: string;
  readonly header: PbGoHeader;
}

/** What the Go files of a project tell; each is opened once. */
export interface GoSources {
  readonly files: readonly GoFile[];
  readonly generated: readonly GeneratedFile[];
  /** Files with `//go:generate` lines, by path. */
  readonly generators: ReadonlyMap<string, string>;
  /** Files with a comment for this program in them. */
  readonly directives: readonly string[];
  /** Files that were not opened because there are too many. */
  readonly left: number;
  /** Why files were not read. */
  readonly unread: readonly Reason[];
}

/** Package clause and imports end before this, in every file but those that nobody writes by hand. */
const headBytes = 32 * 1024;

const generateMark = Buffer.from('//go:generate');
const directiveMark = Buffer.from('grpc-doctor:');

export const goSources = defineFact<GoSources>('project.go-sources', 'project', async (ask) => {
  const found = await ask.get(tree);
  if (found.kind !== 'known') return found;
  const { root, goSources: paths } = found.value;
  const files: GoFile[] = [];
  const generated: GeneratedFile[] = [];
  const generators = new Map<string, string>();
  const directives: string[] = [];
  const unread: Reason[] = [];
  for (const path of paths.slice(0, limits.goFiles)) {
    const read = ask.host.readFile(ask.host.path.join(root, ...path.split('/')), limits.textBytes);
    if (read.kind !== 'read') {
      if (read.kind !== 'missing') unread.push({ key: `file-${read.kind}`, data: { file: path } });
      continue;
    }
    const bytes = Buffer.from(read.bytes.buffer, read.bytes.byteOffset, read.bytes.byteLength);
    // The head is ASCII but for comments; one byte a character is enough for it, and far cheaper.
    const generatedName = path.endsWith('.pb.go');
    const head = bytes.toString('latin1', 0, generatedName ? bytes.length : headBytes);
    files.push({ path, test: path.endsWith('_test.go'), ...readGoSourceHead(head) });
    if (generatedName) {
      const header = readPbGoHeader(head);
      if (header) generated.push({ path, header });
    }
    if (bytes.includes(generateMark)) generators.set(path, maskSecrets(bytes.toString('utf8')));
    if (bytes.includes(directiveMark)) directives.push(path);
  }
  return known({ files, generated, generators, directives, left: Math.max(0, paths.length - limits.goFiles), unread });
});
