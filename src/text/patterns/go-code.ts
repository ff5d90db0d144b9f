import { type Pattern, wording } from './pattern.ts';

const place = String.raw`(?:(?<file>(?:[A-Za-z]:)?[^\s:]{1,400}\.go):\d{1,9}(?::\d{1,9})?: )?`;

/** The Go compiler, an editor in its place, and a program that ends at its start. */
export const goCodePatterns: readonly Pattern[] = [
  wording(
    'undefined-symbol',
    'undefined: ',
    new RegExp(String.raw`${place}undefined: (?:(?<qualifier>[A-Za-z_]\w{0,80})\.)?(?<symbol>[A-Za-z_]\w{0,120})`),
  ),
  wording(
    'undefined-symbol',
    'not declared by package',
    new RegExp(String.raw`${place}(?<symbol>[A-Za-z_]\w{0,120}) not declared by package (?<qualifier>\w{1,80})`),
  ),
  wording(
    'undefined-symbol',
    ['undeclared name: '],
    new RegExp(String.raw`${place}undeclared name: (?<symbol>[A-Za-z_]\w{0,120})`),
  ),
  wording(
    'method-missing',
    'missing method ',
    /(?<type>[*\w.]{1,200}) does not implement (?<interface>[\w.]{1,200}) \(missing (?:method )?(?<method>\w{1,120})(?: method)?\)/,
  ),
  // Of another package, and before Go 1.20.
  wording(
    'method-missing',
    ' method)',
    /(?<type>[*\w.]{1,200}) does not implement [\w.]{1,200} \(missing \w{1,80}\.(?<method>\w{1,120}) method\)/,
  ),
  wording(
    'method-missing',
    '(unexported method ',
    /(?<type>[*\w.]{1,200}) does not implement [\w.]{1,200} \(unexported method (?<method>\w{1,120})\)/,
  ),
  wording(
    'method-missing',
    'missing ProtoReflect',
    /(?<type>[*\w.]{1,200}) does not implement [\w.]{1,200} \(missing (?<method>ProtoReflect) method\)/,
  ),
  wording(
    'method-differs',
    'wrong type for method ',
    new RegExp(
      String.raw`${place}.{0,200}?does not implement [\w.]{1,200} \(wrong type for (?:method (?<method>\w{1,120})|(?<old>\w{1,120}) method)\) have .{1,400}? want (?<wants>.{1,200}?\)(?: \([^)]{1,200}\))?)(?= |$)`,
    ),
  ),
  wording('method-missing', 'methods are missing', /methods are missing: (?<method>\w{1,120})\(/),
  wording(
    'unexported-method',
    'as it has a non-exported method',
    /cannot implement '(?<type>\w{1,200})' as it has a non-exported method/,
  ),
  wording(
    'declared-twice',
    'redeclared in this block',
    /(?<file>[^\s:]{1,400}\.go):\d{1,9}(?::\d{1,9})?: (?<name>\w{1,200}) redeclared in this block.{1,60}?(?<other>[^\s:]{1,400}\.go):\d{1,9}(?::\d{1,9})?: other declaration of /,
  ),
  wording(
    'import-relative',
    ['is relative, but relative import paths', 'local import "'],
    new RegExp(
      String.raw`${place}(?:"(?<package>\.{1,2}\/[^"]{1,200})" is relative, but relative import paths are not supported|local import "\.{1,2}\/[^"]{1,200}" in non-local package)`,
    ),
  ),
  wording('deprecated-name', 'is deprecated', /SA1019: (?<name>[\w.]{1,120}) is deprecated/),
  wording('deprecated-name', 'SA1019', /(?<name>[\w.]{1,120}) is deprecated: .{0,300}?\(SA1019\)/),
  wording(
    'field-missing',
    'has no field or method ',
    /\(type \*?(?<type>\w{1,80}\.\w{1,120}) has no field or method (?<field>\w{1,120})/,
  ),
  wording(
    'field-missing',
    'unknown field ',
    /unknown field (?<field>\w{1,120}) in struct literal of type \*?(?<type>\w{1,80}\.\w{1,120})/,
  ),
  wording('go-import-circle', 'import cycle not allowed', /import cycle not allowed/),
  wording(
    'proto-registered-twice',
    'is already registered',
    /proto: (?:file|enum|message|extension|name|service)? ?"?(?<name>[^\s"]{1,300})"? is already registered/,
  ),
  wording(
    'proto-registered-twice',
    ['has a name conflict over', 'has a package name conflict over'],
    /has a (?:package )?name conflict over (?<name>\S{1,300})/,
  ),
  wording(
    'proto-registered-twice',
    'is already registered on message',
    /proto: (?<name>extension number \d{1,10}) is already registered on message/,
  ),
  wording(
    'message-not-proto',
    ', want proto.Message',
    /message is (?<type>[*\w.[\]<>/{}-]{1,200}), want proto\.Message/,
  ),
  wording(
    'message-not-proto',
    'is not proto.Message: missing method',
    /interface conversion: (?<type>[*\w.[\]/-]{1,200}) is not proto\.Message: missing method/,
  ),
  wording('message-not-proto', 'has nil element', /repeated field [\w.]{1,200} has nil element/),
  wording('message-not-proto', 'Marshal called with nil', /proto: Marshal called with nil/),
  // Fields that only the runtime of the newer API knows, in the hands of an older one.
  wording(
    'message-of-other-api',
    'protobuf tag not enough fields in',
    /panic: protobuf tag not enough fields in (?<type>\w{1,200})\.state/,
  ),
  wording(
    'message-of-other-api',
    'does not implement Marshal',
    /proto: (?<type>[*\w.]{1,200}) does not implement Marshal/,
  ),
  wording(
    'descriptor-not-read',
    'protobuf/internal/filedesc',
    /panic: .{1,200}?google\.golang\.org\/protobuf\/internal\/filedesc\.\(\*File\)\.unmarshalSeed/,
  ),
  wording(
    'descriptor-not-read',
    'protobuf/internal/impl.fieldInfoForOneof',
    /panic: runtime error: .{1,300}?google\.golang\.org\/protobuf\/internal\/impl\.fieldInfoForOneof/,
  ),
  wording(
    'descriptor-import-missing',
    'could not resolve import',
    /proto: could not resolve import "(?<file>[^"]{1,300})": not found/,
  ),
  wording('invalid-utf8', 'invalid UTF-8', /(?:proto|string field|field (?<field>[\w.]{1,200})).{0,60}invalid UTF-8/),
  wording('built-without-cgo', 'requires cgo', /-(?:race|msan|asan) requires cgo; enable cgo by setting CGO_ENABLED=1/),
  wording('built-without-cgo', "Binary was compiled with 'CGO_ENABLED=0'", /Binary was compiled with 'CGO_ENABLED=0'/),
];
