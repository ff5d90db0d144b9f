// Command stamp encodes a message with a well-known type: what grpc-go itself needs of Protocol Buffers, without gRPC.
package main

import (
	"fmt"

	"example.com/stamp/pb"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/timestamppb"
)

func main() {
	wire, err := proto.Marshal(&pb.Stamp{Made: &timestamppb.Timestamp{Seconds: 1}})
	fmt.Println(len(wire), err)
}
