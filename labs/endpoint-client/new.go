//go:build newclient

package main

import "google.golang.org/grpc"

// newClient is how programs connect from grpc-go 1.63 on.
func newClient(target string, options ...grpc.DialOption) (*grpc.ClientConn, error) {
	return grpc.NewClient(target, options...)
}
