// Dials servers with good and bad certificates by the configuration of config.go, and tells what became of each.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"math/big"
	"net"
	"time"
)

// calls counts the calls of the callback.
var calls int

type authority struct {
	certificate *x509.Certificate
	key         *ecdsa.PrivateKey
}

func sign(template *x509.Certificate, by *authority) *authority {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		panic(err)
	}
	signer := by
	if signer == nil {
		signer = &authority{template, key}
	}
	der, err := x509.CreateCertificate(rand.Reader, template, signer.certificate, &key.PublicKey, signer.key)
	if err != nil {
		panic(err)
	}
	certificate, err := x509.ParseCertificate(der)
	if err != nil {
		panic(err)
	}
	return &authority{certificate, key}
}

func ca(name string, by *authority) *authority {
	return sign(&x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, IsCA: true, BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageCertSign, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
	}, by)
}

func leaf(name string, by *authority, until time.Duration) *authority {
	return sign(&x509.Certificate{
		SerialNumber: big.NewInt(2), Subject: pkix.Name{CommonName: "leaf"}, DNSNames: []string{name},
		NotBefore: time.Now().Add(-2 * time.Hour), NotAfter: time.Now().Add(until),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}, by)
}

// meet lets a client with this configuration meet a server with this chain.
func meet(config *tls.Config, leaf *authority, above ...*authority) error {
	chain := [][]byte{leaf.certificate.Raw}
	for _, one := range above {
		chain = append(chain, one.certificate.Raw)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	defer listener.Close()
	go func() {
		theirs, err := listener.Accept()
		if err != nil {
			return
		}
		defer theirs.Close()
		server := &tls.Config{Certificates: []tls.Certificate{{Certificate: chain, PrivateKey: leaf.key}}}
		_ = tls.Server(theirs, server).Handshake()
	}()
	ours, err := net.Dial("tcp", listener.Addr().String())
	if err != nil {
		panic(err)
	}
	defer ours.Close()
	return tls.Client(ours, config).Handshake()
}

func main() {
	root := ca("Lab Root", nil)
	foreign := ca("Foreign Root", nil)
	intermediate := ca("Lab Intermediate", root)
	roots := x509.NewCertPool()
	roots.AddCert(root.certificate)
	tell := func(what string, leaf *authority, above ...*authority) {
		calls = 0
		config := clientConfig(roots)
		config.ServerName = "svc.example"
		said := "accepted"
		if err := meet(config, leaf, above...); err != nil {
			said = "refused: " + err.Error()
			if len(said) > 100 {
				said = said[:100]
			}
		}
		fmt.Printf("%s: %s; callback called %d times\n", what, said, calls)
	}
	tell("right name", leaf("svc.example", root, time.Hour))
	tell("wrong name", leaf("other.example", root, time.Hour))
	tell("right name, through an intermediate", leaf("svc.example", intermediate, time.Hour), intermediate)
	tell("expired", leaf("svc.example", root, -time.Hour))
	tell("of a foreign root", leaf("svc.example", foreign, time.Hour))
}
