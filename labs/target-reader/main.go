// Command target-reader tells how grpc-go reads targets: it reads JSON texts, one a line, and prints one JSON line for each of them
// and each way to dial.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"net"
	"os"
	"reflect"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
)

type answer struct {
	Target string
	By     string
	// Refused is the error of NewClient or Dial itself.
	Refused   string
	Scheme    string
	Host      string
	Path      string
	Opaque    string
	Authority string
	// Code and Message are what the first call ends with.
	Code    string
	Message string
}

func main() {
	// No name is looked up: what a target is must not depend on the machine.
	net.DefaultResolver = &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		return nil, errors.New("no name server here")
	}}
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for in.Scan() {
		var target string
		if err := json.Unmarshal(in.Bytes(), &target); err != nil {
			panic(err)
		}
		for _, one := range dialers {
			if err := out.Encode(read(target, one)); err != nil {
				panic(err)
			}
		}
	}
}

type dialer struct {
	name string
	dial func(string, ...grpc.DialOption) (*grpc.ClientConn, error)
}

func read(target string, by dialer) answer {
	told := answer{Target: target, By: by.name}
	conn, err := by.dial(target, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		told.Refused = err.Error()
		return told
	}
	defer conn.Close()
	fields := reflect.ValueOf(conn).Elem()
	url := fields.FieldByName("parsedTarget").FieldByName("URL")
	told.Scheme = url.FieldByName("Scheme").String()
	told.Host = url.FieldByName("Host").String()
	told.Path = url.FieldByName("Path").String()
	told.Opaque = url.FieldByName("Opaque").String()
	told.Authority = fields.FieldByName("authority").String()
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	state := status.Convert(conn.Invoke(ctx, "/nobody/Nothing", struct{}{}, struct{}{}))
	told.Code, told.Message = state.Code().String(), state.Message()
	return told
}
