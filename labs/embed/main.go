// Command embed registers a server that leaves one method to the generated type inside of it, and calls that method.
package main

import (
	"context"
	"fmt"
	"net"
	"os"

	"example.com/embed/pb"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

type server struct {
	pb.UnimplementedGreeterServer
}

func (s *server) Greet(ctx context.Context, in *pb.Name) (*pb.Name, error) {
	return in, nil
}

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	s := grpc.NewServer()
	pb.RegisterGreeterServer(s, &server{})
	fmt.Println("registered")
	go s.Serve(listener)
	defer s.Stop()
	conn, err := grpc.NewClient(listener.Addr().String(), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	_, err = pb.NewGreeterClient(conn).Part(context.Background(), &pb.Name{})
	fmt.Println("answer:", err)
}
