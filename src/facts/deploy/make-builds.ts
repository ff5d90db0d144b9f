import type { Ask } from '../../core/fact.ts';
import { valueIfKnown } from '../../core/outcome.ts';
import type { BuildCommand, GoCommand } from '../../read/install/go-commands.ts';
import type { Makefile } from '../../read/shell/makefile.ts';
import { limits } from '../limits.ts';
import { projectText } from '../modules/modules.ts';

type MakeCommand = Extract<BuildCommand, { kind: 'make' }>;

/** A makefile and the build commands of each of its targets. */
interface KnownMakefile {
  readonly rules: Makefile['rules'];
  readonly commands: ReadonlyMap<string, readonly BuildCommand[]>;
}

/** The makefiles of the project, each read once, for what their targets build. */
export class Makefiles {
  readonly #ask: Ask;
  readonly #read = new Map<string, Promise<KnownMakefile | undefined>>();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /**
   * The build commands that the targets of a call start, in folders relative to that of the makefile; none where the makefile
   * is not to be had. `folder` is where the call runs, as a folder of the project.
   */
  async builds(folder: string, { targets, file }: MakeCommand): Promise<GoCommand[]> {
    const makefile = await this.#find(folder, file === undefined ? ['GNUmakefile', 'makefile', 'Makefile'] : [file]);
    if (!makefile) return [];
    const first = makefile.rules.find((rule) => !rule.targets[0]?.startsWith('.'))?.targets ?? [];
    const commands = reached(makefile, targets.length > 0 ? targets : first);
    return commands.filter((command) => command.kind === 'go');
  }

  async #find(folder: string, names: readonly string[]): Promise<KnownMakefile | undefined> {
    for (const name of names) {
      const path = folder === '.' ? name : `${folder}/${name}`;
      const earlier = this.#read.get(path) ?? this.#load(path);
      this.#read.set(path, earlier);
      const makefile = await earlier;
      if (makefile) return makefile;
    }
    return undefined;
  }

  async #load(path: string): Promise<KnownMakefile | undefined> {
    const text = valueIfKnown(await projectText(this.#ask, path, limits.scriptBytes));
    if (text === undefined) return undefined;
    const { parseMakefile } = await import('../../read/shell/makefile.ts');
    const { buildCommands } = await import('../../read/install/go-commands.ts');
    const { rules, recipes } = parseMakefile(text);
    const commands = new Map<string, BuildCommand[]>();
    for (const { target, lines } of recipes)
      commands.set(target, [...(commands.get(target) ?? []), ...buildCommands(lines)]);
    return { rules, commands };
  }
}

/** The commands of targets, of what they need, and of the targets that they make in the same folder. */
function reached({ rules, commands }: KnownMakefile, targets: readonly string[]): BuildCommand[] {
  const seen = new Set<string>();
  const open = [...targets];
  while (open.length > 0) {
    const target = open.pop() ?? '';
    if (seen.has(target)) continue;
    seen.add(target);
    for (const rule of rules) if (rule.targets.includes(target)) open.push(...rule.prerequisites);
    for (const command of commands.get(target) ?? [])
      if (command.kind === 'make' && command.folder === '.') open.push(...command.targets);
  }
  return [...seen].flatMap((target) => commands.get(target) ?? []);
}
