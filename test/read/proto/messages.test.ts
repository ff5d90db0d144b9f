import { describe, expect, it } from 'vitest';
import { goTagOf } from '../../../src/read/proto/go-tags.ts';
import { httpMethods } from '../../../src/read/proto/http-methods.ts';
import { lowerCamel, MessageIndex } from '../../../src/read/proto/messages.ts';
import { readProto, readProtoDetails } from '../../../src/read/proto/read-proto.ts';

/** The index of files that are given by their paths. */
function index(files: Readonly<Record<string, string>>): MessageIndex {
  return new MessageIndex(new Map(Object.entries(files).map(([path, text]) => [path, readProtoDetails(text)])));
}

const shop = `syntax = "proto3";
package shop.v1;
import "common/money.proto";
message Order {
  int64 order_id = 1;
  Kind kind = 2;
  repeated Line lines = 3;
  map<string, common.Money> prices = 4;
  google.protobuf.Timestamp made_at = 5;
  google.protobuf.NullValue nothing = 6;
  elsewhere.Thing thing = 7;
  Order parent = 8 [json_name = "above"];
  message Line { Kind kind = 1; enum Kind { LINE = 0; } }
}
enum Kind { KIND_UNSPECIFIED = 0; }
message Unused { string unused_text = 1; }
`;
const money = `syntax = "proto3";
package common;
message Money { string currency_code = 1; optional .common.Kind kind = 2; }
enum Kind { NONE = 0; }
`;

describe('the fields that a message leads to', () => {
  const files = index({ 'shop/v1/shop.proto': shop, 'common/money.proto': money });
  const reached = files.reach([{ type: 'Order', file: 'shop/v1/shop.proto' }]);
  const told = reached.map(({ message, name, value }) => `${message}.${name} ${value}`).sort();

  it('are those of the messages in it, each once, over files', () => {
    expect(told).toEqual([
      'common.Money.currency_code scalar',
      'common.Money.kind enum',
      'shop.v1.Order.Line.kind enum',
      'shop.v1.Order.kind enum',
      'shop.v1.Order.lines message',
      'shop.v1.Order.made_at message',
      'shop.v1.Order.nothing unknown',
      'shop.v1.Order.order_id scalar',
      'shop.v1.Order.parent message',
      'shop.v1.Order.prices message',
      'shop.v1.Order.thing unknown',
    ]);
  });

  it('have the names of JSON', () => {
    const names = new Map(reached.map(({ name, jsonName }) => [name, jsonName]));
    expect([names.get('order_id'), names.get('parent'), names.get('lines')]).toEqual(['orderId', 'above', 'lines']);
  });

  it('are found from the inner scope outwards, or by a full name alone', () => {
    expect(files.reach([{ type: '.common.Money', file: 'shop/v1/shop.proto' }])).toHaveLength(2);
    expect(files.reach([{ type: 'v1.Unused', file: 'shop/v1/shop.proto' }])).toHaveLength(1);
    expect(files.reach([{ type: '.Order', file: 'shop/v1/shop.proto' }])).toEqual([]);
    expect(files.reach([{ type: 'Money', file: 'shop/v1/shop.proto' }])).toEqual([]);
  });
});

it('writes names as protoc does', () => {
  // The json_name of protoc 30.2.
  const names = {
    nick_name: 'nickName',
    a__b: 'aB',
    _x: 'X',
    trailing_: 'trailing',
    int64_value: 'int64Value',
    x_1: 'x1',
  };
  expect(Object.fromEntries(Object.keys(names).map((name) => [name, lowerCamel(name)]))).toEqual(names);
});

describe('the methods with an HTTP rule', () => {
  const text = `syntax = "proto3";
service A {
  rpc One(In) returns (Out) { option (google.api.http) = {get: "/one"}; }
  rpc Two(In) returns (Out);
  rpc Three(stream In) returns (stream Out) {
    option deprecated = true;
    option (google.api.http).post = "/three";
  }
  rpc Four(In) returns (Out) {
    // option (google.api.http) = {get: "/four"};
  }
}
service B {
  rpc Five(.x.In) returns (x.Out) { option ( google.api.http ) = { get: "/five" }; }
}
`;
  it('are told from those beside them', () => {
    const methods = httpMethods(text, readProto(text));
    expect(methods).toEqual([
      { input: 'In', output: 'Out' },
      { input: 'In', output: 'Out' },
      { input: '.x.In', output: 'x.Out' },
    ]);
  });

  it('are none without the option', () => {
    const plain = 'syntax = "proto3"; service A { rpc One(In) returns (Out); }';
    expect(httpMethods(plain, readProto(plain))).toEqual([]);
  });
});

describe('a tag in a comment', () => {
  const tagAt = (text: string, line: number) => goTagOf(text.split('\n'), { line, column: 1 })?.json;

  it('stands behind the field, or in the comment directly above', () => {
    expect(tagAt('string a = 1; // @gotags: json:"b,omitempty" xml:"c"', 1)).toBe('b,omitempty');
    expect(tagAt('// One.\n// @inject_tag: valid:"ip" json:"b"\n// Two.\nstring a = 1;', 4)).toBe('b');
  });

  it('is none of another field, of another package, or in a sentence', () => {
    expect(tagAt('// @gotags: json:"b"\n\nstring a = 1;', 3)).toBeUndefined();
    expect(tagAt('string b = 1; // @gotags: json:"b"\nstring a = 2;', 2)).toBeUndefined();
    expect(tagAt('string a = 1; // @gotags: bson:"b"', 1)).toBeUndefined();
    expect(tagAt('string a = 1; // never write json:"b"', 1)).toBeUndefined();
    expect(tagAt('', 1)).toBeUndefined();
  });
});
