// grpc v1.63.0

package client

import "google.golang.org/grpc"

var open = grpc.NewClient
