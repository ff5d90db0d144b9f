import { describe, expect, it } from 'vitest';
import { readProto, readProtoDetails } from '../../../src/read/proto/read-proto.ts';

const file = `// Copyright
syntax = "proto3";

package shop.v1;

import "google/protobuf/empty.proto";
import public 'shop/v1/item.proto';
import weak "a" "/b.proto";

option go_package = "example.com/shop/v1;" /* joined */ 'shopv1';
option optimize_for = SPEED;
option (x.y).z = { a: "}" b { c: 1 } };
option features.(pb.go).api_level = API_OPAQUE;

message Order {
  message Line { string optional = 1; optional int32 option = 2; }
  enum Kind { KIND_UNSPECIFIED = 0; import = 1 [deprecated = true]; }
  oneof choice { string message = 1; Line line = 2; }
  map<string, .shop.v1.Item> items = 3 [json_name = "theItems", (v.rules) = { lt: 3 }];
  optional Kind kind = 0x10;
  reserved 5 to 6, 100 to max;
  reserved "old", "older";
}

service Shop {
  option deprecated = true;
  rpc Buy(Order) returns (stream .google.protobuf.Empty) { option (google.api.http) = { post: "/v1" body: "*" }; }
  rpc Watch(stream Order) returns (stream Order);
}
`;

describe('readProto', () => {
  it('reads what a file says of itself', () => {
    const source = readProto(file);
    expect(source).toMatchObject({
      syntax: 'proto3',
      syntaxPlace: { line: 2, column: 1 },
      package: { name: 'shop.v1', line: 4, column: 9 },
      imports: [
        { path: 'google/protobuf/empty.proto', kind: 'plain', line: 6, column: 1 },
        { path: 'shop/v1/item.proto', kind: 'public', line: 7, column: 1 },
        { path: 'a/b.proto', kind: 'weak', line: 8, column: 1 },
      ],
      options: [
        { name: 'go_package', value: 'example.com/shop/v1;shopv1', quoted: true, line: 10, column: 8 },
        { name: 'optimize_for', value: 'SPEED', quoted: false },
        { name: '(x.y).z', value: '{ a: "}" b { c: 1 } }', quoted: false },
        { name: 'features.(pb.go).api_level', value: 'API_OPAQUE', quoted: false },
      ],
      faults: [],
    });
    expect(source.symbols.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'message Order',
      'message Order.Line',
      'enum Order.Kind',
      'enum-value Order.KIND_UNSPECIFIED',
      'enum-value Order.import',
      'service Shop',
    ]);
    expect(source.services[0]?.methods).toMatchObject([
      { name: 'Buy', input: 'Order', output: '.google.protobuf.Empty', clientStreams: false, serverStreams: true },
      { name: 'Watch', clientStreams: true, serverStreams: true },
    ]);
    expect(source.optionals).toEqual([
      { name: 'option', line: 16, column: 39 },
      { name: 'kind', line: 20, column: 3 },
    ]);
  });

  it('reads the insides of messages and enums when asked', () => {
    const { messages, enums } = readProtoDetails(file);
    expect(
      messages.map(({ name, fields }) => [name, fields.map((field) => `${field.type} ${field.name}=${field.number}`)]),
    ).toEqual([
      ['Order', ['string message=1', 'Line line=2', '.shop.v1.Item items=3', 'Kind kind=16']],
      ['Order.Line', ['string optional=1', 'int32 option=2']],
    ]);
    expect(messages[0]?.fields[0]).toMatchObject({ oneof: 'choice' });
    expect(messages[0]?.fields[2]).toMatchObject({
      keyType: 'string',
      options: [
        { name: 'json_name', value: 'theItems' },
        { name: '(v.rules)', value: '{ lt: 3 }' },
      ],
    });
    expect(enums).toMatchObject([
      { name: 'Order.Kind', values: [{ number: 0 }, { number: 1, options: [{ value: 'true' }] }] },
    ]);
  });
});
