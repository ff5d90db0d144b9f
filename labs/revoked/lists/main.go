// As ../plain, by a client that reads the lists of a folder: google.golang.org/grpc/security/advancedtls.
package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"os"

	"google.golang.org/grpc/security/advancedtls"
)

func main() {
	pair, err := tls.LoadX509KeyPair("server.pem", "server.key")
	if err != nil {
		panic(err)
	}
	config := &tls.Config{Certificates: []tls.Certificate{pair}, NextProtos: []string{"h2"}}
	listener, err := tls.Listen("tcp", "127.0.0.1:0", config)
	if err != nil {
		panic(err)
	}
	go func() {
		conn, err := listener.Accept()
		if err == nil {
			_ = conn.(*tls.Conn).Handshake()
		}
	}()
	ca, err := os.ReadFile("ca.pem")
	if err != nil {
		panic(err)
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(ca)
	provider, err := advancedtls.NewFileWatcherCRLProvider(advancedtls.FileWatcherOptions{CRLDirectory: "crl"})
	if err != nil {
		panic(err)
	}
	defer provider.Close()
	creds, err := advancedtls.NewClientCreds(&advancedtls.Options{
		RootOptions:       advancedtls.RootCertificateOptions{RootCertificates: roots},
		RevocationOptions: &advancedtls.RevocationOptions{CRLProvider: provider},
	})
	if err != nil {
		panic(err)
	}
	conn, err := net.Dial("tcp", listener.Addr().String())
	if err != nil {
		panic(err)
	}
	if _, _, err := creds.ClientHandshake(context.Background(), "localhost", conn); err != nil {
		fmt.Println("refused:", err)
		return
	}
	fmt.Println("accepted")
}
