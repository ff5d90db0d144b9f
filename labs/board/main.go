// Command board writes a note with every field set (`board write`), or reads one that another build of it wrote (`board read HEX`).
// It asks the message what it has, so it builds with the code of every variant of its .proto file.
package main

import (
	"encoding/hex"
	"fmt"
	"os"

	"example.com/board/pb"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

var _ grpc.ServiceRegistrar = (*grpc.Server)(nil)

func main() {
	note := &pb.Note{}
	if len(os.Args) == 3 {
		written, err := hex.DecodeString(os.Args[2])
		if err == nil {
			err = proto.Unmarshal(written, note)
		}
		if err != nil {
			fmt.Println("error:", err)
			return
		}
		fmt.Println(protojson.MarshalOptions{}.Format(note), "unknown bytes:", len(note.ProtoReflect().GetUnknown()))
		return
	}
	fields := note.ProtoReflect().Descriptor().Fields()
	for i := range fields.Len() {
		field := fields.Get(i)
		switch field.Kind() {
		case protoreflect.StringKind:
			note.ProtoReflect().Set(field, protoreflect.ValueOfString("the "+string(field.Name())))
		case protoreflect.Int64Kind:
			note.ProtoReflect().Set(field, protoreflect.ValueOfInt64(42))
		}
	}
	written, err := proto.MarshalOptions{Deterministic: true}.Marshal(note)
	if err != nil {
		panic(err)
	}
	fmt.Println(hex.EncodeToString(written))
}
