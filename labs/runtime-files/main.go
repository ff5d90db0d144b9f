// Command runtime-files calls one function of the standard library, says how it went, and nothing else. What it opens on the
// way is for strace to tell.
package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"mime"
	"net"
	"os"
	"os/user"
	"time"
)

var calls = map[string]func() (string, error){
	"start": func() (string, error) { return "started", nil },
	"dns": func() (string, error) {
		_, err := net.DefaultResolver.LookupHost(context.Background(), "svc.example.invalid")
		return "found", err
	},
	"localhost": func() (string, error) {
		_, err := net.DefaultResolver.LookupHost(context.Background(), "localhost")
		return "found", err
	},
	"user": func() (string, error) {
		one, err := user.Current()
		if err != nil {
			return "", err
		}
		return "user " + one.Username, nil
	},
	"user-lookup": func() (string, error) {
		_, err := user.Lookup("app")
		return "found", err
	},
	"port": func() (string, error) {
		port, err := net.LookupPort("tcp", "https")
		return fmt.Sprint("port ", port), err
	},
	"zone": func() (string, error) {
		_, err := time.LoadLocation("Asia/Shanghai")
		return "loaded", err
	},
	"local-zone": func() (string, error) {
		name, offset := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).In(time.Local).Zone()
		return fmt.Sprintf("%s, %d h", name, offset/3600), nil
	},
	"roots":   roots,
	"temp":    temp,
	"mime":    func() (string, error) { return mime.TypeByExtension(".html"), nil },
	"home":    os.UserHomeDir,
	"make-ca": makeAuthority,
}

func temp() (string, error) {
	file, err := os.CreateTemp("", "x")
	if err != nil {
		return "", err
	}
	defer os.Remove(file.Name())
	return "written", file.Close()
}

// roots serves a certificate that the authority of make-ca has signed, and asks for it as any client does.
func roots() (string, error) {
	folder := os.Getenv("PKI")
	if folder == "" {
		folder = "/pki"
	}
	pair, err := tls.LoadX509KeyPair(folder+"/server.pem", folder+"/server.key")
	if err != nil {
		return "", err
	}
	listener, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{Certificates: []tls.Certificate{pair}})
	if err != nil {
		return "", err
	}
	go func() {
		if server, err := listener.Accept(); err == nil {
			server.(*tls.Conn).Handshake()
		}
	}()
	_, err = tls.Dial("tcp", listener.Addr().String(), &tls.Config{ServerName: "greeter.example.com"})
	return "verified", err
}

func makeAuthority() (string, error) {
	authority := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Lab Authority"}, IsCA: true,
		BasicConstraintsValid: true, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour),
	}
	server := &x509.Certificate{
		SerialNumber: big.NewInt(2), DNSNames: []string{"greeter.example.com"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour),
	}
	authorityKey, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return "", err
	}
	serverKey, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return "", err
	}
	authorityBytes, err := x509.CreateCertificate(rand.Reader, authority, authority, authorityKey.Public(), authorityKey)
	if err != nil {
		return "", err
	}
	serverBytes, err := x509.CreateCertificate(rand.Reader, server, authority, serverKey.Public(), authorityKey)
	if err != nil {
		return "", err
	}
	key, err := x509.MarshalECPrivateKey(serverKey)
	if err != nil {
		return "", err
	}
	for name, block := range map[string]*pem.Block{
		"ca.pem":     {Type: "CERTIFICATE", Bytes: authorityBytes},
		"server.pem": {Type: "CERTIFICATE", Bytes: serverBytes},
		"server.key": {Type: "EC PRIVATE KEY", Bytes: key},
	} {
		if err := os.WriteFile(name, pem.EncodeToMemory(block), 0o644); err != nil {
			return "", err
		}
	}
	return "made", nil
}

func main() {
	said, err := calls[os.Args[1]]()
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(said)
}
