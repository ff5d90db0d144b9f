package main

import (
	"fmt"
	"io"
	"net"
	"os"
	"syscall"
	"time"

	"golang.org/x/net/http2"
	"google.golang.org/grpc"
	"google.golang.org/grpc/keepalive"
)

func ages(rule keepalive.ServerParameters) []grpc.ServerOption {
	return []grpc.ServerOption{grpc.KeepaliveParams(rule)}
}

// Streams are watched for longer than any of the rules takes.
const longer = 6 * time.Second

var goaways = map[string]situation{
	"age": {
		server: ages(keepalive.ServerParameters{MaxConnectionAge: time.Second, MaxConnectionAgeGrace: time.Second}),
		act:    watch(longer, stay),
	},
	"age-without-grace-limit": {
		server: ages(keepalive.ServerParameters{MaxConnectionAge: time.Second}),
		act:    watch(longer, stay),
	},
	"age-short-calls": {
		server: ages(keepalive.ServerParameters{MaxConnectionAge: time.Second, MaxConnectionAgeGrace: time.Second}),
		act:    callFor(4 * time.Second),
	},
	"graceful-stop": {
		// What programs do with a deadline: first politely, then not.
		stop: func(server *grpc.Server) {
			time.AfterFunc(time.Second, server.Stop)
			server.GracefulStop()
		},
		act: watch(longer, stay),
	},
	"stop":   {stop: (*grpc.Server).Stop, act: watch(longer, stay)},
	"killed": {stop: func(*grpc.Server) { os.Exit(1) }, act: watch(longer, stay)},
}

// callFor makes calls one after the other, and tells the first that fails.
func callFor(limit time.Duration) func(peer) string {
	return func(to peer) string {
		for end := time.Now().Add(limit); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
			if says := callWith(1)(to); says != "answered" {
				return says
			}
		}
		return "answered"
	}
}

func every(duration time.Duration, idle bool) []grpc.DialOption {
	rule := keepalive.ClientParameters{Time: duration, Timeout: 3 * time.Second, PermitWithoutStream: idle}
	return []grpc.DialOption{grpc.WithKeepaliveParams(rule)}
}

func allows(rule keepalive.EnforcementPolicy) []grpc.ServerOption {
	return []grpc.ServerOption{grpc.KeepaliveEnforcementPolicy(rule)}
}

// The fourth PING at ten seconds each, and some time.
const fourPings = 45 * time.Second

var pings = map[string]situation{
	"other-reason": {serve: calm, act: watch(longer, stay)},
	"by-hand":      {act: pingByHand},
	"stream":       {client: every(10*time.Second, false), act: watch(fourPings, stay)},
	"one-second":   {client: every(time.Second, false), act: watch(fourPings, stay)},
	"idle":         {client: every(10*time.Second, true), act: idleAfterCall},
	"idle-min-time-only": {
		server: allows(keepalive.EnforcementPolicy{MinTime: 5 * time.Second}),
		client: every(10*time.Second, true),
		act:    idleAfterCall,
	},
	"idle-permitted": {
		server: allows(keepalive.EnforcementPolicy{MinTime: 5 * time.Second, PermitWithoutStream: true}),
		client: every(10*time.Second, true),
		act:    idleAfterCall,
	},
	"min-time-fits": {
		server: allows(keepalive.EnforcementPolicy{MinTime: 5 * time.Second}),
		client: every(10*time.Second, false),
		act:    watch(fourPings, stay),
	},
	"frozen": {client: every(10*time.Second, false), act: func(to peer) string {
		time.AfterFunc(time.Second, func() { _ = to.process.Signal(syscall.SIGSTOP) })
		defer func() { _ = to.process.Signal(syscall.SIGCONT) }()
		return watch(fourPings, stay)(to)
	}},
}

func idleAfterCall(to peer) string {
	if says := callWith(1)(to); says != "answered" {
		return says
	}
	time.Sleep(fourPings)
	return callWith(1)(to)
}

// pingByHand sends PINGs faster than grpc-go would, and tells what the server sends at last.
func pingByHand(to peer) string {
	conn, err := net.Dial("tcp", to.address)
	if err != nil {
		return told(err)
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(10 * time.Second))
	_, _ = io.WriteString(conn, http2.ClientPreface)
	framer := http2.NewFramer(conn, conn)
	_ = framer.WriteSettings()
	for i := 0; i < 8; i++ {
		_ = framer.WritePing(false, [8]byte{byte(i)})
	}
	for {
		frame, err := framer.ReadFrame()
		if err != nil {
			return told(err)
		}
		if last, ok := frame.(*http2.GoAwayFrame); ok {
			return fmt.Sprintf("GOAWAY %s %q", last.ErrCode, last.DebugData())
		}
	}
}

// calm sends every call away with the code that PINGs get too, and without a word. It is what servers do under a flood of requests.
func calm(listener net.Listener) {
	for {
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		go func() {
			defer conn.Close()
			_, _ = io.ReadFull(conn, make([]byte, len(http2.ClientPreface)))
			framer := http2.NewFramer(conn, conn)
			_ = framer.WriteSettings()
			for {
				frame, err := framer.ReadFrame()
				if err != nil {
					return
				}
				if call, ok := frame.(*http2.HeadersFrame); ok {
					_ = framer.WriteGoAway(call.StreamID, http2.ErrCodeEnhanceYourCalm, nil)
					// What is read to its end is closed without a reset.
					_ = conn.SetReadDeadline(time.Now().Add(time.Second))
					_, _ = io.Copy(io.Discard, conn)
					return
				}
			}
		}()
	}
}
