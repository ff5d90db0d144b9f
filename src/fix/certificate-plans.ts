import type { FixPlan, ShellLine } from '../core/claim.ts';
import type { Text } from '../core/outcome.ts';
import type { Wire } from '../wire/wire.ts';

// How certificates are made and fetched. Names stand in these lines only where they are plain in every shell.

const plainName = /^(?:[A-Za-z0-9*_[]|::)[A-Za-z0-9.*_:[\]-]*$/;

/** The line that shows, or pipes on, what the endpoint sends; a socket of this machine has no address. */
export function fetchLine({ target, address }: Wire, serverName: string): string {
  const named = target.host !== undefined && target.port !== undefined ? `${target.host}:${target.port}` : undefined;
  const place = [named, address, 'HOST:PORT'].find((one) => one !== undefined && plainName.test(one));
  const name = isAddress(serverName) || !plainName.test(serverName) ? '' : ` -servername ${serverName}`;
  return `openssl s_client -connect ${place}${name} -showcerts </dev/null`;
}

/** Lines that issue a certificate for a server with these names, by an authority of one's own in ca.pem and ca.key. */
export function issueLines(names: readonly string[]): ShellLine[] {
  const plain = names.filter((name) => plainName.test(name));
  const [first = 'NAME'] = plain;
  const all = plain.length > 0 ? plain : [first];
  const list = all.map((name) => (isAddress(name) ? `IP:${name}` : `DNS:${name}`)).join(',');
  return [
    {
      shell: 'openssl 3',
      line: `openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout server.key -subj "/CN=${first}" -addext "subjectAltName=${list}" -addext "extendedKeyUsage=serverAuth" -out server.csr`,
    },
    {
      shell: 'openssl 3',
      line: 'openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 90 -copy_extensions copy -out server.pem',
    },
    {
      shell: 'step',
      line: `step certificate create ${word(first)} server.pem server.key --ca ca.pem --ca-key ca.key --not-after 2160h${all.map((name) => ` --san ${word(name)}`).join('')} --no-password --insecure --force`,
    },
    { shell: 'mkcert', line: `mkcert -cert-file server.pem -key-file server.key ${all.map(word).join(' ')}` },
  ];
}

/** As {@link issueLines}, for a client that is called so. */
export function issueClientLines(name: string): ShellLine[] {
  const plain = plainName.test(name) ? name : 'NAME';
  return [
    {
      shell: 'openssl 3',
      line: `openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout client.key -subj "/CN=${plain}" -addext "extendedKeyUsage=clientAuth" -out client.csr`,
    },
    {
      shell: 'openssl 3',
      line: 'openssl x509 -req -in client.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 90 -copy_extensions copy -out client.pem',
    },
  ];
}

/** zsh ends a command with a star that matches no file. */
function word(name: string): string {
  return name.includes('*') ? `"${name}"` : name;
}

/** An IPv4 or IPv6 address. */
export function isAddress(name: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name) || name.includes(':');
}

/** Something that people do by hand; the lines are there to be copied. */
export function byHand(title: Text, lines: readonly ShellLine[] = []): FixPlan {
  return { kind: 'text', safety: 'manual', title, ...(lines.length > 0 && { lines }) };
}
