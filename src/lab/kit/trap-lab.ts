import type { Lab } from '../lab.ts';
import { helloModule } from './bench.ts';
import { type Bilingual, defineEnvironment, type Environment, type EnvironmentSpec } from './environment.ts';
import { type EnvironmentLabSpec, environmentLab } from './environment-lab.ts';

// The few words that a lab of one trap is written in.

/** The base of most environments: the service on the newest grpc-go, tidy, with the newest plugins. */
export const newestHello = helloModule('v1.85.0', { go: '1.26.0' });

/** What an environment has that is not as it should be, or not as usual. */
export type Special = Partial<Omit<EnvironmentSpec, 'id' | 'title' | 'truth' | 'trap'>>;

/** An environment in which protoc and `go build` succeed. */
export function healthy(id: string, title: Bilingual, special: Special = {}): Environment {
  return defineEnvironment({ id, title, truth: 'healthy', module: newestHello, ...special });
}

/** An environment in which protoc or `go build` fails, and the trap that is the cause. */
export function broken(id: string, trap: string, title: Bilingual, special: Special = {}): Environment {
  return defineEnvironment({ id, title, truth: 'broken', trap, module: newestHello, ...special });
}

/** An environment in which a command of the project fails that nobody may ever run: a doctor warns, and reports no error. */
export function warned(id: string, title: Bilingual, special: Special = {}): Environment {
  return { ...healthy(id, title, special), truth: 'broken' };
}

/** The lab of one trap: environments with it and their twins without it. */
export interface TrapLabSpec {
  readonly trap: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly environments: readonly Environment[];
  /** Ids of what the article says (`knowledge/article`) that the environments confirm or refute. */
  readonly article?: readonly string[];
  /** The rows that say something about such an item, where not all of them do. */
  readonly rowsOf?: Lab['rowsOf'];
  /** Further columns of every row. */
  readonly columns?: EnvironmentLabSpec['columns'];
}

/**
 * The lab of one trap; its id is the trap's. It records how the doctor speaks of this trap in every environment. Its short form
 * is the first environment that is broken and the first that is not.
 */
export function trapLab({ trap, columns, ...rest }: TrapLabSpec): Lab {
  const first = (truth: Environment['truth']) => rest.environments.find((one) => one.truth === truth)?.id ?? [];
  const short = [first('broken'), first('healthy')].flat();
  return environmentLab({ ...rest, ...(columns && { columns }), short, id: trap, traps: [trap], watch: trap });
}
