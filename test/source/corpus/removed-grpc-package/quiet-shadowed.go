package client

import "google.golang.org/grpc"

type options struct{}

func (options) WithBalancerName(string) {}

func f() {
	_ = grpc.Version
	for _, grpc := range []options{{}} {
		grpc.WithBalancerName("round_robin")
	}
	switch grpc := any(options{}).(type) {
	case options:
		grpc.WithBalancerName("round_robin")
	}
}
