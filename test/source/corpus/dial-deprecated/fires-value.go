package client

import "google.golang.org/grpc"

// dial is replaced in tests.
var dial = grpc.Dial /* want */

type dialer func(string, ...grpc.DialOption) (*grpc.ClientConn, error)

var _ dialer = dial
