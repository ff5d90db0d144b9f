// What no current server would do by itself: small keys, negative serial numbers, old versions of TLS, SHA-1.

//go:debug rsa1024min=0
//go:debug x509negativeserial=1
//go:debug tls10server=1
//go:debug tlssha1=1

// Command faulty-server opens endpoints that are each wrong in one way, or right, and prints their addresses as one line of JSON.
//
// It reads the list of endpoints from its input and stays until the input ends. Every listener is on the loopback interface or a socket of
// the file system.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
)

// An endpoint is one listener and what it does with whoever connects.
type endpoint struct {
	ID string `json:"id"`
	// Network is `tcp4`, `tcp6` or `unix`; Path is the file of a socket.
	Network string `json:"network"`
	Path    string `json:"path"`
	// Serve names what it does: see serve.
	Serve string       `json:"serve"`
	TLS   *tlsSettings `json:"tls"`
	GRPC  grpcSettings `json:"grpc"`
	HTTP  httpSettings `json:"http"`
	// Bytes, in hexadecimal, are what is written to everyone; or the alert's number; see raw.go.
	Bytes string `json:"bytes"`
	Alert int    `json:"alert"`
}

func main() {
	var endpoints []endpoint
	decoder := json.NewDecoder(os.Stdin)
	if err := decoder.Decode(&endpoints); err != nil {
		fail("input", err)
	}
	addresses := map[string]string{}
	for _, one := range endpoints {
		if one.Serve == "nothing" {
			address, err := holdPort(one)
			if err != nil {
				fail(one.ID, err)
			}
			addresses[one.ID] = address
			continue
		}
		listener, err := listen(one)
		if err != nil {
			fail(one.ID, err)
		}
		addresses[one.ID] = listener.Addr().String()
		if err := serve(one, listener); err != nil {
			fail(one.ID, err)
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(addresses); err != nil {
		fail("output", err)
	}
	_, _ = io.Copy(io.Discard, os.Stdin)
}

func fail(what string, err error) {
	fmt.Fprintf(os.Stderr, "%s: %v\n", what, err)
	os.Exit(1)
}

func listen(one endpoint) (net.Listener, error) {
	switch one.Network {
	case "unix":
		return net.Listen("unix", one.Path)
	case "tcp6":
		return net.Listen("tcp6", "[::1]:0")
	}
	return net.Listen("tcp4", "127.0.0.1:0")
}

// serve starts what the endpoint does; it returns at once.
func serve(one endpoint, listener net.Listener) error {
	switch one.Serve {
	case "grpc":
		return serveGRPC(one, listener)
	case "http1", "http2":
		return serveHTTP(one, listener)
	}
	talk, ok := raw[one.Serve]
	if !ok {
		return fmt.Errorf("nothing serves %q", one.Serve)
	}
	listener, err := secured(one.TLS, listener)
	if err != nil {
		return err
	}
	go acceptAll(listener, func(conn net.Conn) { talk(one, conn) })
	return nil
}

func acceptAll(listener net.Listener, talk func(net.Conn)) {
	for {
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		go talk(conn)
	}
}
