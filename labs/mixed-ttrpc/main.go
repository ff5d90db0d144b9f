// Command mixed-ttrpc calls a service of its own by github.com/containerd/ttrpc over a socket.
package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"path/filepath"

	"example.com/mixed-ttrpc/pb"
	"github.com/containerd/ttrpc"
)

type board struct{}

func (board) Pin(_ context.Context, note *pb.Note) (*pb.Note, error) {
	return note, nil
}

func main() {
	folder, err := os.MkdirTemp("", "board")
	check(err)
	listener, err := net.Listen("unix", filepath.Join(folder, "s"))
	check(err)
	server, err := ttrpc.NewServer()
	check(err)
	pb.RegisterBoardService(server, board{})
	go server.Serve(context.Background(), listener)
	connection, err := net.Dial("unix", filepath.Join(folder, "s"))
	check(err)
	note, err := pb.NewBoardClient(ttrpc.NewClient(connection)).Pin(context.Background(), &pb.Note{Text: "ready"})
	check(err)
	fmt.Println(note.GetText())
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}
