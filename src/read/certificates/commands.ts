import type { ShellLine } from '../shell/shell-words.ts';
import { type NamedFile, settingOf } from './settings.ts';

/** Programs whose flags of such names make or look at certificates, and show them to nobody. */
const makers = /^(?:openssl|keytool|cfssl\w*|certtool|step|mkcert|kubectl|helm|vault|certstrap|minica|easyrsa)$/;
const clients = /^(?:curl|grpcurl|grpc_cli|evans|ghz|wget|etcdctl|grpc[-_]health[-_]probe)$/;

/** The certificate files that a command is started with: `./server -tls-cert=certs/server.pem`. */
export function certificateFlags({ words, line, text, commented, container }: ShellLine, group: number): NamedFile[] {
  if (commented || container) return [];
  const program = (words[0]?.text ?? '').replace(/^.*[/\\]/, '');
  if (makers.test(program)) return [];
  const isClient = clients.test(program);
  return words.flatMap((word, index): NamedFile[] => {
    const flag = /^--?([A-Za-z][\w.-]*)(?:=(.+))?$/.exec(word.text);
    const setting = flag?.[1] === undefined ? undefined : settingOf(flag[1]);
    const path = flag?.[2] ?? words[index + 1]?.text;
    if (!setting || !path || path.startsWith('-') || /[${}*\s]/.test(path)) return [];
    return [{ ...setting, ...(isClient && { side: 'client' as const }), path, line, text: text.trim(), group }];
  });
}
