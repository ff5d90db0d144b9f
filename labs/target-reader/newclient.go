//go:build newclient

package main

import "google.golang.org/grpc"

var dialers = []dialer{{"NewClient", grpc.NewClient}, {"Dial", grpc.Dial}}
