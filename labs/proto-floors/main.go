// Command proto-floors encodes and decodes one message, whatever its .proto file is made of.
package main

import (
	"fmt"
	"os"

	"example.com/proto-floors/pb"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

func main() {
	before, after := &pb.User{}, &pb.User{}
	field := before.ProtoReflect().Descriptor().Fields().ByName("name")
	before.ProtoReflect().Set(field, protoreflect.ValueOfString("Ann"))
	wire, err := proto.Marshal(before)
	if err == nil {
		err = proto.Unmarshal(wire, after)
	}
	if name := after.ProtoReflect().Get(field).String(); err != nil || name != "Ann" {
		fmt.Println(name, err)
		os.Exit(1)
	}
	fmt.Println("ok")
}
