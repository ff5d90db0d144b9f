// file client/balance_test.go

package client

import "google.golang.org/grpc"

var option = grpc.WithBalancerName("round_robin")
