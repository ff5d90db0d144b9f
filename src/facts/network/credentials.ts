import { defineFact } from '../../core/fact.ts';
import type { ReadHost } from '../../core/host.ts';
import { known } from '../../core/outcome.ts';
import { type GitConfig, parseGitConfig } from '../../read/credentials/git-config.ts';
import { type Netrc, parseNetrc } from '../../read/credentials/netrc.ts';
import { readText } from '../text-file.ts';

/** Where logins for code hosts may come from. Only hosts and names of settings, never a login. */
export interface Credentials {
  readonly netrc: Netrc;
  readonly git: readonly GitConfig[];
  /** Variables that give git or go a login in ways that cannot be looked into. */
  readonly variables: readonly string[];
}

const opaque = ['GOAUTH', 'GIT_ASKPASS', 'SSH_ASKPASS', 'SSH_AUTH_SOCK', 'GIT_SSH_COMMAND', 'GIT_CONFIG_COUNT'];

export const credentials = defineFact<Credentials>('network.credentials', 'machine', ({ host }) => {
  const texts = gitFiles(host).flatMap((path) => textOf(host, path) ?? []);
  const netrc = netrcFile(host);
  return known({
    netrc: parseNetrc((netrc && textOf(host, netrc)) ?? ''),
    git: texts.map(parseGitConfig),
    variables: opaque.filter((name) => host.env(name)),
  });
});

/** True where something on this machine may log in to the host: then nobody can say from here that it fails. */
export function mayLogIn({ netrc, git, variables }: Credentials, host: string): boolean {
  if (netrc.forAll || netrc.hosts.includes(host) || variables.length > 0) return true;
  const concerns = (address: string): boolean => address === '' || address.includes(host);
  return git.some(({ rewrites, helped }) => rewrites.some(({ from }) => concerns(from)) || helped.some(concerns));
}

function textOf(host: ReadHost, path: string): string | undefined {
  const text = readText(host, path);
  return text.kind === 'known' ? text.value : undefined;
}

/** `NETRC` names it, else it lies in the home folder; on Windows it has another name. */
function netrcFile(host: ReadHost): string | undefined {
  const home = homeOf(host);
  return host.env('NETRC') || (home && host.path.join(home, host.platform.os === 'windows' ? '_netrc' : '.netrc'));
}

function gitFiles(host: ReadHost): string[] {
  const named = host.env('GIT_CONFIG_GLOBAL');
  const home = homeOf(host);
  const config = host.env('XDG_CONFIG_HOME') || (home && host.path.join(home, '.config'));
  const own = named
    ? [named]
    : [config && host.path.join(config, 'git', 'config'), home && host.path.join(home, '.gitconfig')];
  const system = host.platform.os === 'windows' ? 'C:\\Program Files\\Git\\etc\\gitconfig' : '/etc/gitconfig';
  return [system, ...own.filter((path): path is string => Boolean(path))];
}

function homeOf(host: ReadHost): string | undefined {
  return host.platform.os === 'windows' ? (host.env('USERPROFILE') ?? host.env('HOME')) : host.env('HOME');
}
