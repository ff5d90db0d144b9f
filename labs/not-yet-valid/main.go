// Command not-yet-valid asks a TLS server on loopback whose certificate begins in so many minutes, and prints what Go says.
// A certificate that begins in an hour looks like this to a clock that is an hour behind.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"flag"
	"fmt"
	"math/big"
	"net"
	"os"
	"time"
)

func main() {
	begins := flag.Duration("begins", time.Hour, "when the certificate begins, from now")
	lasts := flag.Duration("lasts", 24*time.Hour, "how long it holds")
	flag.Parse()
	certificate, leaf, err := selfSigned(time.Now().Add(*begins), *lasts)
	if err != nil {
		fail(err)
	}
	listener, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{Certificates: []tls.Certificate{certificate}})
	if err != nil {
		fail(err)
	}
	go serve(listener)
	roots := x509.NewCertPool()
	roots.AddCert(leaf)
	connection, err := tls.Dial("tcp", listener.Addr().String(), &tls.Config{RootCAs: roots})
	if err != nil {
		fmt.Println(err)
		return
	}
	connection.Close()
	fmt.Println("accepted")
}

func selfSigned(from time.Time, lasts time.Duration) (tls.Certificate, *x509.Certificate, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return tls.Certificate{}, nil, err
	}
	template := &x509.Certificate{
		SerialNumber:          big.NewInt(1),
		Subject:               pkix.Name{CommonName: "loopback"},
		NotBefore:             from,
		NotAfter:              from.Add(lasts),
		IPAddresses:           []net.IP{net.IPv4(127, 0, 0, 1)},
		IsCA:                  true,
		BasicConstraintsValid: true,
		KeyUsage:              x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		return tls.Certificate{}, nil, err
	}
	leaf, err := x509.ParseCertificate(der)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, leaf, err
}

func serve(listener net.Listener) {
	for {
		connection, err := listener.Accept()
		if err != nil {
			return
		}
		go func() {
			defer connection.Close()
			// Reading makes the server do its part of the handshake.
			_, _ = connection.Read(make([]byte, 1))
		}()
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
