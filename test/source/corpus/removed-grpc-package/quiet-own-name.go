package client

import (
	"google.golang.org/grpc"
	"google.golang.org/grpc/resolver"
)

type BuildOption struct{}

func WithBalancerName(name string) grpc.DialOption { return nil }

var _ = []any{WithBalancerName("x"), BuildOption{}, resolver.BuildOptions{}}
