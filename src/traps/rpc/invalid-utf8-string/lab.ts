import { PGG, PGO, PROTOBUF, pgg, pgo } from '../../../lab/kit/catalog.ts';
import type { Bilingual, BuiltEnvironment } from '../../../lab/kit/environment.ts';
import { excerpt } from '../../../lab/kit/normalise.ts';
import { run } from '../../../lab/kit/process.ts';
import { healthy, type Special, trapLab, warned } from '../../../lab/kit/trap-lab.ts';
import type { Cell } from '../../../lab/lab.ts';

const trap = 'invalid-utf8-string';

interface Options {
  /** grpc-go, protobuf, and the plugins that are as old. */
  readonly old?: true;
  /** What else the .proto file says in the place of its first line. */
  readonly syntax?: string;
  /** The bytes become this text. */
  readonly encoded?: true;
}

/** The program of `labs/utf8` sends the bytes of a hash in both directions, by senders that look at them and one that does not. */
function sent({ old, syntax, encoded }: Options = {}): Special {
  const proto = syntax === undefined ? 'pb/note.proto' : 'pb/unchecked.proto';
  return {
    module: {
      program: 'utf8',
      go: '1.24',
      require: old
        ? { 'google.golang.org/grpc': 'v1.54.0', [PROTOBUF]: 'v1.28.1' }
        : { 'google.golang.org/grpc': 'v1.65.0', [PROTOBUF]: PGO.version },
      plugins: old ? [pgo('v1.28.1'), pgg('v1.3.0')] : [PGO, PGG],
      protocLine: [
        'protoc',
        '--proto_path=.',
        '--go_out=paths=source_relative:.',
        '--go-grpc_out=paths=source_relative:.',
        proto,
      ],
      keepGenerated: true,
    },
    plugins: [],
    protocLine: [],
    build: ['go', 'run', '.'],
    arrange: async (site) => {
      await site.remove(`src/utf8/${syntax === undefined ? 'pb/unchecked.proto' : 'pb/note.proto'}`);
      if (!encoded) return;
      await site.edit('src/utf8/main.go', /string\(sum\[:\]\)/g, 'hex.EncodeToString(sum[:])');
      await site.edit('src/utf8/main.go', '"crypto/sha256"', '"crypto/sha256"\n\t"encoding/hex"');
      await site.edit(
        'src/utf8/main.go',
        'byte(len(sum))}, sum[:]...)',
        'byte(2 * len(sum))}, hex.EncodeToString(sum[:])...)',
      );
    },
  };
}

const row = (en: string, zh: string): Bilingual => ({ en, zh });

/** What each of the four says, in the order of the program. */
async function says(built: BuiltEnvironment): Promise<Readonly<Record<string, Cell>>> {
  const result = await run(built.build, { cwd: built.projectDir, env: built.env, timeoutMs: 5 * 60_000 });
  return { says: excerpt(result.stdout, built.placeholders) };
}

export default trapLab({
  trap,
  title: row('Bytes that are no text in a string field', 'string 字段里放了不是文本的字节'),
  question: row('Who refuses them, and in which words?', '谁会拒绝？用的是什么话？'),
  columns: says,
  environments: [
    warned('newest', row('grpc-go 1.65.0, protobuf 1.36.12', 'grpc-go 1.65.0，protobuf 1.36.12'), sent()),
    warned('older', row('grpc-go 1.54.0, protobuf 1.28.1', 'grpc-go 1.54.0，protobuf 1.28.1'), sent({ old: true })),
    healthy(
      'encoded',
      row('the bytes written as hexadecimal digits', '把字节写成十六进制文本'),
      sent({ encoded: true }),
    ),
    healthy(
      'unchecked',
      row('edition 2023, features.utf8_validation = NONE', 'edition 2023，features.utf8_validation = NONE'),
      sent({ syntax: 'editions' }),
    ),
  ],
});
