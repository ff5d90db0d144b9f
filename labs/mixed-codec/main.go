// Command mixed-codec calls a service of its own by grpc-go, with a message that gogo made.
package main

import (
	"context"
	"fmt"
	"net"
	"os"

	"example.com/mixed-codec/pb"
	_ "github.com/golang/protobuf/proto"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

type shelves struct{}

func (shelves) Get(_ context.Context, shelf *pb.Shelf) (*pb.Shelf, error) {
	return shelf, nil
}

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	server := grpc.NewServer()
	pb.RegisterShelvesServer(server, shelves{})
	go server.Serve(listener)
	connection, err := grpc.NewClient(listener.Addr().String(), grpc.WithTransportCredentials(insecure.NewCredentials()))
	check(err)
	shelf, err := pb.NewShelvesClient(connection).Get(context.Background(), &pb.Shelf{Note: pb.Note{Text: "ready"}})
	check(err)
	fmt.Println(shelf.Note.Text)
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}
