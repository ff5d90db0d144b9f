//go:build !newclient

package main

import "google.golang.org/grpc"

// newClient is how programs connected before grpc-go had NewClient.
func newClient(target string, options ...grpc.DialOption) (*grpc.ClientConn, error) {
	return grpc.Dial(target, options...)
}
