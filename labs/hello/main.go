// Command hello registers a gRPC service and prints what it registered.
package main

import (
	"context"
	"fmt"

	"example.com/hello/pb"
	"google.golang.org/grpc"
)

type greeter struct {
	pb.UnimplementedGreeterServer
}

func (*greeter) Greet(_ context.Context, in *pb.HelloRequest) (*pb.HelloReply, error) {
	return &pb.HelloReply{Text: "hello " + in.GetName()}, nil
}

func main() {
	server := grpc.NewServer()
	pb.RegisterGreeterServer(server, &greeter{})
	for name := range server.GetServiceInfo() {
		fmt.Println("grpc", grpc.Version, "serves", name)
	}
}
