package main

import (
	"net"
	"strconv"
	"syscall"
)

// holdPort takes a port, so that nobody else gets it, and does not listen: connections are refused. Of a socket of the file system
// there is only the name.
func holdPort(one endpoint) (string, error) {
	family, host := syscall.AF_INET, "127.0.0.1"
	var address syscall.Sockaddr = &syscall.SockaddrInet4{Addr: [4]byte{127, 0, 0, 1}}
	switch one.Network {
	case "unix":
		return one.Path, nil
	case "tcp6":
		family, host = syscall.AF_INET6, "::1"
		address = &syscall.SockaddrInet6{Addr: [16]byte{15: 1}}
	}
	socket, err := syscall.Socket(family, syscall.SOCK_STREAM, 0)
	if err != nil {
		return "", err
	}
	if err := syscall.Bind(socket, address); err != nil {
		return "", err
	}
	bound, err := syscall.Getsockname(socket)
	if err != nil {
		return "", err
	}
	port := 0
	switch is := bound.(type) {
	case *syscall.SockaddrInet4:
		port = is.Port
	case *syscall.SockaddrInet6:
		port = is.Port
	}
	return net.JoinHostPort(host, strconv.Itoa(port)), nil
}
