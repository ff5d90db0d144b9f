// Command health-check asks a gRPC health server on loopback that answers after given times, measures how long each answer
// took, and prints the measurements as one JSON object.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net"
	"os"
	"strings"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/metadata"
)

// Calls that take longer than this are taken for unhealthy.
const limit = 3 * time.Second

// The server waits for as long as the request tells it in its metadata.
const waitKey = "wait"

// Measurement is one call: by the monotonic clock since the start of the program.
type Measurement struct {
	WaitNs  int64 `json:"waitNs"`
	StartNs int64 `json:"startNs"`
	EndNs   int64 `json:"endNs"`
	// Passed is what the check said.
	Passed bool `json:"passed"`
	// InTime is what a deadline on the context said of another call.
	InTime bool `json:"inTime"`
}

var began = time.Now()

func main() {
	waits := flag.String("waits", "0s,1s,2.9s,2.98s,3s,3.1s", "after which times the server answers")
	tries := flag.Int("tries", 3, "calls for each")
	flag.Parse()
	measured, err := run(strings.Split(*waits, ","), *tries)
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(measured)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(waits []string, tries int) ([]Measurement, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	server := grpc.NewServer(grpc.UnaryInterceptor(waitFirst))
	healthpb.RegisterHealthServer(server, health.NewServer())
	go server.Serve(listener)
	defer server.Stop()
	connection, err := grpc.NewClient(listener.Addr().String(), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return nil, err
	}
	defer connection.Close()
	client := healthpb.NewHealthClient(connection)
	// The connection is made before anything is measured.
	if _, err := client.Check(context.Background(), &healthpb.HealthCheckRequest{}); err != nil {
		return nil, err
	}
	return measureAll(client, waits, tries)
}

// measureAll makes the calls of a round at the same time, and the rounds one after the other.
func measureAll(client healthpb.HealthClient, waits []string, tries int) ([]Measurement, error) {
	measured := make([]Measurement, 0, len(waits)*tries)
	for try := 0; try < tries; try++ {
		round := make([]Measurement, len(waits))
		var calls sync.WaitGroup
		for i, text := range waits {
			wait, err := time.ParseDuration(text)
			if err != nil {
				return nil, err
			}
			calls.Add(2)
			round[i].WaitNs = wait.Nanoseconds()
			one := &round[i]
			ctx := metadata.AppendToOutgoingContext(context.Background(), waitKey, text)
			go func() {
				defer calls.Done()
				start, end, err := check(ctx, client)
				one.StartNs, one.EndNs = start.Sub(began).Nanoseconds(), end.Sub(began).Nanoseconds()
				one.Passed = err == nil
			}()
			go func() {
				defer calls.Done()
				one.InTime = checkInTime(ctx, client) == nil
			}()
		}
		calls.Wait()
		measured = append(measured, round...)
	}
	return measured, nil
}

// check measures the time of a call, and looks at the error first.
func check(ctx context.Context, client healthpb.HealthClient) (start, end time.Time, err error) {
	start = time.Now()
	_, err = client.Check(ctx, &healthpb.HealthCheckRequest{})
	end = time.Now()
	if err == nil && end.Sub(start) > limit {
		err = fmt.Errorf("the health check took %v", end.Sub(start))
	}
	return start, end, err
}

// checkInTime leaves the time to gRPC.
func checkInTime(ctx context.Context, client healthpb.HealthClient) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	_, err := client.Check(ctx, &healthpb.HealthCheckRequest{})
	return err
}

func waitFirst(ctx context.Context, request any, _ *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	values := metadata.ValueFromIncomingContext(ctx, waitKey)
	if len(values) > 0 {
		wait, err := time.ParseDuration(values[0])
		if err != nil {
			return nil, err
		}
		time.Sleep(wait)
	}
	return handler(ctx, request)
}
