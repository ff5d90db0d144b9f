import { defineFact } from '../../core/fact.ts';
import { known } from '../../core/outcome.ts';
import type { ComposeService, ComposeText } from '../../read/deploy/compose.ts';
import { type ComposeFile, composeFiles } from './compose.ts';

/** A service of Docker Compose is told to dial localhost, at a port that another service has. */
export interface LocalhostDial {
  readonly file: string;
  readonly line: number;
  /** The whole line. */
  readonly text: string;
  /** The service that dials, and the variable that says where, if it is one. */
  readonly service: string;
  readonly name?: string;
  /** `localhost:50051`. */
  readonly address: string;
  readonly port: number;
  /** The service that has the port, the port in its container, and the line that says so. */
  readonly server: string;
  readonly serverPort: number;
  readonly serverLine: number;
  readonly serverText: string;
}

const dialed = /^(?:--?[\w.-]+=)?(?:dns:\/\/\/|passthrough:\/\/\/)?((?:localhost|127\.0\.0\.1|\[::1\]):(\d{1,5}))$/;
/** By such names a program is told where to listen, or what it is called from outside. */
const ownAddress =
  /listen|bind|advertis|serve|public|external|callback|redirect|origin|metric|debug|pprof|admin|health|probe/i;

/** Without services that share the network of the host or of another one, and without ports that the service itself has. */
export const localhostDials = defineFact<readonly LocalhostDial[]>(
  'project.localhost-dials',
  'project',
  async (ask) => {
    const files = await ask.get(composeFiles);
    return files.kind === 'known' ? known(files.value.flatMap(dialsOf)) : files;
  },
);

function dialsOf(file: ComposeFile): LocalhostDial[] {
  return file.services
    .filter(({ networkMode }) => networkMode === undefined)
    .flatMap((service) => textsOf(service).flatMap((text) => dialOf(file, service, text)));
}

/** Values of the environment, and words that follow a flag or are one. */
function textsOf({ environment, words }: ComposeService): ComposeText[] {
  const flagged = words.flatMap((word, index) => {
    const flag =
      /^--?([\w.-]+)(?:=|$)/.exec(word.value)?.[1] ?? /^--?([\w.-]+)$/.exec(words[index - 1]?.value ?? '')?.[1];
    return flag === undefined ? [] : [{ ...word, name: flag }];
  });
  return [...environment, ...flagged];
}

function dialOf(file: ComposeFile, service: ComposeService, { name, value, line }: ComposeText): LocalhostDial[] {
  const [, address = '', port = ''] = dialed.exec(value.trim()) ?? [];
  if (port === '' || (name !== undefined && ownAddress.test(name))) return [];
  const number = Number(port);
  // It may listen there itself.
  if (service.ports.some(({ container }) => container === number)) return [];
  for (const server of file.services) {
    if (server.name === service.name || tellsTheSame(server, name)) continue;
    const found = server.ports.find(({ container, published }) => container === number || published === number);
    if (!found) continue;
    return [
      {
        file: file.path,
        line,
        text: file.lines[line - 1] ?? '',
        service: service.name,
        ...(name !== undefined && { name }),
        address,
        port: number,
        server: server.name,
        serverPort: found.container,
        serverLine: found.line,
        serverText: (file.lines[found.line - 1] ?? '').trim(),
      },
    ];
  }
  return [];
}

/** Where the server has a variable of this name as well, the name says where a program listens. */
function tellsTheSame({ environment }: ComposeService, name: string | undefined): boolean {
  return name !== undefined && environment.some((one) => one.name === name);
}
