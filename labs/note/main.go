// Command note encodes a message: Protocol Buffers without gRPC.
package main

import (
	"fmt"

	"example.com/note/pb"
	"google.golang.org/protobuf/proto"
)

func main() {
	wire, err := proto.Marshal(&pb.Note{Text: "hello"})
	fmt.Println(len(wire), err)
}
