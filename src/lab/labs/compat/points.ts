import { GO, PGG, PGO } from '../../kit/catalog.ts';

/** A set of versions to be really built, written as `compat` is asked. */
export interface Point {
  readonly id: string;
  readonly go: string;
  readonly line: string;
  /** Undefined: a module without gRPC. */
  readonly grpc?: string;
  /** Default: what grpc requires. */
  readonly protobuf?: string;
  readonly pgo: string;
  readonly pgg?: string;
  readonly truth: 'fits' | 'breaks';
  /** The upgrade that `compat` proposes is made and built too. */
  readonly upgrade?: true;
}

/** Plugins that any Go from 1.17 on builds, and whose code compiles with any go line from 1.17 on. */
const oldPlugins = { pgo: 'v1.34.1', pgg: 'v1.3.0' };
const newPlugins = { pgo: PGO.version, pgg: PGG.version };
const newGo = GO.version;

type Versions = Omit<Point, 'id' | 'truth' | 'upgrade'>;

/** The two sides of a floor: the one that is high enough, and the one just below it. */
function floor(id: string, high: Versions, low: Partial<Versions>, upgrade?: true): readonly Point[] {
  return [
    { id, ...high, truth: 'fits' },
    { id: `${id}-below`, ...high, ...low, truth: 'breaks', ...(upgrade && { upgrade }) },
  ];
}

/** Both sides of every kind of floor that the tables know. */
export const points: readonly Point[] = [
  ...floor(
    'constant-7',
    { go: newGo, line: '1.21', grpc: 'v1.32.0', protobuf: 'v1.33.0', ...oldPlugins },
    { grpc: 'v1.31.1' },
  ),
  ...floor(
    'constant-8',
    { go: newGo, line: '1.21', grpc: 'v1.62.1', ...oldPlugins, pgg: 'v1.4.0' },
    { grpc: 'v1.61.1' },
  ),
  ...floor('constant-9', { go: newGo, line: '1.21', grpc: 'v1.64.1', ...newPlugins }, { grpc: 'v1.63.2' }, true),
  ...floor('constant-9-plugin', { go: newGo, line: '1.21', grpc: 'v1.60.1', ...oldPlugins }, { pgg: 'v1.5.1' }),
  ...floor('go1.17-grpc', { go: '1.17.13', line: '1.17', grpc: 'v1.57.2', ...oldPlugins }, { grpc: 'v1.58.0' }),
  ...floor('go1.18-grpc', { go: '1.18.10', line: '1.17', grpc: 'v1.58.2', ...oldPlugins }, { grpc: 'v1.58.3' }),
  ...floor('go1.19-grpc', { go: '1.19.13', line: '1.19', grpc: 'v1.65.1', ...oldPlugins }, { grpc: 'v1.66.0' }),
  ...floor('go1.20-grpc', { go: '1.20.14', line: '1.20', grpc: 'v1.65.1', ...oldPlugins }, { grpc: 'v1.66.0' }, true),
  ...floor('go1.21-grpc', { go: '1.21.13', line: '1.21', grpc: 'v1.67.3', ...oldPlugins }, { grpc: 'v1.68.1' }),
  ...floor('go1.22-grpc', { go: '1.22.12', line: '1.22.0', grpc: 'v1.71.1', ...oldPlugins }, { grpc: 'v1.72.0' }, true),
  ...floor('go1.24-grpc', { go: '1.24.9', line: '1.24.0', grpc: 'v1.80.0', ...oldPlugins }, { grpc: 'v1.81.0' }),
  ...floor('go1.25-grpc', { go: '1.25.4', line: '1.25.0', grpc: 'v1.84.0', ...newPlugins }, { grpc: 'v1.85.0' }, true),
  ...floor('line-1.21', { go: newGo, line: '1.21', grpc: 'v1.65.0', ...oldPlugins }, { line: '1.20' }, true),
  ...floor('line-1.22.0', { go: newGo, line: '1.22.0', grpc: 'v1.71.1', ...oldPlugins }, { line: '1.22' }),
  ...floor(
    'line-streams',
    { go: newGo, line: '1.18', grpc: 'v1.64.1', ...oldPlugins, pgg: 'v1.5.1' },
    { line: '1.17' },
  ),
  ...floor(
    'line-string-data',
    { go: newGo, line: '1.20', grpc: 'v1.64.1', ...oldPlugins, pgo: 'v1.36.4' },
    { line: '1.19' },
  ),
  ...floor(
    'protobuf-of-grpc',
    { go: newGo, line: '1.21', grpc: 'v1.64.1', protobuf: 'v1.33.0', ...oldPlugins },
    { protobuf: 'v1.32.0' },
  ),
  ...floor(
    'install-grpc',
    { go: '1.24.9', line: '1.24.0', grpc: 'v1.80.0', ...oldPlugins, pgg: 'v1.6.1' },
    { pgg: 'v1.6.2' },
  ),
  ...floor(
    'install-grpc-old-go',
    { go: '1.20.14', line: '1.20', grpc: 'v1.64.1', ...oldPlugins, pgg: 'v1.5.1' },
    { pgg: 'v1.6.0' },
  ),
  ...floor(
    'install-go',
    { go: '1.22.12', line: '1.22', grpc: 'v1.64.1', ...oldPlugins, pgo: 'v1.36.7' },
    { pgo: 'v1.36.8' },
  ),
  ...floor(
    'install-go-old-go',
    { go: '1.20.14', line: '1.20', grpc: 'v1.64.1', ...oldPlugins, pgo: 'v1.36.5' },
    { pgo: 'v1.36.6' },
  ),
  ...floor('line-readable', { go: '1.20.14', line: '1.20', grpc: 'v1.64.1', ...oldPlugins }, { line: '1.21.0' }),
  { id: 'line-advice', go: '1.20.14', line: '1.21', grpc: 'v1.64.1', ...oldPlugins, truth: 'fits' },
  ...floor(
    'go1.18-protobuf',
    { go: '1.18.10', line: '1.18', protobuf: 'v1.36.3', pgo: 'v1.34.1' },
    { protobuf: 'v1.36.4' },
  ),
  ...floor(
    'go1.20-protobuf',
    { go: '1.20.14', line: '1.20', protobuf: 'v1.36.5', pgo: 'v1.34.1' },
    { protobuf: 'v1.36.6' },
  ),
  // What `compat --go 1.20` and `compat --go 1.22` propose.
  {
    id: 'newest-for-go1.20',
    go: '1.20.14',
    line: '1.20',
    grpc: 'v1.65.1',
    protobuf: 'v1.36.5',
    pgo: 'v1.36.5',
    pgg: 'v1.5.1',
    truth: 'fits',
  },
  {
    id: 'newest-for-go1.22',
    go: '1.22.12',
    line: '1.22.0',
    grpc: 'v1.71.1',
    protobuf: 'v1.36.7',
    pgo: 'v1.36.7',
    pgg: 'v1.5.1',
    truth: 'fits',
  },
  { id: 'runtime-oldest', go: newGo, line: '1.20', protobuf: 'v1.22.0', pgo: PGO.version, truth: 'fits' },
];

/** The points of the short form: one for each kind of rule. */
export const shortForm: readonly string[] = [
  'constant-9',
  'constant-9-below',
  'line-1.21-below',
  'protobuf-of-grpc-below',
];
