// Command rpc-faults is a client of grpc-go and its server, set up in a way that has consequences, and tells what both say.
//
//	rpc-faults NAME          starts the server of that name as a process of its own, calls it, and prints one line of JSON
//	rpc-faults serve NAME    is that server: prints its address, and stays until its input ends
//
// The same source is compiled for releases of grpc-go that are years apart.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"strings"
	"time"

	"google.golang.org/grpc"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

// A situation is a server, a client, and what the client does.
type situation struct {
	server []grpc.ServerOption
	// Handler answers Say; nil: with its request.
	handler func(*healthpb.HealthCheckRequest) any
	// Serve takes the place of a gRPC server.
	serve func(net.Listener)
	// Stop is what the server does a second after it began.
	stop   func(*grpc.Server)
	client []grpc.DialOption
	// ClientGzip and serverGzip say who has the compressor registered.
	clientGzip, serverGzip bool
	act                    func(peer) string
}

// A peer is the server as its client has it.
type peer struct {
	conn    *grpc.ClientConn
	address string
	process *os.Process
}

const (
	say  = "/lab.Echo/Say"
	stay = "/lab.Echo/Stay"
)

func main() {
	if len(os.Args) == 3 && os.Args[1] == "serve" {
		serve(find(os.Args[2]))
		return
	}
	measure(os.Args[len(os.Args)-1])
}

func find(name string) situation {
	for _, group := range []map[string]situation{compressors, sizes, types, goaways, pings} {
		if one, ok := group[name]; ok {
			return one
		}
	}
	fail(fmt.Errorf("no situation %q", name))
	return situation{}
}

func measure(name string) {
	one := find(name)
	if one.clientGzip {
		registerGzip()
	}
	server := exec.Command(os.Args[0], "serve", name)
	var log bytes.Buffer
	server.Stderr = &log
	input, err := server.StdinPipe()
	if err != nil {
		fail(err)
	}
	output, err := server.StdoutPipe()
	if err != nil {
		fail(err)
	}
	if err := server.Start(); err != nil {
		fail(err)
	}
	line, err := bufio.NewReader(output).ReadString('\n')
	if err != nil {
		fail(err)
	}
	address := strings.TrimSpace(line)
	// Dial and WithInsecure are what all of these releases have.
	conn, err := grpc.Dial(address, append([]grpc.DialOption{grpc.WithInsecure()}, one.client...)...)
	if err != nil {
		fail(err)
	}
	says := one.act(peer{conn, address, server.Process})
	_ = conn.Close()
	_ = input.Close()
	_ = server.Wait()
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	_ = out.Encode(map[string]string{"says": says, "server": log.String()})
}

func serve(one situation) {
	if one.serverGzip {
		registerGzip()
	}
	listener, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		fail(err)
	}
	fmt.Println(listener.Addr())
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	if one.serve != nil {
		one.serve(listener)
		return
	}
	server := grpc.NewServer(one.server...)
	server.RegisterService(echo(one.handler), struct{}{})
	if one.stop != nil {
		time.AfterFunc(time.Second, func() { one.stop(server) })
	}
	_ = server.Serve(listener)
	select {}
}

// echo is made by hand, as generated code would describe it.
func echo(answer func(*healthpb.HealthCheckRequest) any) *grpc.ServiceDesc {
	one := func(_ any, _ context.Context, decode func(any) error, _ grpc.UnaryServerInterceptor) (any, error) {
		request := new(healthpb.HealthCheckRequest)
		if err := decode(request); err != nil {
			return nil, err
		}
		if answer != nil {
			return answer(request), nil
		}
		return request, nil
	}
	// It answers once, and then keeps the stream.
	long := func(_ any, stream grpc.ServerStream) error {
		if err := stream.SendMsg(&healthpb.HealthCheckRequest{Service: "first"}); err != nil {
			return err
		}
		<-stream.Context().Done()
		return stream.Context().Err()
	}
	// What a proxy does: it takes the message of any method into a type of its own.
	pass := func(_ any, stream grpc.ServerStream) error { return stream.RecvMsg(new(frame)) }
	return &grpc.ServiceDesc{
		ServiceName: "lab.Echo",
		// Old releases ask for it.
		HandlerType: (*any)(nil),
		Methods:     []grpc.MethodDesc{{MethodName: "Say", Handler: one}},
		Streams: []grpc.StreamDesc{
			{StreamName: "Stay", Handler: long, ServerStreams: true},
			{StreamName: "Pass", Handler: pass, ServerStreams: true},
		},
	}
}

// callWith makes one call that carries so many bytes.
func callWith(bytes int, options ...grpc.CallOption) func(peer) string {
	return func(to peer) string {
		request := &healthpb.HealthCheckRequest{Service: strings.Repeat("x", bytes)}
		return invoke(to, request, new(healthpb.HealthCheckRequest), options...)
	}
}

func invoke(to peer, request, response any, options ...grpc.CallOption) string {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return told(to.conn.Invoke(ctx, say, request, response, options...))
}

// watch keeps a stream for at most so long.
func watch(limit time.Duration, method string) func(peer) string {
	return func(to peer) string {
		stream, err := to.conn.NewStream(context.Background(), &grpc.StreamDesc{ServerStreams: true}, method)
		if err != nil {
			return told(err)
		}
		if err := stream.SendMsg(new(healthpb.HealthCheckRequest)); err != nil && err != io.EOF {
			return told(err)
		}
		_ = stream.CloseSend()
		ended := make(chan error, 1)
		go func() {
			var err error
			for err == nil {
				err = stream.RecvMsg(new(healthpb.HealthCheckRequest))
			}
			ended <- err
		}()
		select {
		case err := <-ended:
			return told(err)
		case <-time.After(limit):
			return "still there"
		}
	}
}

func told(err error) string {
	if err == nil {
		return "answered"
	}
	return err.Error()
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
