import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import type { MadeCertificate } from '../../read/certificates/openssl.ts';
import { evaluatePath } from '../../read/shell/path-words.ts';
import { limits } from '../limits.ts';
import { projectText } from '../modules/modules.ts';
import { tree } from '../project/tree.ts';
import { tlsCode } from '../source/tls-code.ts';
import { isBesideConfiguration } from './configurations.ts';
import type { Loader } from './loaded.ts';
import { foldersAbove, PathFinder, projectJoin } from './project-paths.ts';

/** A line of a script that makes a certificate without alternative names, which a server of the project then loads. */
export interface NamelessMade extends Pick<MadeCertificate, 'line' | 'text' | 'commonName'> {
  /** The script. */
  readonly file: string;
  /** The certificate, as a path of the project: it is not there before the script has run. */
  readonly makes: string;
  readonly loader: Loader;
}

/** Certificates that scripts make for servers of the project and that no Go client will take. */
export const namelessMade = defineFact<readonly NamelessMade[]>('project.nameless-made', 'project', async (ask) => {
  const [files, code] = [await ask.get(tree), await ask.get(tlsCode)];
  if (files.kind !== 'known') return files;
  if (code.kind !== 'known') return code;
  const finder = new PathFinder(ask, files.value.root, []);
  const wanted = code.value.flatMap((file) =>
    file.loads
      .filter(({ kind, side }) => kind === 'pair' && side === 'server')
      .flatMap(({ certificates, line, text }) =>
        certificates
          .filter(({ from }) => from === 'working-directory')
          .map(({ path }) => ({
            paths: finder.candidates(path, file.path),
            loader: { file: file.path, line, text: text.trim() },
          })),
      ),
  );
  if (wanted.length === 0) return known([]);
  const found: NamelessMade[] = [];
  for (const file of files.value.generationFiles.filter((path) => !isBesideConfiguration(path))) {
    for (const made of await madeIn(ask, file)) {
      const outs = placesOf(made.out, made.folder, file);
      const load = wanted.find(({ paths }) => paths.some((path) => outs.includes(path)));
      const makes = load?.paths.find((path) => outs.includes(path));
      if (!load || makes === undefined || finder.isFile(makes) || !(await isNameless(ask, made, file, finder)))
        continue;
      const { line, text, commonName } = made;
      found.push({ file, makes, loader: load.loader, line, text, ...(commonName !== undefined && { commonName }) });
    }
  }
  return known(found);
});

async function madeIn(ask: Ask, file: string): Promise<MadeCertificate[]> {
  const text = valueIfKnown(await projectText(ask, file, limits.scriptBytes));
  if (!text?.includes('openssl')) return [];
  const { readCommandFile } = await import('../../read/shell/command-file.ts');
  const { madeCertificates } = await import('../../read/certificates/openssl.ts');
  return madeCertificates(readCommandFile(file, text).flatMap(({ lines }) => lines));
}

/** Where a path of a script may lie: it is started in its own folder, or in one above. */
function placesOf(path: string, folder: string | undefined, file: string): string[] {
  const own = foldersAbove(file)[0] ?? '.';
  return foldersAbove(file).flatMap((start) => {
    // Absolute, so that a folder that the script asks for is told from one below that where it is started.
    const world = { cwd: `/${start}`, own: `/${own}`, root: '/', variable: () => undefined, module: () => undefined };
    const [below, name] = [folder ?? '', path].map((word) => evaluatePath(word, world));
    if (below === undefined || name === undefined) return [];
    const from = below.startsWith('/') ? projectJoin('.', below) : projectJoin(start, below);
    return from === undefined ? [] : (projectJoin(from, name) ?? []);
  });
}

/** A file that may bring names and cannot be read decides nothing. */
async function isNameless(
  ask: Ask,
  { names, folder }: MadeCertificate,
  file: string,
  finder: PathFinder,
): Promise<boolean> {
  if (names === 'asked') return false;
  if (names === 'none') return true;
  if (names.by.length === 0) return false;
  for (const path of names.by) {
    const place = placesOf(path, folder, file).find((one) => finder.isFile(one));
    const text = place === undefined ? undefined : valueIfKnown(await projectText(ask, place));
    if (text === undefined || /subjectAltName/i.test(text)) return false;
  }
  return true;
}
