// Command greeter registers a service that embeds no Unimplemented type, as all did before protoc-gen-go-grpc.
package main

import (
	"fmt"

	"example.com/greeter/pb"
	"google.golang.org/grpc"
)

// greeter has no method of its own: the embedded interface stands for them, with any generator.
type greeter struct {
	pb.GreeterServer
}

func main() {
	server := grpc.NewServer()
	pb.RegisterGreeterServer(server, &greeter{})
	fmt.Println("registered", server != nil)
}
