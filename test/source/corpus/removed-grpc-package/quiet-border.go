// grpc v1.45.0

package client

import "google.golang.org/grpc"

var option = grpc.WithBalancerName("round_robin")
