// grpc v1.29.1

package main

import (
	"google.golang.org/grpc"
	"google.golang.org/grpc/naming"
)

func main() {
	resolver := &naming.Update{}
	_, _ = grpc.Dial("hello", grpc.WithBalancer(grpc.RoundRobin(nil)), grpc.WithBalancerName("round_robin"))
	_ = resolver
}
