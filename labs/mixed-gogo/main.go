// Command mixed-gogo writes a message and reads it back by the functions of github.com/gogo/protobuf/proto.
package main

import (
	"fmt"
	"os"

	"example.com/mixed-gogo/pb"
	"github.com/gogo/protobuf/proto"
)

func main() {
	defer func() {
		if reason := recover(); reason != nil {
			fmt.Fprintln(os.Stderr, "panic:", reason)
			os.Exit(1)
		}
	}()
	note := &pb.Note{Text: "ready"}
	written, err := proto.Marshal(note)
	if err == nil {
		again := &pb.Note{}
		err = proto.Unmarshal(written, again)
	}
	fmt.Println("error:", err)
}
