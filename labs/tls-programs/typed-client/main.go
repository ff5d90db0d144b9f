// Command typed-client asks the health service over TLS, and tells the reason of a handshake that failed: typed-client TARGET CA.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/health/grpc_health_v1"
)

func main() {
	creds, err := credentials.NewClientTLSFromFile(os.Args[2], "")
	if err != nil {
		log.Fatal(err)
	}
	watched := Watch(creds)
	conn, err := grpc.NewClient(os.Args[1], grpc.WithTransportCredentials(watched))
	if err != nil {
		log.Fatal(err)
	}
	defer conn.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	answer, err := grpc_health_v1.NewHealthClient(conn).Check(ctx, &grpc_health_v1.HealthCheckRequest{})
	if err == nil {
		fmt.Println(answer.Status)
		return
	}
	// The error of the call is a status: its text is all that is left of the certificate.
	fmt.Printf("the call: %T, reason %s\n", err, ReasonOf(err))
	if handshake := watched.Last(); handshake != nil {
		fmt.Printf("the handshake: %T, reason %s\n", handshake, ReasonOf(handshake))
	}
	for reason, count := range watched.Counts() {
		fmt.Printf("handshakes_failed{reason=%q} > 0: %t\n", reason, count > 0)
	}
	os.Exit(1)
}
