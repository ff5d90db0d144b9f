// Lets crypto/tls of the Go that compiles it judge chains of certificates. The file that is named holds one question a line, in JSON; one
// verdict a line goes out. The handshake is a real one, over a pipe: what verifies the certificates is crypto/tls itself. Nothing is dialled.
package main

import (
	"bufio"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"os"
	"runtime"
	"time"
)

// question is a chain, who is trusted, and for what.
type question struct {
	// DER; encoding/json writes it in base64.
	Chain [][]byte `json:"chain"`
	// Null: the roots of the system.
	Roots      *[][]byte `json:"roots"`
	ServerName string    `json:"serverName"`
	// Milliseconds since 1970; 0: the clock.
	Now int64 `json:"now"`
	// server: a client judges a server; client: a server judges a client.
	Usage string `json:"usage"`
}

// verdict is what Go says; text is empty where it accepts.
type verdict struct {
	Text string `json:"text"`
	// The type of the error that a program can tell apart, and its reason.
	Class string `json:"class"`
	// The Go that says it.
	Go string `json:"go"`
}

// errAccepted ends a handshake after the chain was verified, which is before the peer has to show that it has the key.
var errAccepted = errors.New("accepted")

func main() {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	questions, err := os.Open(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	defer questions.Close()
	lines := bufio.NewScanner(questions)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var asked question
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		said, err := json.Marshal(judge(asked, key))
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Stdout.Write(append(said, '\n'))
	}
}

func judge(asked question, key crypto.Signer) verdict {
	err := handshake(asked, key)
	if errors.Is(err, errAccepted) {
		err = checkKey(asked)
	}
	if err == nil {
		return verdict{Class: "accepted", Go: runtime.Version()}
	}
	return verdict{Text: err.Error(), Class: classOf(err), Go: runtime.Version()}
}

// handshake returns what the side says that judges.
func handshake(asked question, key crypto.Signer) error {
	here, there := net.Pipe()
	defer here.Close()
	defer there.Close()
	deadline := time.Now().Add(10 * time.Second)
	here.SetDeadline(deadline)
	there.SetDeadline(deadline)
	patient := &patientConn{Conn: there, waiting: make(chan []byte, 1024)}
	go patient.deliver()
	shown := tls.Certificate{Certificate: asked.Chain, PrivateKey: key}
	judging := &tls.Config{
		VerifyPeerCertificate: func([][]byte, [][]*x509.Certificate) error { return errAccepted },
	}
	if asked.Now != 0 {
		judging.Time = func() time.Time { return time.UnixMilli(asked.Now) }
	}
	roots := pool(asked.Roots)
	if asked.Usage == "client" {
		judging.ClientAuth = tls.RequireAndVerifyClientCert
		judging.ClientCAs = roots
		judging.Certificates = []tls.Certificate{ownCertificate(key)}
		peer := &tls.Config{
			InsecureSkipVerify: true,
			GetClientCertificate: func(*tls.CertificateRequestInfo) (*tls.Certificate, error) {
				return &shown, nil
			},
		}
		go show(tls.Client(patient, peer))
		return tls.Server(here, judging).Handshake()
	}
	judging.RootCAs = roots
	judging.ServerName = asked.ServerName
	go show(tls.Server(patient, &tls.Config{Certificates: []tls.Certificate{shown}}))
	return tls.Client(here, judging).Handshake()
}

// patientConn takes what is written at once. A pipe has no buffer: without this both sides would wait for the other to read, one with
// the end of its handshake, the other with its alert.
type patientConn struct {
	net.Conn
	waiting chan []byte
}

func (c *patientConn) Write(bytes []byte) (int, error) {
	c.waiting <- append([]byte(nil), bytes...)
	return len(bytes), nil
}

func (c *patientConn) Close() error {
	close(c.waiting)
	return nil
}

func (c *patientConn) deliver() {
	defer c.Conn.Close()
	for bytes := range c.waiting {
		if _, err := c.Conn.Write(bytes); err != nil {
			break
		}
	}
	for range c.waiting {
	}
}

// show is the side that is judged. It hangs up when it fails, and else listens to what the other one has to say.
func show(peer *tls.Conn) {
	defer peer.NetConn().Close()
	if peer.Handshake() == nil {
		io.Copy(io.Discard, peer.NetConn())
	}
}

func pool(roots *[][]byte) *x509.CertPool {
	if roots == nil {
		return nil
	}
	made := x509.NewCertPool()
	for _, der := range *roots {
		if root, err := x509.ParseCertificate(der); err == nil {
			made.AddCert(root)
		}
	}
	return made
}

// checkKey is what crypto/tls does last, as far as it can fail for the key alone: a signature by a key that crypto/rsa refuses.
func checkKey(asked question) error {
	leaf, err := x509.ParseCertificate(asked.Chain[0])
	if err != nil {
		return err
	}
	key, ok := leaf.PublicKey.(*rsa.PublicKey)
	if !ok {
		return nil
	}
	digest := sha256.Sum256(nil)
	signature := make([]byte, key.Size())
	err = rsa.VerifyPSS(key, crypto.SHA256, digest[:], signature, &rsa.PSSOptions{SaltLength: rsa.PSSSaltLengthEqualsHash})
	if err == nil || errors.Is(err, rsa.ErrVerification) {
		return nil
	}
	return errors.New("tls: invalid signature by the " + asked.Usage + " certificate: " + err.Error())
}

// ownCertificate is what a server shows that only judges.
func ownCertificate(key crypto.Signer) tls.Certificate {
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

func classOf(err error) string {
	var invalid x509.CertificateInvalidError
	var host x509.HostnameError
	var unknown x509.UnknownAuthorityError
	var critical x509.UnhandledCriticalExtension
	switch {
	case errors.As(err, &invalid):
		return fmt.Sprintf("CertificateInvalidError %d", invalid.Reason)
	case errors.As(err, &host):
		return "HostnameError"
	case errors.As(err, &unknown):
		return "UnknownAuthorityError"
	case errors.As(err, &critical):
		return "UnhandledCriticalExtension"
	}
	var verification *tls.CertificateVerificationError
	if errors.As(err, &verification) {
		return "CertificateVerificationError"
	}
	return "error"
}
