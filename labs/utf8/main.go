// Command utf8 sends the bytes of a hash as a string, in both directions, and by a sender that does not look at them.
package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"net"
	"os"

	"example.com/utf8/pb"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

// notes answers with what it was given, or with the bytes of a hash where it was given nothing.
type notes struct {
	pb.UnimplementedNotesServer
}

func (n *notes) Keep(ctx context.Context, in *pb.Note) (*pb.Note, error) {
	if in.Digest != "" {
		return in, nil
	}
	sum := sha256.Sum256([]byte("a"))
	return &pb.Note{Digest: string(sum[:])}, nil
}

// raw passes bytes on as they are, as a sender does that does not check them.
type raw struct{}

func (raw) Name() string { return "proto" }

func (raw) Marshal(v any) ([]byte, error) { return *v.(*[]byte), nil }

func (raw) Unmarshal(data []byte, v any) error {
	*v.(*[]byte) = append([]byte(nil), data...)
	return nil
}

func main() {
	sum := sha256.Sum256([]byte("a"))
	wire := append([]byte{0x0a, byte(len(sum))}, sum[:]...)
	conn, stop := serve(func(s *grpc.Server) { pb.RegisterNotesServer(s, &notes{}) })
	defer stop()
	lax, stopLax := serve(func(s *grpc.Server) {
		s.RegisterService(&grpc.ServiceDesc{
			ServiceName: "utf8.v1.Notes",
			HandlerType: (*any)(nil),
			Methods: []grpc.MethodDesc{{
				MethodName: "Keep",
				Handler: func(_ any, _ context.Context, decode func(any) error, _ grpc.UnaryServerInterceptor) (any, error) {
					var in []byte
					return &wire, decode(&in)
				},
			}},
		}, nil)
	}, grpc.ForceServerCodec(raw{}))
	defer stopLax()
	ctx := context.Background()
	var answer []byte
	_, sending := pb.NewNotesClient(conn).Keep(ctx, &pb.Note{Digest: string(sum[:])})
	_, answering := pb.NewNotesClient(conn).Keep(ctx, &pb.Note{})
	taking := conn.Invoke(ctx, "/utf8.v1.Notes/Keep", &wire, &answer, grpc.ForceCodec(raw{}))
	_, receiving := pb.NewNotesClient(lax).Keep(ctx, &pb.Note{})
	fmt.Println("the client writes it:", sending)
	fmt.Println("the server writes it:", answering)
	fmt.Println("the server reads it:", taking)
	fmt.Println("the client reads it:", receiving)
	if sending != nil || answering != nil || taking != nil || receiving != nil {
		os.Exit(1)
	}
}

func serve(register func(*grpc.Server), options ...grpc.ServerOption) (*grpc.ClientConn, func()) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	server := grpc.NewServer(options...)
	register(server)
	go server.Serve(listener)
	conn, err := grpc.Dial(listener.Addr().String(), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		panic(err)
	}
	return conn, func() {
		conn.Close()
		server.Stop()
	}
}
