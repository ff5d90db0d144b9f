// Command optional-panic reads an optional field in every way that people do. Its argument says in which.
package main

import (
	"fmt"
	"os"

	"example.com/optional-panic/pb"
	"google.golang.org/protobuf/proto"
)

// guarded asks the field before it reads it, as a getter would that does not ask the message.
func guarded(user *pb.User) string {
	if user.Nickname != nil {
		return *user.Nickname
	}
	return ""
}

// unguarded reads the field whether it is set or not.
func unguarded(user *pb.User) string {
	return *user.Nickname
}

func main() {
	var none *pb.User
	unset, set := &pb.User{Id: 1}, &pb.User{Id: 2, Nickname: proto.String("Ann")}
	switch os.Args[1] {
	case "getters":
		fmt.Printf("%q %q %q\n", none.GetNickname(), unset.GetNickname(), set.GetNickname())
	case "marshal":
		wire, err := proto.Marshal(set)
		read := &pb.User{}
		if err == nil {
			err = proto.Unmarshal(wire, read)
		}
		fmt.Printf("%q %v\n", read.GetNickname(), err)
	case "guarded-unset":
		fmt.Printf("%q\n", guarded(unset))
	case "guarded-nil":
		fmt.Printf("%q\n", guarded(none))
	case "unguarded-unset":
		fmt.Printf("%q\n", unguarded(unset))
	}
}
