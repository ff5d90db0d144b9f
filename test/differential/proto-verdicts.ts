/** What protoc does with a small file. */
export interface ProtoVerdict {
  readonly text: string;
  /** Its words; undefined where it takes the file. */
  readonly refused?: RegExp;
}

/** Small files, each with one thing to judge, and the verdict of protoc. The reader has to have the same. */
export const protoVerdicts: Readonly<Record<string, ProtoVerdict>> = {
  'nothing at all': { text: '' },
  'a comment only': { text: '// x' },
  'no syntax and no label': {
    text: 'message A { string a = 1; }',
    refused: /Expected "required", "optional", or "/,
  },
  'no syntax, with a label': { text: 'message A { optional string a = 1; }' },
  'a byte order mark': { text: '\uFEFFsyntax = "proto3";\n' },
  'lines of Windows': { text: 'syntax = "proto3";\r\nmessage A {\r\n string a = 1;\r\n}\r\n' },
  'lines of old Macs': { text: 'syntax = "proto3";\rmessage A {\r string a = 1;\r}\r' },
  'a zero byte': {
    text: 'syntax = "proto3";\n\0message A {}',
    refused: /Invalid control characters encountered/,
  },
  'a zero byte in a comment': {
    text: 'syntax = "proto3";\n// \0\n/* \0 */',
    refused: /Invalid control characters encountered/,
  },
  'a zero byte in a string': {
    text: 'syntax = "proto3";\noption java_package = "\0";',
    refused: /Unexpected end of string\./,
  },
  'a control character': {
    text: 'syntax = "proto3";\n\u0001',
    refused: /Invalid control characters encountered/,
  },
  'a form feed': { text: 'syntax = "proto3";\n\f\u000b message A {}' },
  'a blank of another kind': {
    text: 'syntax = "proto3";\n\u00A0message A {}',
    refused: /Interpreting non ascii codepoint 194\./,
  },
  'a comment in Chinese': { text: 'syntax = "proto3";\n// é中\n' },
  'a string in French': { text: 'syntax = "proto3";\noption java_package = "é";' },
  'a comment in a comment': {
    text: 'syntax = "proto3";\n/* /* */',
    refused: /"\/\*" inside block comment\. {2}Block comm/,
  },
  'a comment that opens again as it closes': {
    text: 'syntax = "proto3";\n/* a /*/ b',
    refused: /"\/\*" inside block comment\. {2}Block comm/,
  },
  'a comment without an end': {
    text: 'syntax = "proto3";\n/* a',
    refused: /End-of-file inside block comment\./,
  },
  'comments with many stars': { text: 'syntax = "proto3";\n/* **/ /***/' },
  'a field without a semicolon': {
    text: 'syntax = "proto3";\nmessage A { string a = 1 string b = 2; }',
    refused: /Expected ";"\./,
  },
  'the last field without a semicolon': {
    text: 'syntax = "proto3";\nmessage A { string a = 1 }',
    refused: /Expected ";"\./,
  },
  'a message without its end': {
    text: 'syntax = "proto3";\nmessage A { string a = 1;',
    refused: /Reached end of input in message defin/,
  },
  'a brace too many': {
    text: 'syntax = "proto3";\nmessage A { } }',
    refused: /Expected top-level statement \(e\.g\. "m/,
  },
  'empty statements': { text: 'syntax = "proto3";\n;;message A { ; ; };' },
  'a string over two lines': {
    text: 'syntax = "proto3";\noption java_package = "a\nb";',
    refused: /Multiline strings are not allowed\. Di/,
  },
  'an escape that is none': {
    text: 'syntax = "proto3";\noption java_package = "\\q";',
    refused: /Invalid escape sequence in string lit/,
  },
  'escapes of all kinds': { text: 'syntax = "proto3";\noption java_package = "\\u00e9\\U0001F600\\x41\\101\\?";' },
  'half an escape': {
    text: 'syntax = "proto3";\noption java_package = "\\u00";',
    refused: /Expected four hex digits for \\u escap/,
  },
  'a line break after a backslash': {
    text: 'syntax = "proto3";\noption java_package = "a\\\nb";',
    refused: /Invalid escape sequence in string lit/,
  },
  'a number that touches a name': {
    text: 'syntax = "proto3";\nmessage A { string a = 1a; }',
    refused: /Need space between number and identif/,
  },
  'an octal number': { text: 'syntax = "proto3";\nmessage A { string a = 010; }' },
  'an octal number with an 8': {
    text: 'syntax = "proto3";\nmessage A { string a = 08; }',
    refused: /Numbers starting with leading zero mu/,
  },
  'a hexadecimal number': { text: 'syntax = "proto3";\nmessage A { string a = 0x1F; }' },
  'a hexadecimal number without digits': {
    text: 'syntax = "proto3";\nmessage A { string a = 0x; }',
    refused: /"0x" must be followed by hex digits\./,
  },
  'a broken number of a field': {
    text: 'syntax = "proto3";\nmessage A { string a = 1.5; }',
    refused: /Expected field number\./,
  },
  'a negative number of a field': {
    text: 'syntax = "proto3";\nmessage A { string a = -1; }',
    refused: /Expected field number\./,
  },
  'a number of twenty digits': {
    text: 'syntax = "proto3";\nmessage A { string a = 99999999999999999999; }',
    refused: /Integer out of range\./,
  },
  'a syntax that is none': {
    text: 'syntax = "proto4";',
    refused: /Unrecognized syntax identifier "proto/,
  },
  'a syntax too late': {
    text: 'package a; syntax = "proto3";',
    refused: /Expected top-level statement \(e\.g\. "m/,
  },
  'a syntax twice': {
    text: 'syntax = "proto3";\nsyntax = "proto3";\n',
    refused: /Expected top-level statement \(e\.g\. "me/,
  },
  'a syntax without quotes': {
    text: 'syntax = proto3;',
    refused: /Expected syntax identifier\./,
  },
  'a syntax in single quotes': { text: "syntax = 'proto3';" },
  'a syntax in two strings': { text: 'syntax = "pro" "to3";' },
  'a syntax and an edition': {
    text: 'syntax = "proto3";\nedition = "2023";\n',
    refused: /Expected top-level statement \(e\.g\. "me/,
  },
  'a semicolon before the syntax': {
    text: ';syntax = "proto3";\n',
    refused: /Expected top-level statement \(e\.g\. "me/,
  },
  'a package twice': {
    text: 'syntax = "proto3";\npackage a; package b;',
    refused: /Multiple package definitions\./,
  },
  'a package with a dot before it': {
    text: 'syntax = "proto3";\npackage .a;',
    refused: /Expected identifier\./,
  },
  'a package with a dot behind it': {
    text: 'syntax = "proto3";\npackage a.;',
    refused: /Expected identifier\./,
  },
  'a package of keywords': { text: 'syntax = "proto3";\npackage message.option.import;' },
  'a package with blanks': { text: 'syntax = "proto3";\npackage a . b ;' },
  'an import without quotes': {
    text: 'syntax = "proto3";\nimport google/protobuf/any.proto;',
    refused: /Expected a string naming the file to i/,
  },
  'an import in two strings': { text: 'syntax = "proto3";\nimport "google/protobuf/" "any.proto";' },
  'an import without a semicolon': {
    text: 'syntax = "proto3";\nimport "google/protobuf/any.proto"\nmessage A {}',
    refused: /Expected ";"\./,
  },
  'a weak import': { text: 'syntax = "proto2";\nimport weak "google/protobuf/any.proto";' },
  'an import of options before its edition': {
    text: 'syntax = "proto3";\nimport option "google/protobuf/any.proto";',
    refused: /option import is not supported before /,
  },
  'fields named like keywords': {
    text: 'syntax = "proto3";\nmessage A { string message = 1; string optional = 2; string option = 3; string import = 4; string reserved = 5; string map = 6; string group = 7; string oneof = 8; string rpc = 9; string returns=10; string max=11; string to=12; string true=13; string inf=14; string syntax=15; string stream=16; string int32=17;string extensions=18; string export=19; string local = 20; string package=21;}',
  },
  'a type named message': {
    text: 'syntax = "proto3";\nmessage message {} message A { message message = 1; }',
    refused: /Expected "\{"\./,
  },
  'a type named message behind a label': {
    text: 'syntax = "proto3";\nmessage message {} message A { repeated message message = 1; }',
  },
  'a type named message behind a dot': {
    text: 'syntax = "proto3";\nmessage message {} message A { .message message = 1; }',
  },
  'a type named optional, and no name': {
    text: 'syntax = "proto3";\nmessage optional {} message A { optional optional = 1; }',
    refused: /Expected field name\./,
  },
  'a type named optional behind a label': {
    text: 'syntax = "proto3";\nmessage optional {} message A { optional optional x = 1; }',
  },
  'a type named map': { text: 'syntax = "proto3";\nmessage map {} message A { map x = 1; }' },
  'a type named enum behind a label': {
    text: 'syntax = "proto3";\nenum enum { A=0;} message B { repeated enum e = 1; }',
  },
  'a type named stream': { text: 'syntax = "proto3";\nmessage stream {} message A { stream x = 1; }' },
  'a type named export': { text: 'syntax = "proto3";\nmessage export {} message A { export x = 1; export y = 2; }' },
  'a type of a package named local': {
    text: 'syntax = "proto3";\nmessage local { message B{} } message A { local.B x = 1; }',
  },
  'declarations named like keywords': {
    text: 'syntax = "proto3";\nmessage message {} message enum {} message service {} enum option { X = 0; } service rpc {} ',
  },
  'a repeated map': {
    text: 'syntax = "proto3";\nmessage A { repeated map<string,string> a = 1; }',
    refused: /Field labels \(required\/optional\/repea/,
  },
  'a map in a oneof': {
    text: 'syntax = "proto3";\nmessage A { oneof b { map<string,string> a = 1; } }',
    refused: /Map fields are not allowed in oneofs\./,
  },
  'a map with blanks': { text: 'syntax = "proto3";\nmessage A { map < string , A > a = 1 ; }' },
  'a map of maps': {
    text: 'syntax = "proto3";\nmessage A { map<string,map<string,string>> a = 1; }',
    refused: /Expected ">"\./,
  },
  'a map of proto2': { text: 'syntax = "proto2";\nmessage A { map<string,string> a = 1; }' },
  'required in proto3': {
    text: 'syntax = "proto3";\nmessage A { required string a = 1; }',
    refused: /Required fields are not allowed in pr/,
  },
  'required in editions': {
    text: 'edition = "2023";\nmessage A { required string a = 1; }',
    refused: /Label "required" is not supported in /,
  },
  'optional in editions': {
    text: 'edition = "2023";\nmessage A { optional string a = 1; }',
    refused: /Label "optional" is not supported in /,
  },
  'optional in proto3': { text: 'syntax = "proto3";\nmessage A { optional string a = 1; }' },
  'a label in a oneof': {
    text: 'syntax = "proto3";\nmessage A { oneof b { optional string a = 1; } }',
    refused: /Fields in oneofs must not have labels/,
  },
  'an empty oneof': {
    text: 'syntax = "proto3";\nmessage A { oneof b { } }',
    refused: /Expected type name\./,
  },
  'a group in a oneof': {
    text: 'syntax = "proto2";\nmessage A { oneof b { group C = 1 { optional string a = 1; } } }',
  },
  'a semicolon in a oneof': {
    text: 'syntax = "proto3";\nmessage A { oneof b { ; string a = 1;; } }',
    refused: /Expected type name\./,
  },
  'a group in proto3': {
    text: 'syntax = "proto3";\nmessage A { group B = 1 { string a = 1; } }',
    refused: /Groups are not supported in proto3 sy/,
  },
  groups: {
    text: 'syntax = "proto2";\nmessage A { optional group B = 1 [deprecated=true] { optional string a = 1; } repeated group C = 2 {} }',
  },
  'a group in editions': {
    text: 'edition = "2023";\nmessage A { group B = 1 { string a = 1; } }',
    refused: /Group syntax is no longer supported i/,
  },
  extensions: {
    text: 'syntax = "proto2";\nmessage A { extensions 100 to 199, 500, 1000 to max; } extend A { optional string x = 100; repeated int32 y = 101; }',
  },
  'extensions with options': {
    text: 'syntax = "proto2";\nmessage A { extensions 4 to 5 [verification = UNVERIFIED]; }',
  },
  'an extension without a label': {
    text: 'syntax = "proto2";\nmessage A { extensions 100; } extend A { string x = 100; }',
    refused: /Expected "required", "optional", or "/,
  },
  'an empty extend': {
    text: 'syntax = "proto2";\nmessage A { extensions 100; } extend A { }',
    refused: /Expected "required", "optional", or "/,
  },
  'a negative range of extensions': {
    text: 'syntax = "proto2";\nmessage A { extensions -1; }',
    refused: /Expected field number range\./,
  },
  'a group as an extension': {
    text: 'syntax = "proto2";\nmessage A { extensions 100; } extend A { optional group G = 100 { optional int32 x = 1; } }',
  },
  'extensions of proto3': {
    text: 'syntax = "proto3";\nimport "google/protobuf/descriptor.proto"; extend google.protobuf.FieldOptions { optional string a = 50000; string b = 50001; repeated int32 c = 50002; }',
  },
  'reserved numbers and names': {
    text: 'syntax = "proto3";\nmessage A { reserved 1, 2 to 3, 100 to max; reserved "a", "b" "c"; }',
  },
  'a reserved word in proto3': {
    text: 'syntax = "proto3";\nmessage A { reserved a, b; }',
    refused: /Reserved names must be string literal/,
  },
  'reserved words in editions': { text: 'edition = "2023";\nmessage A { reserved a, b; }' },
  'a reserved string in editions': {
    text: 'edition = "2023";\nmessage A { reserved "a"; }',
    refused: /Reserved names must be identifiers in/,
  },
  'reserved numbers and a name': {
    text: 'syntax = "proto3";\nmessage A { reserved 1, "a"; }',
    refused: /Expected field number range\./,
  },
  'a negative reserved number': {
    text: 'syntax = "proto3";\nmessage A { reserved -1; }',
    refused: /Expected field name or number range\./,
  },
  'negative reserved numbers of an enum': {
    text: 'syntax = "proto3";\nenum A { B = 0; reserved -1, 2 to max, -5 to -2; reserved "x"; }',
  },
  'a comma behind the last reserved number': {
    text: 'syntax = "proto3";\nmessage A { reserved 1,; }',
    refused: /Expected field number range\./,
  },
  'numbers of an enum': { text: 'syntax = "proto3";\nenum A { B = 0; C = -1; D = 0x10; E = 2147483647; }' },
  'an empty enum': {
    text: 'syntax = "proto3";\nenum A { }',
    refused: /Enums must contain at least one value\./,
  },
  'a value without an equals sign': {
    text: 'syntax = "proto3";\nenum A { B 0; }',
    refused: /Missing numeric value for enum consta/,
  },
  'commas in an enum': {
    text: 'syntax = "proto3";\nenum A { B = 0, C = 1 }',
    refused: /Expected ";"\./,
  },
  'options in an enum': {
    text: 'syntax = "proto3";\nenum A { option allow_alias = true; B = 0; C = 0 [deprecated = true]; }',
  },
  'a value named option': {
    text: 'syntax = "proto3";\nenum A { option = 0; }',
    refused: /Expected identifier\./,
  },
  'a value that is too large': {
    text: 'syntax = "proto3";\nenum A { B = 0; C = 2147483648; }',
    refused: /Integer out of range\./,
  },
  'a value with a plus': {
    text: 'syntax = "proto3";\nenum A { B = +1; }',
    refused: /Expected integer\./,
  },
  'values named like keywords': { text: 'syntax = "proto3";\nenum A { message = 0; import = 1; max = 2; export=3; }' },
  'methods of all kinds': {
    text: 'syntax = "proto3";\nmessage A{} service S { rpc M(A) returns (A); rpc N(stream A) returns (stream .A) {} rpc O(A) returns(A) { option deprecated = true; ; }; option deprecated = true; }',
  },
  'a type named stream in a method': {
    text: 'syntax = "proto3";\nmessage stream{} service S { rpc M(stream) returns (stream); }',
    refused: /Expected type name\./,
  },
  'a method without an answer': {
    text: 'syntax = "proto3";\nmessage A{} service S { rpc M(A); }',
    refused: /Expected "returns"\./,
  },
  'a method that takes a string': {
    text: 'syntax = "proto3";\nservice S { rpc M(string) returns (string); }',
    refused: /Expected message type\./,
  },
  'a method in a method': {
    text: 'syntax = "proto3";\nmessage A{} service S { rpc M(A) returns (A) { rpc N(A) returns (A); } }',
    refused: /Expected "option"\./,
  },
  'a method without parentheses': {
    text: 'syntax = "proto3";\nmessage A{} service S { rpc M A returns A; }',
    refused: /Expected "\("\./,
  },
  'a method with options in brackets': {
    text: 'syntax = "proto3";\nmessage A{} service S { rpc M(A) returns (A) [deprecated=true]; }',
    refused: /Expected ";"\./,
  },
  'an aggregate of all kinds': {
    text: 'syntax = "proto3";\nimport "google/protobuf/descriptor.proto"; message O { string a = 1; repeated O b = 2; map<string,string> m = 3; } extend google.protobuf.FileOptions { O o = 50000; } option (o) = { a: "x", b [{a:"y"}, {a:"z"}]; m { key: "a" value: "b" } b < a: "q" > # c\n };',
  },
  'an aggregate with a comment of another language': {
    text: 'syntax = "proto3";\nimport "google/protobuf/descriptor.proto"; message O { string a = 1;} extend google.protobuf.FileOptions { O o = 50000; } option (o) = { a: "x" // c }\n };',
  },
  'options with numbers of all kinds': {
    text: 'syntax = "proto3";\nimport "google/protobuf/descriptor.proto"; extend google.protobuf.FileOptions { double o = 50000; float p = 50001; double q=50002; double r = 50003; double s = 50004;} option (o) = -1.5e3; option (p) = -inf; option (q) = nan; option (r) = .5; option (s)= 1.;',
  },
  'an option with a plus': {
    text: 'syntax = "proto3";\noption cc_enable_arenas = +1;',
    refused: /Expected option value\./,
  },
  'an option with a dotted value': {
    text: 'syntax = "proto3";\noption java_package = a.b;',
    refused: /Expected ";"\./,
  },
  'an option without a value': {
    text: 'syntax = "proto3";\noption java_package;',
    refused: /Expected "="\./,
  },
  'an option with nothing behind the equals sign': {
    text: 'syntax = "proto3";\noption java_package = ;',
    refused: /Expected option value\./,
  },
  'an option with a list': {
    text: 'syntax = "proto3";\noption java_package = ["a"];',
    refused: /Expected option value\./,
  },
  'a comma behind the last option': {
    text: 'syntax = "proto3";\nmessage A { string a = 1 [deprecated = true,]; }',
    refused: /Expected identifier\./,
  },
  'no option in the brackets': {
    text: 'syntax = "proto3";\nmessage A { string a = 1 []; }',
    refused: /Expected identifier\./,
  },
  'defaults of all kinds': {
    text: 'syntax = "proto2";\nmessage A { optional float a = 1 [default = -inf]; optional string b = 2 [default = "a" \'b\']; optional bytes c = 3 [default="\\xff"]; optional int32 d=4 [default = -0x1]; }',
  },
  'a number with the f of C': {
    text: 'syntax = "proto2";\nmessage A { optional float a = 1 [default = 1.5f]; }',
    refused: /Need space between number and identif/,
  },
  'a number without its exponent': {
    text: 'syntax = "proto2";\nmessage A { optional float a = 1 [default = 1e]; }',
    refused: /"e" must be followed by exponent\./,
  },
  visibility: {
    text: 'edition = "2024";\nexport message A {} local enum B { X = 0; } message C { local message D {} export enum E { Y = 0; } }',
  },
  'visibility in proto3': {
    text: 'syntax = "proto3";\nexport message A {}',
    refused: /Expected top-level statement \(e\.g\. "me/,
  },
  'visibility of a service': {
    text: 'edition = "2024";\nlocal service S {}',
    refused: /'local' and 'export' visibility modifi/,
  },
  'visibility in edition 2023': {
    text: 'edition = "2023";\nlocal message A {}',
    refused: /Expected top-level statement \(e\.g\. "me/,
  },
  'a field outside': {
    text: 'syntax = "proto3";\nstring a = 1;',
    refused: /Expected top-level statement \(e\.g\. "me/,
  },
  'a method outside': {
    text: 'syntax = "proto3";\nrpc X(A) returns (A);',
    refused: /Expected top-level statement \(e\.g\. "me/,
  },
  'a comment of another language': {
    text: 'syntax = "proto3";\n# comment\n',
    refused: /Expected top-level statement \(e\.g\. "me/,
  },
  'a Go tag behind a field': {
    text: 'syntax = "proto3";\nmessage A { string a = 1; `json:"x"` }',
    refused: /Expected type name\./,
  },
  'a Go tag in a field': {
    text: 'syntax = "proto3";\nmessage A { string a = 1 `json:"x"`; }',
    refused: /Expected ";"\./,
  },
  'a message without a name': {
    text: 'syntax = "proto3";\nmessage { }',
    refused: /Expected message name\./,
  },
  'a message named by a number': {
    text: 'syntax = "proto3";\nmessage 1A { }',
    refused: /Need space between number and identif/,
  },
  'a message with a dash': {
    text: 'syntax = "proto3";\nmessage A-B { }',
    refused: /Expected "\{"\./,
  },
  'a message with a dot': {
    text: 'syntax = "proto3";\nmessage A.B {}',
    refused: /Expected "\{"\./,
  },
  'a field without a name': {
    text: 'syntax = "proto3";\nmessage A { string = 1; }',
    refused: /Expected field name\./,
  },
  'a field without a number': {
    text: 'syntax = "proto3";\nmessage A { string a; }',
    refused: /Missing field number\./,
  },
  'a field without a type': {
    text: 'syntax = "proto3";\nmessage A { a = 1; }',
    refused: /Expected field name\./,
  },
  'a field as in Go or TypeScript': {
    text: 'syntax = "proto3";\nmessage A { a: string = 1; }',
    refused: /Expected field name\./,
  },
  'a field that is an array': {
    text: 'syntax = "proto3";\nmessage A { string[] a = 1; }',
    refused: /Expected field name\./,
  },
  'a field that may be null': {
    text: 'syntax = "proto3";\nmessage A { string? a = 1; }',
    refused: /Expected field name\./,
  },
  'a comma behind a field': {
    text: 'syntax = "proto3";\nmessage A { string a = 1, }',
    refused: /Expected ";"\./,
  },
  'a word behind the last message': {
    text: 'syntax = "proto3";\nmessage A {} junk',
    refused: /Expected top-level statement \(e\.g\. "m/,
  },
  'a conflict of git': {
    text: 'syntax = "proto3";\n<<<<<<< HEAD\nmessage A {}\n=======\n>>>>>>> x\n',
    refused: /Expected top-level statement \(e\.g\. "me/,
  },
  'a template': {
    text: 'syntax = "proto3";\npackage {{ .Name }};',
    refused: /Expected identifier\./,
  },
  'an enum in a service': {
    text: 'syntax = "proto3";\nservice S { enum A { B=0; } }',
    refused: /Expected "rpc"\./,
  },
  'an import in a message': {
    text: 'syntax = "proto3";\nmessage A { import "x"; }',
    refused: /Expected field name\./,
  },
  'a package in a message': {
    text: 'syntax = "proto3";\nmessage A { package x; }',
    refused: /Missing field number\./,
  },
  'a number in quotes': {
    text: 'syntax = "proto3";\nmessage A { string a = "1"; }',
    refused: /Expected field number\./,
  },
  'an option without a semicolon': {
    text: 'syntax = "proto3";\nmessage A{} service S { rpc M(A) returns (A) { option (x) = 1 } }',
    refused: /Expected ";"\./,
  },
};
