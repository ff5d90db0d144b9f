// Starts a gRPC server and calls it, with the transport security of each that the command line names, and prints how the
// call ended: `OK`, or the error as the client prints it.
package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"flag"
	"fmt"
	"log"
	"math/big"
	"net"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

func main() {
	server := flag.String("server", "plaintext", "plaintext, tls, closes (accepts and closes), none (nothing listens)")
	client := flag.String("client", "insecure", "none, insecure, tls, tls-other-authority, tls-other-name")
	wait := flag.Bool("wait", false, "wait for ready")
	flag.Parse()
	certificate, pool := newCertificate()
	address := serve(*server, certificate)
	fmt.Println(call(address, options(*client, pool), *wait))
}

func serve(kind string, certificate tls.Certificate) string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	address := listener.Addr().String()
	switch kind {
	case "none":
		listener.Close()
	case "closes":
		go closeAll(listener)
	case "plaintext":
		go newServer().Serve(listener)
	case "tls":
		go newServer(grpc.Creds(credentials.NewServerTLSFromCert(&certificate))).Serve(listener)
	default:
		log.Fatalf("unknown server %q", kind)
	}
	return address
}

func newServer(options ...grpc.ServerOption) *grpc.Server {
	server := grpc.NewServer(options...)
	healthpb.RegisterHealthServer(server, health.NewServer())
	return server
}

// closeAll reads what the client sends first, so that closing ends the connection in order and resets nothing.
func closeAll(listener net.Listener) {
	for {
		connection, err := listener.Accept()
		if err != nil {
			return
		}
		go func() {
			buffer := make([]byte, 4096)
			connection.Read(buffer)
			connection.Close()
		}()
	}
}

func options(kind string, pool *x509.CertPool) []grpc.DialOption {
	secure := func(config *tls.Config) []grpc.DialOption {
		return []grpc.DialOption{grpc.WithTransportCredentials(credentials.NewTLS(config))}
	}
	switch kind {
	case "none":
		return nil
	case "insecure":
		return []grpc.DialOption{grpc.WithTransportCredentials(insecure.NewCredentials())}
	case "tls":
		return secure(&tls.Config{RootCAs: pool, ServerName: "localhost"})
	case "tls-other-authority":
		return secure(&tls.Config{RootCAs: x509.NewCertPool(), ServerName: "localhost"})
	case "tls-other-name":
		return secure(&tls.Config{RootCAs: pool, ServerName: "other"})
	}
	log.Fatalf("unknown client %q", kind)
	return nil
}

func call(address string, options []grpc.DialOption, wait bool) string {
	connection, err := grpc.Dial(address, options...)
	if err != nil {
		return "Dial: " + err.Error()
	}
	defer connection.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	_, err = healthpb.NewHealthClient(connection).Check(ctx, &healthpb.HealthCheckRequest{}, grpc.WaitForReady(wait))
	if err != nil {
		return err.Error()
	}
	return "OK"
}

// newCertificate makes a certificate for localhost that is its own authority.
func newCertificate() (tls.Certificate, *x509.CertPool) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		log.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber:          big.NewInt(1),
		Subject:               pkix.Name{CommonName: "localhost"},
		DNSNames:              []string{"localhost"},
		NotBefore:             time.Now().Add(-time.Hour),
		NotAfter:              time.Now().Add(time.Hour),
		IsCA:                  true,
		BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		log.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		log.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(leaf)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, pool
}
