//go:build !newclient

package main

import "google.golang.org/grpc"

var dialers = []dialer{{"Dial", grpc.Dial}}
