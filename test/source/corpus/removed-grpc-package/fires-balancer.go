package main

import "google.golang.org/grpc"

func main() {
	_, _ = grpc.Dial("dns:///hello",
		// grpc.WithBalancerName("pick_first"), the default
		grpc.WithBalancerName("round_robin"), /* want */
	)
}
