/** Files with a bit of everything; protoc accepts each of them. */
export const richProto3 = `// Copyright
syntax = "proto3";

package shop.v1;

import "google/protobuf/empty.proto";
import public 'google/protobuf/any.proto';
import "google/protobuf/" "descriptor.proto";

option go_package = "example.com/shop/v1;" /* joined */ 'shopv1';
option optimize_for = SPEED;
option (shop.v1.about) = { text: "}" b { text: 'x' } more: [{ text: "y" }, { text: "z" }] /* c */ };
option (about).b.text = "a" "b";

extend google.protobuf.FileOptions {
  About about = 50000;
}

message About {
  string text = 1;
  About b = 2 [json_name = "other", deprecated = true];
  repeated About more = 3;
}

message Order {
  message Line { string optional = 1; optional int32 option = 2; .shop.v1.Order.Kind message = 3; }
  enum Kind { option allow_alias = true; KIND_UNSPECIFIED = 0; import = 0x1 [deprecated = true]; OTHER = -1; reserved 5 to max; }
  oneof choice { string reserved = 1; Line line = 2; }
  map<string, .shop.v1.About> items = 3 [json_name = "theItems"];
  optional Kind kind = 017;
  repeated google.protobuf.Any import = 0x10 ;;
  reserved 5 to 6, 100 to max;
  reserved "old", 'older' "est";
}

service Shop {
  option deprecated = true;
  rpc Buy(Order) returns (stream .google.protobuf.Empty) { option deprecated = true; ; }
  rpc Watch ( stream Order ) returns ( stream shop . v1 . Order );
};
`;

export const richProto2 = `syntax = "proto2";
package old;

message A {
  required int32 a = 1 [default = -0x1];
  optional float b = 2 [default = -inf];
  repeated string c = 3;
  optional group Inner = 4 { optional bytes d = 1 [default = "\\xff\\377\\"\\n"]; }
  oneof o { string e = 5; group Other = 6 {} }
  extensions 100 to 199, 500, 1000 to max;
  extensions 200 to 299 [verification = UNVERIFIED];
  extend A { repeated A nested = 101; }
}

extend A {
  optional string ext = 100;
  optional group Ext = 102 { optional double f = 1 [default = 1.5e3]; }
}

enum Color { RED = 1; }
`;

export const richEditions = `edition = "2024";
package new.one;

import option "google/protobuf/descriptor.proto";

option features.field_presence = IMPLICIT;

export message A {
  string a = 1 [features.field_presence = EXPLICIT];
  local message B { reserved one, two; }
  local enum C { D = 0; }
  B b = 2;
}
`;
