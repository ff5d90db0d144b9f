//go:build linux

package client

import "google.golang.org/grpc"

var option = grpc.WithWaitForHandshake() /* want */
