import type { ArticleItem } from './item.ts';

/** Chapter 3: the Protocol Buffers tool chain. */
export const chapter3: readonly ArticleItem[] = [
  {
    id: '3.1.panic',
    kind: 'claim',
    lines: '208, 210, 212',
    says: {
      en: 'protoc 3.21.12 with protoc-gen-go 1.28.0 and an `optional` field gives code that dies with a nil pointer.',
      zh: 'protoc 3.21.12 配 protoc-gen-go 1.28.0，遇到 `optional` 字段，生成的代码会空指针 panic。',
    },
    verdict: 'false',
    why: {
      en: 'This pair generates, compiles and runs. There is a crash with `optional`, of another cause: a module with google.golang.org/protobuf below 1.22.0 dies in `proto.Marshal`, whatever generated the code.',
      zh: '这一组合能生成、能编译、能运行。与 `optional` 有关的崩溃确实存在，但原因不同：模块里的 google.golang.org/protobuf 低于 1.22.0 时，不管代码由谁生成，`proto.Marshal` 都会崩溃。',
    },
    basis: ['measured', 'protoc 3.21.12, protoc-gen-go 1.28.0, protobuf 1.20.1–1.36.12'],
  },
  {
    id: '3.1.optional-3.12',
    kind: 'claim',
    lines: '212',
    says: { en: '`optional` came to proto3 with protoc 3.12.', zh: 'proto3 的 `optional` 从 protoc 3.12 开始有。' },
    verdict: 'true',
    why: {
      en: 'With `--experimental_allow_proto3_optional`; without the flag from 3.15.0 on.',
      zh: '需要加 `--experimental_allow_proto3_optional`；3.15.0 起不再需要。',
    },
    basis: ['measured', 'protoc 3.11.4–3.15.0'],
  },
  {
    id: '3.1.old-plugin',
    kind: 'claim',
    lines: '212, 230',
    says: {
      en: 'protoc-gen-go 1.28.0 does not understand `optional` yet.',
      zh: 'protoc-gen-go 1.28.0 还不认识 `optional`。',
    },
    verdict: 'false',
    why: {
      en: "Supported since 1.22.0. Older plugins do not skip it: protoc refuses with `hasn't been updated to support optional fields in proto3`.",
      zh: "1.22.0 起就支持。更旧的插件也不会跳过，而是由 protoc 拒绝：`hasn't been updated to support optional fields in proto3`。",
    },
    basis: ['measured', 'protoc-gen-go 1.20.0–1.36.12'],
  },
  {
    id: '3.1.command',
    kind: 'snippet',
    lines: '214, 216',
    says: { en: 'Step one: `protoc --go_out=. user.proto`.', zh: '步骤一：`protoc --go_out=. user.proto`。' },
    verdict: 'true',
    why: {
      en: 'Runs, if the file has a `go_package`, which is not mentioned.',
      zh: '可以运行，前提是文件里有 `go_package`，文章没有提到。',
    },
    basis: ['measured', 'protoc 3.21.12'],
  },
  {
    id: '3.1.proto-field',
    kind: 'snippet',
    lines: '217',
    says: {
      en: 'Step two: a field `optional string nickname = 2;`.',
      zh: '步骤二：字段 `optional string nickname = 2;`。',
    },
    verdict: 'true',
    why: { en: 'Valid proto3.', zh: '这是合法的 proto3 写法。' },
    basis: ['measured', 'protoc 3.21.12'],
  },
  {
    id: '3.1.xxx-unrecognized',
    kind: 'claim',
    lines: '218',
    says: {
      en: 'protoc-gen-go 1.28.0 then leaves `XXX_unrecognized` without a value.',
      zh: 'protoc-gen-go 1.28.0 会让 `XXX_unrecognized` 字段没有初始化。',
    },
    verdict: 'false',
    why: {
      en: 'No protoc-gen-go since 1.20 emits a field `XXX_…`.',
      zh: 'protoc-gen-go 从 1.20 起就不再生成 `XXX_…` 字段。',
    },
    basis: ['measured', 'protoc-gen-go 1.20.0–1.36.12'],
  },
  {
    id: '3.1.getter',
    kind: 'snippet',
    lines: '220, 222-228',
    says: {
      en: 'The generated getter tests `m.Nickname` for nil and panics there.',
      zh: '生成的 getter 在判断 `m.Nickname` 是否为 nil 时 panic。',
    },
    verdict: 'false',
    why: {
      en: 'No plugin emits this getter. The real one asks `x != nil && x.Nickname != nil` and is safe on a nil message. The one that is shown fails on a nil message only, never because a field is unset.',
      zh: '没有哪个插件会生成这样的 getter。真正生成的判断是 `x != nil && x.Nickname != nil`，消息为 nil 也安全。文章里的这段只有消息本身为 nil 时才会失败，与字段是否设置无关。',
    },
    basis: ['measured', 'protoc-gen-go 1.28.0, Go 1.26.8'],
  },
  {
    id: '3.1.deref',
    kind: 'claim',
    lines: '230',
    says: {
      en: 'The field is a `*string` that nobody allocated; after the test for nil it is dereferenced and fails.',
      zh: '字段是 `*string`，没有人给它分配内存，判空之后取值就失败。',
    },
    verdict: 'false',
    why: {
      en: "That the pointer is nil is how an unset field looks, and the test is there for it. A panic of this kind comes from the user's own `*m.Nickname`.",
      zh: '指针为 nil 正是字段未设置的样子，判空就是为此而写。这类 panic 来自用户自己写的 `*m.Nickname`。',
    },
    basis: ['reasoned', 'Go'],
  },
  {
    id: '3.1.uninitialised',
    kind: 'claim',
    lines: '230',
    says: {
      en: 'The message comes from an uninitialised struct without defaults.',
      zh: '消息来自未初始化的结构体，没有默认值。',
    },
    verdict: 'false',
    why: {
      en: 'Getters return the default for unset fields, and for a nil message.',
      zh: '字段未设置时 getter 返回默认值，消息本身为 nil 也一样。',
    },
    basis: ['measured', 'protoc-gen-go 1.28.0'],
  },
  {
    id: '3.1.row-3.12.4',
    kind: 'table',
    lines: '232, 234-235',
    says: {
      en: 'protoc 3.12.4 needs protoc-gen-go 1.27.1 for `optional`.',
      zh: 'protoc 3.12.4 要支持 `optional`，至少需要 protoc-gen-go 1.27.1。',
    },
    verdict: 'false',
    why: {
      en: '1.22.0 is enough, and 3.12 to 3.14 need the experimental flag.',
      zh: '1.22.0 就够，不过 3.12 到 3.14 需要加实验性参数。',
    },
    basis: ['measured', 'protoc 3.12.4, protoc-gen-go 1.20.0–1.36.12'],
  },
  {
    id: '3.1.row-3.21.12',
    kind: 'table',
    lines: '236',
    says: {
      en: 'protoc 3.21.12 needs protoc-gen-go 1.29.0; 1.28.0 crashes.',
      zh: 'protoc 3.21.12 至少需要 protoc-gen-go 1.29.0，1.28.0 会崩溃。',
    },
    verdict: 'false',
    why: { en: '1.22.0 is enough here too; 1.29.0 has no part in it.', zh: '同样 1.22.0 就够，与 1.29.0 无关。' },
    basis: ['measured', 'protoc 3.21.12, protoc-gen-go 1.20.0–1.36.12'],
  },
  {
    id: '3.1.diagram',
    kind: 'diagram',
    lines: '237-241',
    says: {
      en: 'protoc 3.21.12 hands an optional field to protoc-gen-go 1.28.0, which lacks the meaning, makes a nil field and a panic at run time.',
      zh: 'protoc 3.21.12 把 optional 字段交给 protoc-gen-go 1.28.0，后者不懂语义，生成 nil 字段，运行时 panic。',
    },
    verdict: 'false',
    why: { en: 'No step after the first happens.', zh: '第一步之后的都不会发生。' },
    basis: ['measured', 'protoc 3.21.12, protoc-gen-go 1.28.0'],
  },
  {
    id: '3.2.silent',
    kind: 'claim',
    lines: '243, 245',
    says: {
      en: 'For .proto files of several Go modules that import each other, protoc may skip the search for cycles because of its cache, and they compile in silence.',
      zh: '不同 Go 模块里的 .proto 互相导入时，protoc 会因为有缓存而漏查循环，一声不响地编译通过。',
    },
    verdict: 'false',
    why: {
      en: 'Every protoc tried refuses it, with one root, two roots, two names or one call a file: `File recursively imports itself`. buf refuses too. What does pass in silence is a cycle of Go packages whose .proto files have none.',
      zh: '试过的每个 protoc 都拒绝：一个根、两个根、两个名字、逐个文件调用，都报 `File recursively imports itself`，buf 也一样。真正静默通过的是另一种：.proto 文件没有循环，生成的 Go 包却有循环。',
    },
    basis: ['measured', 'protoc 3.6.1–36.2, buf 1.75.0'],
  },
  {
    id: '3.2.example',
    kind: 'snippet',
    lines: '247, 249-252',
    says: {
      en: 'Two files below api/v1, user and role, import each other.',
      zh: 'api/v1 下的 user 与 role 两个文件互相导入。',
    },
    verdict: 'false',
    why: {
      en: 'It is a cycle, but not a silent one: exit code 1 and the whole way of the cycle in the text.',
      zh: '这确实是循环，但不是静默的：退出码 1，报错里写出完整的循环路径。',
    },
    basis: ['measured', 'protoc 3.6.1–36.2'],
  },
  {
    id: '3.2.no-topology',
    kind: 'claim',
    lines: '254',
    says: { en: 'protoc does not look for cycles across folders.', zh: 'protoc 默认不检查跨目录的循环。' },
    verdict: 'false',
    why: { en: 'Folders make no difference.', zh: '与目录无关。' },
    basis: ['measured', 'protoc 3.6.1–36.2'],
  },
  {
    id: '3.2.descriptor-pool',
    kind: 'claim',
    lines: '254',
    says: {
      en: 'A file that is already in the descriptor pool is ignored when it is imported again.',
      zh: '已经进入描述符池（descriptor pool）的文件，再次被导入时会被忽略。',
    },
    verdict: 'false',
    why: {
      en: 'A file is in the pool only after all its imports; in a cycle it is still being read. From a descriptor set (`--descriptor_set_in`) the cycle is refused too.',
      zh: '文件要等全部导入都解析完才进入描述符池，处在循环中的文件还在读取。用描述符集合（`--descriptor_set_in`）给出的循环同样被拒绝。',
    },
    basis: ['measured', 'protoc 3.6.1–36.2'],
  },
  {
    id: '3.2.row-single',
    kind: 'table',
    lines: '256, 258-259',
    says: {
      en: 'One module with `-I.`: usually an error `Import cycle`.',
      zh: '单模块加 `-I.`：通常报 `Import cycle`。',
    },
    verdict: 'true',
    why: {
      en: 'An error always, not usually. The text is `File recursively imports itself`; `import cycle not allowed` is said by go.',
      zh: '不是“通常”，而是每次都报错。文本是 `File recursively imports itself`；`import cycle not allowed` 是 go 报的。',
    },
    basis: ['measured', 'protoc 3.6.1–36.2'],
  },
  {
    id: '3.2.row-multi',
    kind: 'table',
    lines: '260',
    says: {
      en: 'Several modules with `-I./api -I./core`: pb.go may be generated.',
      zh: '多模块加 `-I./api -I./core`：可能成功生成 pb.go。',
    },
    verdict: 'false',
    why: {
      en: 'Refused as well. Silent with several roots is the choice of the first of two files of one name.',
      zh: '同样被拒绝。多个根目录真正静默的地方是：同名文件只取先找到的那个。',
    },
    basis: ['measured', 'protoc 3.6.1–36.2'],
  },
  {
    id: '3.2.diagram',
    kind: 'diagram',
    lines: '261-265',
    says: {
      en: 'protoc goes through the roots, registers user, finds it again from role, skips it, and never checks for a cycle.',
      zh: 'protoc 按根目录扫描，先注册 user，解析 role 时发现已注册就跳过，于是不检查循环。',
    },
    verdict: 'false',
    why: { en: 'It is checked, each time.', zh: '每次都会检查。' },
    basis: ['measured', 'protoc 3.6.1–36.2'],
  },
  {
    id: '3.3.tags',
    kind: 'claim',
    lines: '267, 269',
    says: {
      en: 'Go tags `json:"user_id,string"` and `json:"user_id,omitempty"` in one place make gateway and OpenAPI v3 disagree.',
      zh: 'Go 标签 `json:"user_id,string"` 与 `json:"user_id,omitempty"` 并存时，网关与 OpenAPI v3 的解释不一致。',
    },
    verdict: 'false',
    why: {
      en: 'A .proto field takes no Go tags. protoc-gen-go always writes `json:"<name>,omitempty"`, and protojson does not read tags.',
      zh: '.proto 字段不能写 Go 标签。protoc-gen-go 一律生成 `json:"<name>,omitempty"`，而 protojson 根本不读标签。',
    },
    basis: ['measured', 'protoc-gen-go 1.20.0–1.36.12, grpc-gateway 2.33.0'],
  },
  {
    id: '3.3.gateway-string',
    kind: 'claim',
    lines: '269, 279',
    says: {
      en: 'gRPC-Gateway since 2.15 prefers the `string` in the tag; it is an explicit override that it respects.',
      zh: 'gRPC-Gateway 2.15 起优先采用标签里的 `string`，这是它尊重的显式覆盖。',
    },
    verdict: 'false',
    why: {
      en: 'int64 is a string in ProtoJSON by definition, in every version and without any tag.',
      zh: 'ProtoJSON 规定 int64 就是字符串，任何版本都如此，与标签无关。',
    },
    basis: ['measured', 'grpc-gateway 2.33.0'],
  },
  {
    id: '3.3.openapiv3-exists',
    kind: 'claim',
    lines: '269',
    says: { en: 'There is a generator protoc-gen-openapiv3.', zh: '存在 protoc-gen-openapiv3 这个生成器。' },
    verdict: 'true',
    why: {
      en: 'Since grpc-gateway 2.30.0, as alpha for OpenAPI 3.1.0. When the article was written there was none.',
      zh: 'grpc-gateway 2.30.0 起才有，处于 alpha，输出 OpenAPI 3.1.0。文章写作时并不存在。',
    },
    basis: ['measured', 'grpc-gateway 2.28.0–2.33.0'],
  },
  {
    id: '3.3.message',
    kind: 'snippet',
    lines: '271, 273-277',
    says: {
      en: 'A message with `int64 user_id = 1`, REQUIRED and `json_name = "user_id"` shows the conflict: `"123"` against integer.',
      zh: '用一个消息复现：`int64 user_id = 1`，REQUIRED，`json_name = "user_id"`，网关输出 `"123"`，schema 是 integer。',
    },
    verdict: 'false',
    why: {
      en: 'It holds no tag at all. Its real trap is `json_name`: the name `userId` is unknown then, and the default gateway drops it in silence.',
      zh: '里面根本没有标签。真正的陷阱是 `json_name`：这样一来 `userId` 就不认识了，而默认的网关会默默丢弃它。',
    },
    basis: ['measured', 'grpc-gateway 2.33.0'],
  },
  {
    id: '3.3.integer',
    kind: 'claim',
    lines: '269, 276, 279',
    says: {
      en: 'protoc-gen-openapiv3 looks at the type alone and writes `type: integer` for int64.',
      zh: 'protoc-gen-openapiv3 只看类型，把 int64 写成 `type: integer`。',
    },
    verdict: 'false',
    why: {
      en: "It writes string, as openapiv2 does. gnostic's protoc-gen-openapi up to 0.6.9 writes integer, 0.7.1 string.",
      zh: '它写的是 string，openapiv2 也一样。写 integer 的是 gnostic 的 protoc-gen-openapi 0.6.9 及以前，0.7.1 已是 string。',
    },
    basis: ['measured', 'grpc-gateway 2.15.0, 2.33.0; gnostic 0.6.9, 0.7.1'],
  },
  {
    id: '3.3.client-fails',
    kind: 'claim',
    lines: '279',
    says: { en: 'Therefore clients that validate fail.', zh: '因此客户端校验失败。' },
    verdict: 'false',
    why: {
      en: 'Not for this reason. They do fail on unset messages sent as `null`, on `UseProtoNames` against camelCase schemas, and on enums of gnostic.',
      zh: '不是这个原因。真正会失败的是：未设置的消息以 `null` 发出、`UseProtoNames` 与驼峰命名的 schema 不符、gnostic 的枚举。',
    },
    basis: ['measured', 'grpc-gateway 2.33.0, gnostic 0.7.1, ajv'],
  },
  {
    id: '3.3.row-gateway',
    kind: 'table',
    lines: '281, 283-284',
    says: {
      en: 'gRPC-Gateway: reads `string` in the tag and forces a string; omitempty is ignored.',
      zh: 'gRPC-Gateway：解析标签里的 `string` 并强制输出字符串，忽略 omitempty。',
    },
    verdict: 'false',
    why: {
      en: 'A string it is, not because of a tag. Whether unset fields appear is a matter of `EmitUnpopulated`, which the gateway switches on.',
      zh: '输出确实是字符串，但不是因为标签。未设置的字段是否出现由 `EmitUnpopulated` 决定，网关默认打开。',
    },
    basis: ['measured', 'grpc-gateway 2.33.0'],
  },
  {
    id: '3.3.row-openapiv3',
    kind: 'table',
    lines: '285',
    says: {
      en: 'protoc-gen-openapiv3: skips `string`, integer is hard-coded.',
      zh: 'protoc-gen-openapiv3：跳过 `string`，固定写 integer。',
    },
    verdict: 'false',
    why: {
      en: "Version 2.33.0 writes `string` with format `int64`, and its schema accepted the gateway's finite values.",
      zh: '2.33.0 写的是 `string`，格式 `int64`；它的 schema 能通过网关返回的有限值。',
    },
    basis: ['measured', 'grpc-gateway 2.33.0, ajv'],
  },
  {
    id: '3.3.diagram',
    kind: 'diagram',
    lines: '287, 289-295',
    says: {
      en: 'From one .proto the gateway sends `"123"` while OpenAPI says integer, so the client fails.',
      zh: '同一个 .proto，网关输出 `"123"`，OpenAPI 却写 integer，客户端解析失败。',
    },
    verdict: 'false',
    why: {
      en: 'The left half is true, the right half only for gnostic up to 0.6.9. No repair is shown, though the heading announces one.',
      zh: '左半边成立，右半边只对 gnostic 0.6.9 及以前成立。标题说是修复路径，图里却没有修复。',
    },
    basis: ['measured', 'grpc-gateway 2.33.0; gnostic 0.6.9'],
  },
];
