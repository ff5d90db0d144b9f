import { type Pattern, wording } from './pattern.ts';

const tool = String.raw`(?<tool>(?:[\w./~-]{0,200}\/)?[\w.-]{1,80})`;

/** Shells, make and programs that start others; protoc and buf about their plugins. */
export const toolPatterns: readonly Pattern[] = [
  wording(
    'tool-not-found',
    ['ommand not found', '未找到命令'],
    new RegExp(String.raw`(?<![\w./-])${tool}\s?[:：]\s?(?:[Cc]ommand not found|未找到命令)(?!:)`),
  ),
  wording('tool-not-found', 'command not found: ', new RegExp(`command not found: ${tool}`)),
  wording(
    'tool-not-found',
    ['is not recognized as', '不是内部或外部命令'],
    new RegExp(String.raw`['"‘“]?${tool}['"’”]? (?:is not recognized as|不是内部或外部命令)`),
  ),
  wording(
    'tool-not-found',
    'executable file not found in',
    new RegExp(String.raw`exec: "?${tool}"?: executable file not found in`),
  ),
  wording('tool-not-found', ': not found', /sh: (?:(?:line )?\d{1,5}: )?(?<tool>[\w-]{1,80}): not found/),
  // A shell that names itself in no way, about the tools that this is about.
  wording('tool-not-found', ': not found', /(?<![\w./-]|: )(?<tool>go|protoc(?:-gen-[\w-]{1,60})?|buf): not found/),
  wording(
    'tool-not-found',
    'failed to run command',
    /failed to run command ['‘](?<tool>[\w-]{1,80})['’]: No such file or directory/,
  ),
  wording(
    'exec-not-found',
    'failed to run command',
    /failed to run command ['‘](?<program>[^'’]{0,200}\/[^'’]{1,200})['’]: No such file or directory/,
  ),
  // Shims of mise.
  wording('tool-not-chosen', ' for shim: ', /(?:Tool not installed|No version is set) for shim: (?<tool>[\w-]{1,80})/),
  wording('tool-not-chosen', 'mise use -g ', /mise use -g (?<tool>[\w-]{1,80})@/),
  wording(
    'tool-not-executable',
    'ermission denied',
    /(?:exec:? "?|fork\/exec |make(?:\[\d{1,3}\])?: |sh: (?:(?:line )?\d{1,5}: )?)(?<tool>(?:[\w./~-]{0,200}\/)?[\w.-]{1,80})"?: [Pp]ermission denied/,
  ),
  wording(
    'tool-not-found',
    'No such file or directory',
    /make(?:\[\d{1,3}\])?: (?<tool>[\w-]{1,80}): No such file or directory/,
  ),
  // Build scripts of Rust.
  wording('tool-not-found', 'Could not find `', /Could not find `(?<tool>[\w-]{1,80})`/),
  wording('tool-not-found', 'Unable to find the', /Unable to find the (?<tool>[\w-]{1,80}) command/),
  // musl.
  wording(
    'loader-symbol-missing',
    'Error loading shared library ',
    /Error loading shared library (?<symbol>[\w.+-]{1,100}): No such file or directory \(needed by /,
  ),
  wording('exec-not-found', ': not found', /sh: (?:(?:line )?\d{1,5}: )?(?<program>\.{0,2}\/[^\s:]{1,200}): not found/),
  wording(
    'exec-not-found',
    'required file not found',
    /(?<program>[^\s:]{1,300}): cannot execute: required file not found/,
  ),
  wording(
    'exec-not-found',
    ['no such file or directory', '没有那个文件或目录'],
    /(?:exec user process caused:? "?|(?<!fork\/)exec )(?<program>\/?[^\s:"]{0,200}?)"?:? ?"?no such file or directory/,
  ),
  // A program of Go starts another one.
  wording('exec-not-found', 'fork/exec ', /fork\/exec (?<program>\.{0,2}\/[^\s:"]{1,200}): no such file or directory/, {
    by: 'program',
  }),
  wording('wrong-architecture', 'cannot execute binary file', /(?<program>[^\s:]{1,300}): cannot execute binary file/),
  // A shell that takes a program of another processor for a script.
  wording(
    'wrong-architecture',
    'Syntax error: ',
    /(?<program>(?:[^\s:]{0,300}\/)?protoc(?:-gen-[\w-]{1,60})?): (?:line )?\d{1,5}: Syntax error: /,
  ),
  wording(
    'wrong-architecture',
    ['ad CPU type in executable'],
    /[Bb]ad CPU type in executable(?:: (?<program>\S{1,300}))?/,
  ),
  wording(
    'wrong-architecture',
    ['ad CPU type in executable'],
    /Cannot run program "(?<program>[^"]{1,300})".{0,40}[Bb]ad CPU type in executable/,
  ),
  wording(
    'wrong-architecture',
    ['exec format error', 'Exec format error'],
    /(?:(?<program>\.{0,2}\/[^\s:"]{1,300}|protoc[\w.-]{0,60})"?: )?(?<!binary file: )[eE]xec format error/,
  ),
  wording(
    'wrong-architecture',
    'is not a valid Win32 application',
    /(?<program>[^\s:]{1,300}(?:\.exe)?)"?:? .{0,40}is not a valid Win32 application/,
  ),
  wording(
    'plugin-not-started',
    'program not found or is not executable',
    /(?<plugin>[^\s:]{0,300}): program not found or is not executable/,
  ),
  wording(
    'plugin-not-started',
    ['The system cannot find the file specified', '系统找不到指定的文件'],
    /--[\w-]{1,60}_out: (?<plugin>protoc-gen-[\w-]{1,60}): (?:The system cannot find the file specified|系统找不到指定的文件)/,
  ),
  wording(
    'plugin-not-started',
    'could not find protoc plugin',
    /could not find protoc plugin for name (?<plugin>[\w-]{1,80})/,
  ),
  wording(
    'plugin-failed',
    'Plugin failed with status code',
    /--[\w-]{1,60}_out: (?<plugin>protoc-gen-[\w-]{1,60}): Plugin failed with status code (?<code>\d{1,10})/,
  ),
  wording(
    'plugin-output-unparseable',
    'Plugin output is unparseable',
    /(?<plugin>protoc-gen-[\w-]{1,60}): Plugin output is unparseable/,
  ),
  wording('grpc-option-refused', 'plugins are not supported', /plugins are not supported; use 'protoc --go-grpc_out/),
  wording(
    'go-import-path-unknown',
    'unable to determine Go import path',
    /unable to determine Go import path for "(?<file>[^"]{1,300})"/,
  ),
  // The end of the same advice.
  wording('go-import-path-unknown', 'argument on the command line.', /a "M" argument on the command line\./),
  wording(
    'go-import-path-unknown',
    "Missing 'go_package' option",
    /Missing 'go_package' option in "(?<file>[^"]{1,300})"/,
  ),
  wording(
    'optional-gated',
    'experimental_allow_proto3_optional was not set',
    /(?:(?<file>[^\s:]{1,300}): )?This file contains proto3 optional fields, but --experimental_allow_proto3_optional was not set/,
  ),
  wording(
    'optional-gated',
    'Missing value for flag: --experimental_allow_proto3_optional',
    /Missing value for flag: --experimental_allow_proto3_optional/,
  ),
  wording(
    'optional-gated',
    "Explicit 'optional' labels are disallowed",
    /(?:(?<file>[^\s:]{1,300}):\d{1,9}:\d{1,9}: )?Explicit 'optional' labels are disallowed in the Proto3 syntax/,
  ),
  wording(
    'plugin-lacks-feature',
    "hasn't been updated to support",
    /code generator (?<plugin>[\w.-]{1,80}) hasn't been updated to support (?<feature>editions|optional fields in proto3)/,
  ),
  wording(
    'plugin-lacks-feature',
    "isn't supported by code generator",
    /is a file using (?<feature>edition \d{4}), which isn't supported by code generator (?<plugin>[\w.-]{1,80}[\w-])/,
  ),
  wording(
    'plugin-lacks-feature',
    'maximum supported edition',
    /(?:is a file using (?<feature>edition \d{4}), which|\d: Edition \d{4}) is later than the (?:protoc )?maximum supported edition/,
  ),
  wording('plugin-lacks-feature', 'Unknown edition', /Unknown (?<feature>edition "\d{4}")/),
  wording(
    'plugin-lacks-feature',
    'This file uses editions, but --experimental_editions',
    /This file uses (?<feature>editions), but --experimental_editions has not been enabled/,
  ),
  wording(
    'plugin-lacks-feature',
    'invalid FileDescriptorProto',
    /(?:(?<plugin>protoc-gen-[\w-]{1,60}): )?invalid FileDescriptorProto "[^"]{1,300}": proto: (?:invalid syntax: "(?<feature>editions)"|use of edition \w{1,30} not yet supported)/,
  ),
  wording(
    'plugin-lacks-feature',
    'does not support required features',
    /plugin "(?<plugin>[^"]{1,80})" does not support required features\.?(?: Feature "(?<feature>[^"]{1,60})")?/,
  ),
  wording(
    'plugin-lacks-feature',
    ['does not support feature', 'but does not support editions'],
    /plugin "?(?<plugin>[\w.-]{1,80})"? does not support (?:feature )?"?(?<feature>[\w ]{1,60})"?/,
  ),
  wording(
    'plugin-option-refused',
    'no such flag -',
    /(?<plugin>protoc-gen-[\w-]{1,60}): no such flag -(?<option>[\w-]{1,60})/,
  ),
  wording(
    'plugin-option-refused',
    'unknown path type ',
    /(?:(?<plugin>protoc-gen-[\w-]{1,60}): )?unknown path type "(?<option>[^"]{0,60})": want /,
  ),
  wording(
    'plugin-option-refused',
    'cannot use module= with paths=',
    /(?:(?<plugin>protoc-gen-[\w-]{1,60}): )?cannot use (?<option>module)= with paths=/,
  ),
  wording('go-package-refused', 'invalid Go import path', /invalid Go import path "(?<path>[^"]{0,300})"/),
  wording(
    'go-package-refused',
    'The import path must contain at least one',
    /The import path must contain at least one/,
  ),
  wording('go-package-names-differ', 'has inconsistent names', /Go package "[^"]{1,300}" has inconsistent names/),
  wording(
    'go-package-names-differ',
    'found packages ',
    /found packages \w{1,100} \([^\s)]{1,200}\.pb\.go\) and \w{1,100} \(/,
  ),
  wording(
    'go-package-names-differ',
    'found packages ',
    /found packages \w{1,100} \([^\s)]{1,200}\) and \w{1,100} \([^\s)]{1,200}\.pb\.go\)/,
  ),
  wording(
    'go-package-prefix-differs',
    'does not match prefix',
    /(?:(?<file>[^\s:]{1,300}\.go): )?generated file does not match prefix "(?<prefix>[^"]{1,300})"/,
  ),
  wording(
    'generated-code-malformed',
    'nparsable Go source',
    /(?:(?<file>[^\s:]{1,300}\.pb\.go): )?[Uu]nparsable Go source/,
  ),
  // The listing below those words.
  wording('generated-code-malformed', '_proto_goTypes = nil', /\d{1,6} file_(?<file>\w{1,200})_proto_goTypes = nil/),
  wording(
    'go-package-refused',
    'is a program, not an importable package',
    /(?<file>[^\s:]{1,300}\.pb\.go):\d{1,9}:\d{1,9}: import "(?<path>[^"]{1,300})" is a program, not an importable package/,
  ),
  wording(
    'go-package-refused',
    'invalid package name _',
    /(?<file>[^\s:]{1,300}\.pb\.go):\d{1,9}:\d{1,9}: invalid package name _/,
  ),
  wording(
    'go-package-refused',
    'invalid import path: ',
    /(?<file>[^\s:]{1,300}\.pb\.go):\d{1,9}:\d{1,9}: invalid import path: (?<path>[^\s:]{1,300})/,
  ),
  wording(
    'go-package-refused',
    'malformed import path',
    /(?:(?<file>[^\s:]{1,300}\.pb\.go):\d{1,9}:\d{1,9}: )?malformed import path "(?<path>[^"]{1,300})": (?:trailing slash|invalid char)/,
    { way: 'import' },
  ),
  wording(
    'generated-twice',
    'Tried to write the same file twice',
    /(?:(?<file>[^\s:]{1,300}): )?Tried to write the same file twice/,
  ),
  // With its slash at the end, as only protoc writes it; other programs name themselves before.
  wording(
    'output-folder-missing',
    'No such file or directory',
    /(?<![^\s]: |\S)(?<folder>[\w./-]{1,300}\/): No such file or directory/,
  ),
  // A report of this program, in either language.
  wording(
    'doctor-named',
    ['error[', 'warning[', 'info[', 'proven[', 'likely[', '错误[', '警告[', '提示[', '确定[', '很可能['],
    /(?<!\S)(?:error|warning|info|proven|likely|错误|警告|提示|确定|很可能)\[(?<trap>[a-z][a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){1,8})\](?= )/,
  ),
];
