// file client/open_linux.go

//go:build linux

package client

import "google.golang.org/grpc"

func open() (*grpc.ClientConn, error) {
	return grpc.Dial("unix:///run/hello.sock") /* want */
}
