// Command plain-server registers a service as everybody did with plugins=grpc: a type with the methods, and nothing embedded.
package main

import (
	"context"

	"example.com/plain-server/pb"
	"google.golang.org/grpc"
)

type greeter struct{}

func (*greeter) Greet(_ context.Context, in *pb.HelloRequest) (*pb.HelloReply, error) {
	return &pb.HelloReply{Text: "hello " + in.GetName()}, nil
}

func (*greeter) GreetMany(*pb.HelloRequest, pb.Greeter_GreetManyServer) error { return nil }

func (*greeter) GreetAll(pb.Greeter_GreetAllServer) error { return nil }

func (*greeter) Chat(pb.Greeter_ChatServer) error { return nil }

func main() {
	server := grpc.NewServer()
	pb.RegisterGreeterServer(server, &greeter{})
}
