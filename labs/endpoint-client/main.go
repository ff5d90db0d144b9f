// Command endpoint-client calls endpoints as a Go program does, and tells what grpc-go says of each.
//
// It reads a JSON list of calls from its input and prints one JSON line for each, in that order. The same source is compiled for
// releases of grpc-go and of Go that are years apart.
package main

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"fmt"
	"os"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/status"
)

// A call says what is dialled, how, and what is asked there.
type call struct {
	ID     string `json:"id"`
	Target string `json:"target"`
	// As is `plaintext`, `tls`, `mtls`, or `none`: no credentials at all.
	As         string   `json:"as"`
	CA         []string `json:"ca"`
	Cert       string   `json:"cert"`
	Key        string   `json:"key"`
	ServerName string   `json:"serverName"`
	// Max is the highest TLS version that is offered: `1.2`.
	Max string `json:"max"`
	// Method is called with the request of a health check.
	Method  string `json:"method"`
	Service string `json:"service"`
	// DeadlineMs is how long one call may take.
	DeadlineMs int `json:"deadlineMs"`
	// Dial is empty, `block` (WithBlock) or `block-with-reason` (WithReturnConnectionError).
	Dial string `json:"dial"`
	// Repeat is how often all of it is done, each time with a connection of its own.
	Repeat int `json:"repeat"`
}

// An outcome is what one call came to.
type outcome struct {
	// Code is the name of the gRPC status; empty where there was no call.
	Code    string `json:"code"`
	Message string `json:"message"`
	// Type is the Go type of the error.
	Type string `json:"type"`
	// As names the types of crypto/x509 and crypto/tls that errors.As finds in it.
	As []string `json:"as"`
}

type answer struct {
	ID       string    `json:"id"`
	Outcomes []outcome `json:"outcomes"`
	// Direct is what crypto/tls alone says with the same configuration.
	Direct *outcome `json:"direct,omitempty"`
	Ms     int64    `json:"ms"`
}

// At most so many calls at a time: more of them only wait for each other.
const atOnce = 16

func main() {
	var calls []call
	if err := json.NewDecoder(os.Stdin).Decode(&calls); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	answers := make([]answer, len(calls))
	slots := make(chan struct{}, atOnce)
	var wait sync.WaitGroup
	for i := range calls {
		wait.Add(1)
		go func(i int) {
			defer wait.Done()
			slots <- struct{}{}
			answers[i] = perform(calls[i])
			<-slots
		}(i)
	}
	wait.Wait()
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for _, one := range answers {
		if err := out.Encode(one); err != nil {
			os.Exit(1)
		}
	}
}

func perform(c call) answer {
	started := time.Now()
	found := answer{ID: c.ID, Outcomes: []outcome{}}
	for i := 0; i < c.Repeat || i == 0; i++ {
		found.Outcomes = append(found.Outcomes, attempt(c))
	}
	found.Ms = time.Since(started).Milliseconds()
	found.Direct = direct(c)
	return found
}

// attempt makes one connection and one call. A failure before the call has no code.
func attempt(c call) outcome {
	options, err := dialOptions(c)
	if err != nil {
		return failure(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Duration(c.DeadlineMs)*time.Millisecond)
	defer cancel()
	conn, err := open(ctx, c, options)
	if err != nil {
		return failure(err)
	}
	defer conn.Close()
	request := &healthpb.HealthCheckRequest{Service: c.Service}
	response := new(healthpb.HealthCheckResponse)
	err = conn.Invoke(ctx, c.Method, request, response)
	state, _ := status.FromError(err)
	if err == nil {
		return outcome{Code: state.Code().String(), Message: "", As: []string{}}
	}
	result := failure(err)
	result.Code = state.Code().String()
	result.Message = state.Message()
	return result
}

func open(ctx context.Context, c call, options []grpc.DialOption) (*grpc.ClientConn, error) {
	switch c.Dial {
	case "block":
		return grpc.DialContext(ctx, c.Target, append(options, grpc.WithBlock())...)
	case "block-with-reason":
		return grpc.DialContext(ctx, c.Target, append(options, grpc.WithReturnConnectionError())...)
	}
	return newClient(c.Target, options...)
}

func dialOptions(c call) ([]grpc.DialOption, error) {
	switch c.As {
	case "none":
		return nil, nil
	case "plaintext":
		return []grpc.DialOption{grpc.WithTransportCredentials(insecure.NewCredentials())}, nil
	}
	config, err := tlsConfig(c)
	if err != nil {
		return nil, err
	}
	return []grpc.DialOption{grpc.WithTransportCredentials(credentials.NewTLS(config))}, nil
}

func tlsConfig(c call) (*tls.Config, error) {
	config := &tls.Config{ServerName: c.ServerName}
	if len(c.CA) > 0 {
		pool, err := poolOf(c.CA)
		if err != nil {
			return nil, err
		}
		config.RootCAs = pool
	}
	if c.As == "mtls" && c.Cert != "" {
		pair, err := tls.LoadX509KeyPair(c.Cert, c.Key)
		if err != nil {
			return nil, err
		}
		config.Certificates = []tls.Certificate{pair}
	}
	if c.Max == "1.2" {
		config.MaxVersion = tls.VersionTLS12
	}
	return config, nil
}
