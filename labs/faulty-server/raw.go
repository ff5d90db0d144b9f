package main

import (
	"encoding/hex"
	"io"
	"log"
	"net"
	"time"
)

var quiet = log.New(io.Discard, "", 0)

// raw has servers below HTTP: what each does with one connection.
var raw = map[string]func(endpoint, net.Conn){
	// silent accepts and never says a word.
	"silent": func(_ endpoint, conn net.Conn) { _, _ = io.Copy(io.Discard, conn) },
	// close ends every connection at once.
	"close": func(_ endpoint, conn net.Conn) { _ = conn.Close() },
	// reset ends it with RST in place of FIN.
	"reset": func(_ endpoint, conn net.Conn) { reset(conn) },
	// close-after-read waits for the first bytes, takes them all and closes.
	"close-after-read": func(_ endpoint, conn net.Conn) {
		readSome(conn)
		_ = conn.Close()
	},
	// half-open closes its own side and goes on to listen.
	"half-open": func(_ endpoint, conn net.Conn) {
		if half, ok := conn.(interface{ CloseWrite() error }); ok {
			_ = half.CloseWrite()
		}
		_, _ = io.Copy(io.Discard, conn)
	},
	// says writes the same bytes to everyone and goes on to listen: a banner, frames of HTTP/2, half a handshake.
	"says": func(one endpoint, conn net.Conn) {
		_, _ = conn.Write(bytesOf(one))
		_, _ = io.Copy(io.Discard, conn)
	},
	// says-and-closes closes after them.
	"says-and-closes": func(one endpoint, conn net.Conn) {
		_, _ = conn.Write(bytesOf(one))
		readSome(conn)
		_ = conn.Close()
	},
	// answers waits for the first bytes before it writes.
	"answers": func(one endpoint, conn net.Conn) {
		readSome(conn)
		_, _ = conn.Write(bytesOf(one))
		_, _ = io.Copy(io.Discard, conn)
	},
	// answers-and-closes closes after them.
	"answers-and-closes": func(one endpoint, conn net.Conn) {
		readSome(conn)
		_, _ = conn.Write(bytesOf(one))
		_ = conn.Close()
	},
	// alert answers the first bytes with a fatal alert of TLS, by its number.
	"alert": func(one endpoint, conn net.Conn) {
		readSome(conn)
		_, _ = conn.Write([]byte{21, 3, 3, 0, 2, 2, byte(one.Alert)})
		_, _ = io.Copy(io.Discard, conn)
		_ = conn.Close()
	},
}

func bytesOf(one endpoint) []byte {
	bytes, err := hex.DecodeString(one.Bytes)
	if err != nil {
		fail(one.ID, err)
	}
	return bytes
}

// readSome takes what the peer says first: all of one flight.
func readSome(conn net.Conn) {
	buffer := make([]byte, 64*1024)
	_, _ = conn.Read(buffer)
	_ = conn.SetReadDeadline(time.Now().Add(20 * time.Millisecond))
	_, _ = conn.Read(buffer)
	_ = conn.SetReadDeadline(time.Time{})
}

func reset(conn net.Conn) {
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	_ = conn.Close()
}
