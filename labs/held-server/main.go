// Command held-server opens servers of grpc-go that end connections by a rule, or is a client that keeps one alive.
//
//	held-server            prints the address of each server as one line of JSON, and stays until its input ends
//	held-server ADDRESS    watches the health of a server with PINGs as often as grpc-go sends them, and prints how the stream ended
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/keepalive"
	"google.golang.org/grpc/status"
)

// limit is what each rule counts up to: short enough to be waited for.
const limit = 2 * time.Second

var rules = map[string][]grpc.ServerOption{
	"none": nil,
	"idle": {grpc.KeepaliveParams(keepalive.ServerParameters{MaxConnectionIdle: limit})},
	"age":  {grpc.KeepaliveParams(keepalive.ServerParameters{MaxConnectionAge: limit, MaxConnectionAgeGrace: time.Second})},
	// Who does not answer is cut off a second later.
	"pings": {grpc.KeepaliveParams(keepalive.ServerParameters{Time: time.Second, Timeout: time.Second})},
}

func main() {
	if len(os.Args) > 1 {
		watch(os.Args[1])
		return
	}
	addresses := map[string]string{}
	for name, options := range rules {
		listener, err := net.Listen("tcp4", "127.0.0.1:0")
		if err != nil {
			fail(err)
		}
		server := grpc.NewServer(options...)
		grpc_health_v1.RegisterHealthServer(server, health.NewServer())
		go func() { _ = server.Serve(listener) }()
		addresses[name] = listener.Addr().String()
	}
	if err := json.NewEncoder(os.Stdout).Encode(addresses); err != nil {
		fail(err)
	}
	_, _ = io.Copy(io.Discard, os.Stdin)
}

func watch(address string) {
	conn, err := grpc.NewClient(address,
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		// grpc-go makes ten seconds of it.
		grpc.WithKeepaliveParams(keepalive.ClientParameters{Time: time.Second, Timeout: 5 * time.Second}),
	)
	if err != nil {
		fail(err)
	}
	stream, err := grpc_health_v1.NewHealthClient(conn).Watch(context.Background(), &grpc_health_v1.HealthCheckRequest{})
	started := time.Now()
	for err == nil {
		_, err = stream.Recv()
	}
	said := status.Convert(err)
	_ = json.NewEncoder(os.Stdout).Encode(map[string]any{
		"seconds": time.Since(started).Seconds(),
		"says":    fmt.Sprintf("%s: %s", said.Code(), said.Message()),
	})
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
